// The till: sums, change and the receipt to come are computed while people type. The server computes them again; without
// this file a button asks it to.

const till = () => document.querySelector("[data-till]");
const form = () => document.getElementById("p-incasso");

/** Cents of an amount as typed: the last point or comma with one or two digits after it parts the cents. */
function cents(text) {
  const typed = text.replace(/[\s€]/g, "");
  if (typed === "") return null;
  const found = /^(-?)([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!found) return null;
  const whole = found[2].replace(/[.,]/g, "");
  if (whole === "" && !found[3]) return null;
  return (Number(whole || 0) * 100 + Number((found[3] ?? "").padEnd(2, "0"))) * (found[1] ? -1 : 1);
}

const lang = () => document.documentElement.lang;
const money = (amount) => new Intl.NumberFormat(lang(), { style: "currency", currency: "EUR", useGrouping: "always" }).format(amount / 100);
const plain = (amount) => new Intl.NumberFormat(lang(), { minimumFractionDigits: 2, useGrouping: "always" }).format(amount / 100);

const rows = () => [...document.querySelectorAll(".bills [data-row]")];
const box = (row) => row.querySelector("input[type=checkbox]");
const pay = (row) => row.querySelector(".pay");

/** What is paid of each included bill, and the stamp. */
function sums() {
  let due = 0;
  let free = 0;
  const lines = [];
  for (const row of rows()) {
    row.classList.toggle("is-on", box(row).checked);
    if (!box(row).checked) continue;
    const open = Number(row.dataset.rest);
    const typed = cents(pay(row).value);
    const amount = typed > 0 ? typed : open;
    due += amount;
    if ("vatFree" in row.dataset) free += amount;
    lines.push({ number: row.dataset.row, amount, whole: amount === open });
  }
  const stamp = free > Number(form().dataset.stampAbove) ? Number(form().dataset.stamp) : 0;
  // The interest of an instalment goes with its bills.
  const interest = lines.length > 0 ? Number(form().dataset.interest ?? 0) : 0;
  return { lines, bills: due, stamp, interest, due: due + stamp + interest };
}

const put = (selector, text) => {
  const node = document.querySelector(selector);
  if (node) node.textContent = text;
};

function line(words, amount, first) {
  const node = document.createElement("p");
  node.className = first ? "r t" : "r";
  for (const text of [words, amount]) node.append(Object.assign(document.createElement("span"), { textContent: text }));
  return node;
}

function paper({ lines, due, interest }, method, received, change) {
  const region = document.querySelector("[data-paper]");
  const list = region.querySelector("[data-paper-lines]");
  list.replaceChildren(...lines.map((one, at) => line(one.whole ? one.number : region.dataset.part.replace("#", one.number), plain(one.amount), at === 0)));
  if (interest > 0) list.append(line(form().dataset.interestWord, plain(interest)));
  put("[data-paper-total]", plain(due));
  const tail = region.querySelector("[data-paper-tail]");
  tail.replaceChildren(line(method, plain(received ?? due)));
  if (change > 0) tail.append(line(tail.dataset.changeWord, plain(change)));
}

/** Round amounts above the sum, at most three. */
function rounds(due) {
  const found = [];
  for (const step of [500, 1000, 2000, 5000, 10000]) {
    const up = Math.ceil(due / step) * step;
    if (up > due && !found.includes(up) && found.length < 3) found.push(up);
  }
  return found;
}

function cuts(due, received) {
  const region = document.querySelector("[data-cuts]");
  const button = (amount, words) => {
    const node = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: words });
    node.dataset.cut = plain(amount);
    if (received === amount) {
      node.classList.add("btn-on");
      node.setAttribute("aria-pressed", "true");
    }
    return node;
  };
  const euro = new Intl.NumberFormat(lang(), { style: "currency", currency: "EUR", maximumFractionDigits: 0, useGrouping: "always" });
  region.replaceChildren(button(due, region.dataset.exact), ...rounds(due).map((amount) => button(amount, euro.format(amount / 100))));
}

function compute() {
  if (!till() || !form()) return;
  const sum = sums();
  const chosen = form().querySelector("[name=metodo]:checked");
  const cash = chosen?.value === "cash";
  const field = form().querySelector("[name=ricevuto]");
  const received = cash ? cents(field.value) : null;
  const change = (received ?? sum.due) - sum.due;
  put("[data-due]", money(sum.due));
  put("[data-sum]", money(sum.bills));
  put("[data-change]", change >= 0 ? money(change) : "–");
  const included = document.querySelector("[data-included]");
  if (included) included.textContent = included.dataset.words.replace("##", String(rows().length)).replace("#", String(sum.lines.length));
  const go = form().querySelector("[data-go]");
  go.textContent = go.dataset.words.replace("#", money(sum.due));
  form().querySelector("[data-stamp-note]").hidden = sum.stamp === 0;
  form().querySelector("[data-reference]").hidden = !("needsReference" in (chosen?.dataset ?? {})) && !form().querySelector("details[open]");
  paper(sum, chosen?.closest("label").querySelector("b").textContent ?? "", received, change);
  cuts(sum.due, received);
}

/** A bill ticked for the first time is paid in full. */
function tick(target) {
  const row = target.closest(".bills [data-row]");
  if (row && target.checked && !(cents(pay(row).value) > 0)) pay(row).value = plain(Number(row.dataset.rest));
  if (row && !target.checked) pay(row).value = plain(0);
}

document.addEventListener("input", (event) => {
  if (!till()?.contains(event.target)) return;
  const row = event.target.matches(".pay") && event.target.closest(".bills [data-row]");
  if (row) box(row).checked = cents(event.target.value) > 0;
  compute();
});

document.addEventListener("change", (event) => {
  if (!till()?.contains(event.target)) return;
  if (event.target.matches("[data-select-all]")) for (const row of rows()) tick(box(row));
  else if (event.target.matches("input[type=checkbox]")) tick(event.target);
  compute();
});

document.addEventListener("click", (event) => {
  const cut = event.target.closest("[data-cut]");
  if (cut) {
    form().querySelector("[name=ricevuto]").value = cut.dataset.cut;
    compute();
  }
  const include = event.target.closest("[data-include]");
  if (include) {
    event.preventDefault();
    for (const row of rows()) {
      box(row).checked = include.dataset.include === "all" || "overdue" in row.dataset;
      tick(box(row));
    }
    compute();
  }
});
document.addEventListener("toggle", () => compute(), true);

// Counting notes and coins.
document.addEventListener("input", (event) => {
  const count = event.target.closest("[data-count]");
  if (!count) return;
  let total = 0;
  for (const row of count.querySelectorAll("[data-cents]")) {
    const amount = Number(row.dataset.cents) * (Number.parseInt(row.querySelector("input").value, 10) || 0);
    row.querySelector("[data-amount]").textContent = money(amount);
    total += amount;
  }
  put("[data-counted]", money(total));
  put("[data-difference]", money(total - Number(count.dataset.expected)));
});

document.addEventListener("DOMContentLoaded", () => {
  for (const node of document.querySelectorAll("[data-only-without-script]")) node.hidden = true;
  // What is most likely pressed next has the focus: Enter does it.
  document.querySelector("[data-focus]")?.focus();
  compute();
});
