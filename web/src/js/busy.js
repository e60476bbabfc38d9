// A form is sent once: its button turns busy, keeps its width and ignores further presses.

function busy(button, on) {
  if (!(button instanceof HTMLElement)) return;
  if (on) {
    button.style.minWidth = `${button.getBoundingClientRect().width}px`;
    button.setAttribute("aria-busy", "true");
  } else {
    button.style.minWidth = "";
    button.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog") return;
  const button = event.submitter ?? form.querySelector("button:not([type=button])");
  if (button?.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  // After the handlers of this event: a button disabled earlier would not be sent with the form.
  setTimeout(() => {
    if (!event.defaultPrevented || form.matches("[hx-post], [hx-put], [hx-get]")) busy(button, true);
  });
}, true);

const release = (event) => {
  const source = event.detail?.elt;
  for (const button of source?.querySelectorAll?.("[aria-busy=true]") ?? []) busy(button, false);
  if (source?.matches?.("[aria-busy=true]")) busy(source, false);
};
document.addEventListener("htmx:afterRequest", release);
document.addEventListener("htmx:beforeRequest", (event) => {
  const source = event.detail.elt;
  if (source.matches("button, a.btn")) busy(source, true);
  else event.detail.target?.setAttribute?.("aria-busy", "true");
});
document.addEventListener("htmx:afterRequest", (event) => event.detail.target?.removeAttribute?.("aria-busy"));
// The page may come back from the browser's cache with its buttons as they were when it was left.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("button[aria-busy=true]")) busy(button, false);
});
