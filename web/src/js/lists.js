// The cursor of a list: J and K or the arrows move it, Enter opens its row, Space its preview.
// A list is an element with data-list; its rows carry data-row with a stable name, so that the cursor
// stays on the same row when the list is fetched again.

/** The list of the swap under way: its name, the place of its cursor, whether it had the focus. */
let kept = null;
const names = new Map();

const lists = () => [...document.querySelectorAll("[data-list]")].filter((list) => list.getClientRects().length > 0);
const rowsOf = (list) => [...list.querySelectorAll("[data-row]")];

/** The list that answers: the one with the focus, else the first of the page. */
export function current() {
  const all = lists();
  return all.find((list) => list.contains(document.activeElement)) ?? all[0] ?? null;
}

/** The row under the cursor, or none. */
export function cursor(list) {
  return list?.querySelector("[data-row].is-cursor") ?? null;
}

function move(list, row) {
  if (!row) return;
  for (const one of rowsOf(list)) one.classList.toggle("is-cursor", one === row);
  names.set(list.dataset.list, row.dataset.row);
  row.scrollIntoView({ block: "nearest" });
  // The link of the row takes the focus: screen readers follow, and Enter opens it by itself.
  (row.querySelector("a.go") ?? row.querySelector("a, button, input"))?.focus({ preventScroll: true });
}

function step(list, by) {
  const rows = rowsOf(list);
  const at = rows.indexOf(cursor(list));
  move(list, rows[Math.min(Math.max(at + by, 0), rows.length - 1)]);
}

const free = (event) =>
  !event.defaultPrevented &&
  !event.ctrlKey && !event.altKey && !event.metaKey &&
  !document.querySelector("dialog[open]") &&
  !event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=tablist]");

document.addEventListener("keydown", (event) => {
  if (!free(event)) return;
  const list = current();
  if (!list) return;
  const letters = document.body.dataset.keys !== "off";
  const key = event.key.toLowerCase();
  if (event.key === "ArrowDown" || (letters && key === "j")) step(list, cursor(list) ? 1 : 0);
  else if (event.key === "ArrowUp" || (letters && key === "k")) step(list, -1);
  else if (event.key === "Enter" && !event.target.closest("a, button, summary")) cursor(list)?.querySelector("a.go, a")?.click();
  else if (event.key === " " && letters && !event.target.closest("button, input, summary")) {
    const preview = cursor(list)?.querySelector("[data-preview]");
    if (!preview) return;
    preview.click();
  } else return;
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-row]");
  const list = row?.closest("[data-list]");
  if (!list || row.classList.contains("is-cursor")) return;
  for (const one of rowsOf(list)) one.classList.toggle("is-cursor", one === row);
  names.set(list.dataset.list, row.dataset.row);
});

// After a fetch the cursor returns to its row; when the row is gone, to the one that took its place.
document.addEventListener("htmx:beforeSwap", (event) => {
  const list = event.detail.target.querySelector?.("[data-list]") ?? event.detail.target.closest?.("[data-list]");
  if (!list) return;
  const focused = list.contains(document.activeElement);
  kept = { list: list.dataset.list, at: rowsOf(list).indexOf(cursor(list)), focused };
});
document.addEventListener("htmx:afterSettle", () => {
  const last = kept;
  kept = null;
  if (!last) return;
  const list = document.querySelector(`[data-list="${CSS.escape(last.list)}"]`);
  if (!list) return;
  const rows = rowsOf(list);
  const same = rows.find((row) => row.dataset.row === names.get(last.list));
  const row = same ?? rows[Math.min(last.at, rows.length - 1)];
  for (const one of rows) one.classList.toggle("is-cursor", one === row);
  if (last.focused) (row?.querySelector("a.go") ?? row?.querySelector("a, button, input"))?.focus({ preventScroll: true });
});
