// The search popup: the field keeps the focus, the arrows move the marked result, Enter opens it.
// The results are fetched by htmx (the attributes are on the field).

const field = () => document.querySelector("#cerca input[role=combobox]");
const options = () => [...document.querySelectorAll("#cerca-esiti [role=option]")];
const marked = () => options().find((one) => one.getAttribute("aria-selected") === "true");

function mark(option) {
  const input = field();
  for (const one of options()) one.setAttribute("aria-selected", String(one === option));
  input?.setAttribute("aria-expanded", String(options().length > 0));
  if (option) {
    input?.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input?.removeAttribute("aria-activedescendant");
  }
}

function follow(option, beside) {
  const { href } = option.dataset;
  if (!href) return;
  if (beside) window.open(href, "_blank", "noopener");
  else location.assign(href);
}

document.addEventListener("keydown", (event) => {
  if (event.target !== field()) return;
  const all = options();
  const at = all.indexOf(marked());
  if (event.key === "ArrowDown") mark(all[Math.min(at + 1, all.length - 1)]);
  else if (event.key === "ArrowUp") mark(all[Math.max(at - 1, 0)]);
  else if (event.key === "Home" && event.ctrlKey) mark(all[0]);
  else if (event.key === "End" && event.ctrlKey) mark(all[all.length - 1]);
  else if (event.key === "Enter" && marked()) follow(marked(), event.ctrlKey || event.metaKey);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const option = event.target.closest?.("#cerca-esiti [role=option]");
  if (option) follow(option, event.ctrlKey || event.metaKey);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt?.id === "cerca-esiti") mark(marked() ?? options()[0]);
});
