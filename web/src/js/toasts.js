// Short messages at the lower right: they leave after eight seconds unless the pointer or the focus is on them.
const stay = 8000;

function region() {
  return document.getElementById("avvisi");
}

function start(box) {
  let timer;
  const arm = () => {
    clearTimeout(timer);
    timer = setTimeout(() => box.remove(), stay);
  };
  const hold = () => clearTimeout(timer);
  box.addEventListener("pointerenter", hold);
  box.addEventListener("pointerleave", arm);
  box.addEventListener("focusin", hold);
  box.addEventListener("focusout", arm);
  arm();
}

/** Shows a message with an icon of the set; `button` adds something to press, `button.keep` stays until it is. */
export function toast(text, icon = "ok", button = null) {
  const place = region();
  if (!place || !text) return;
  const box = document.createElement("div");
  box.className = "toast";
  const sign = document.querySelector("#avvisi-segno")?.content.firstElementChild?.cloneNode(true);
  if (sign) {
    const use = sign.querySelector("use");
    use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#i-${icon}`);
    box.append(sign);
  }
  const words = document.createElement("span");
  words.textContent = text;
  box.append(words);
  if (button) {
    const press = document.createElement("button");
    press.type = "button";
    press.className = "toast-b";
    press.textContent = button.label;
    press.addEventListener("click", () => {
      box.remove();
      button.act();
    });
    box.append(press);
  }
  place.replaceChildren(box);
  if (!button?.keep) start(box);
}

// Messages that the server wrote, with the page or out of band.
const watch = () => {
  for (const box of region()?.querySelectorAll(".toast:not([data-seen])") ?? []) {
    box.dataset.seen = "";
    start(box);
  }
};
document.addEventListener("DOMContentLoaded", watch);
document.addEventListener("htmx:oobAfterSwap", watch);
document.addEventListener("htmx:afterSwap", watch);
