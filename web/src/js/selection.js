// Selected rows of a list: X, Maiusc X (up to here), select all; the bar of actions says how many.
import { current, cursor } from "./lists.js";

const boxes = (list) => [...list.querySelectorAll("[data-row] input[type=checkbox]")];
const all = (list) => list.querySelector("input[data-select-all]");
let anchor = null;

function show(list) {
  const found = boxes(list);
  const on = found.filter((box) => box.checked);
  for (const box of found) box.closest("[data-row]").classList.toggle("is-on", box.checked);
  const head = all(list);
  if (head) {
    head.checked = found.length > 0 && on.length === found.length;
    head.indeterminate = on.length > 0 && on.length < found.length;
  }
  for (const bar of document.querySelectorAll(`[data-bulk="${CSS.escape(list.dataset.list)}"]`)) {
    bar.classList.toggle("is-shown", on.length > 0);
    const words = bar.querySelector("[data-one]");
    if (words) words.textContent = on.length === 1 ? words.dataset.one : words.dataset.many.replace("#", String(on.length));
  }
  for (const place of document.querySelectorAll(`[data-selected="${CSS.escape(list.dataset.list)}"]`)) {
    place.textContent = on.length === 0 ? "" : on.length === 1 ? place.dataset.one : place.dataset.many.replace("#", String(on.length));
  }
}

function range(list, to) {
  const found = boxes(list);
  const from = Math.max(found.indexOf(anchor), 0);
  const until = found.indexOf(to);
  for (const box of found.slice(Math.min(from, until), Math.max(from, until) + 1)) box.checked = true;
}

document.addEventListener("change", (event) => {
  const list = event.target.closest?.("[data-list]");
  if (!list || event.target.type !== "checkbox") return;
  if (event.target.matches("[data-select-all]")) for (const box of boxes(list)) box.checked = event.target.checked;
  else anchor = event.target;
  show(list);
});

document.addEventListener("click", (event) => {
  const box = event.target;
  const list = box.closest?.("[data-list]");
  if (list && event.shiftKey && box.matches?.("[data-row] input[type=checkbox]")) range(list, box);
  const clear = event.target.closest?.("[data-unselect]");
  const of = clear && document.querySelector(`[data-list="${CSS.escape(clear.dataset.unselect)}"]`);
  if (of) {
    event.preventDefault();
    for (const one of boxes(of)) one.checked = false;
    show(of);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || document.body.dataset.keys === "off") return;
  if (event.key.toLowerCase() !== "x" || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const list = current();
  const box = cursor(list)?.querySelector("input[type=checkbox]");
  if (!box) return;
  event.preventDefault();
  if (event.shiftKey) range(list, box);
  else {
    box.checked = !box.checked;
    anchor = box;
  }
  show(list);
});

const showAll = () => {
  for (const list of document.querySelectorAll("[data-list]")) if (all(list)) show(list);
};
document.addEventListener("DOMContentLoaded", showAll);
document.addEventListener("htmx:afterSettle", showAll);
