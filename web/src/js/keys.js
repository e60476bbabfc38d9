// The key map. A control names its keys in aria-keyshortcuts; pressing them is a click on it (or the focus, for a
// field). So the map of a page is what the page shows, and nothing is bound twice.
// Single letters and digits act outside text fields only, and not at all when the person turned them off
// (data-keys="off" on the body).

const typing = (node) =>
  node instanceof HTMLTextAreaElement ||
  node instanceof HTMLSelectElement ||
  (node instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "reset"].includes(node.type)) ||
  Boolean(node?.isContentEditable);

/** The pressed keys in the words of aria-keyshortcuts. Digits are read by position: shift and layout do not matter. */
function spelled(event) {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  let key = digit ? digit[1] : event.key;
  if (key === " ") key = "Space";
  if (key === "+") key = "Plus";
  if (key.length === 1) key = key.toUpperCase();
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Control");
  if (event.altKey) parts.push("Alt");
  // Of the signs only letters and digits have a meaningful shift: "?" is typed with it on most layouts.
  if (event.shiftKey && (digit || /^[A-Z]$/.test(key) || key.length > 1)) parts.push("Shift");
  parts.push(key);
  return parts.join("+");
}

const visible = (node) => node.getClientRects().length > 0 || node.closest("[data-keys-hidden]");

/** The controls that may answer: those of the dialog in front, or of the page when none is open. */
function scope() {
  const front = [...document.querySelectorAll("dialog[open]")].pop();
  return front ?? document.body;
}

/** What a page binds wins over what the frame around it binds: N for this customer, N for "no". */
function answering(keys) {
  const bound = [...scope().querySelectorAll("[aria-keyshortcuts]")].filter(
    (node) => node.getAttribute("aria-keyshortcuts").split(" ").includes(keys) && visible(node),
  );
  return bound.find((node) => node.closest("main")) ?? bound[0] ?? null;
}

function act(node) {
  if (node.matches(":disabled, [aria-disabled=true], [aria-busy=true]")) return;
  if (typing(node)) {
    node.focus();
    node.select?.();
  } else {
    // A chosen answer keeps the focus, so that the arrows go on from it.
    if (node.matches("input")) node.focus();
    node.click();
  }
}

let going = false;
let goingTimer;

/** G, then the letter of an area of the navigation. */
function goTo(keys) {
  if (going) {
    going = false;
    clearTimeout(goingTimer);
    const link = document.querySelector(`[data-go="${CSS.escape(keys)}"]`);
    if (link) link.click();
    return true;
  }
  if (keys !== "G" || scope() !== document.body) return false;
  going = true;
  goingTimer = setTimeout(() => (going = false), 1500);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const keys = spelled(event);
  // The first Escape closes what floats; that is the browser's own work.
  if (keys === "Escape" && document.querySelector(":popover-open, dialog[open]")) return;
  const single = !/^(?:Control|Alt)\+/.test(keys) && !/^(?:Shift\+)?(?:F\d+|Escape)$/.test(keys);
  if (single) {
    if (typing(event.target) || document.body.dataset.keys === "off") return;
    // Enter and Space belong to the control that has the focus.
    if ((keys === "Enter" || keys === "Space") && event.target.closest("a, button, summary, input")) return;
    if (goTo(keys)) {
      event.preventDefault();
      return;
    }
  }
  const node = answering(keys);
  if (!node) return;
  event.preventDefault();
  act(node);
});
