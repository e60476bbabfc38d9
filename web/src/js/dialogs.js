// Native dialogs: opening by a control, by its address (#apri-name), closing by a control.
// Escape and the return of the focus are the browser's.

/** Opens a dialog and puts the caret where it is wanted. */
export function open(id) {
  const box = document.getElementById(id);
  if (!(box instanceof HTMLDialogElement) || box.open) return false;
  box.showModal();
  // Without a field that asks for it the browser would take the first control: the cross that closes.
  const field = box.querySelector("[autofocus]")
    ?? box.querySelector("input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)")
    ?? box.querySelector(".dialog-b a[href], .dialog-f button, .dialog-b button");
  field?.focus();
  if (field instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(field.type)) field.select();
  return true;
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  // With a modifier the link behind the control opens as usual.
  if (opener && !event.ctrlKey && !event.metaKey && open(opener.dataset.open)) event.preventDefault();
  const closer = event.target.closest("[data-close]");
  if (closer) {
    event.preventDefault();
    closer.closest("dialog")?.close();
  }
  // A click on the ground behind a dialog lands on the dialog itself.
  if (event.target instanceof HTMLDialogElement && event.target.dataset.light !== undefined) event.target.close();
});

// What a link asks for into the dialog of explanations opens it; without script the link leads there.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.matches?.(".peek")) open(event.detail.target.closest("dialog").id);
});

const byAddress = () => {
  if (location.hash.startsWith("#apri-")) open(location.hash.slice(6));
};
document.addEventListener("DOMContentLoaded", byAddress);
window.addEventListener("hashchange", byAddress);
