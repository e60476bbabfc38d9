// After a partial swap the focus goes to a row that was just added, else to the first error, else to the heading of the region, never to the body.
// Swaps of regions that did not have the focus (polling, out of band) leave it alone, unless a person asked for
// them by a key while the focus was nowhere.

let inside = false;

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, requestConfig } = event.detail;
  const nowhere = document.activeElement === document.body || !document.activeElement;
  const asked = ["click", "submit", "change"].includes(requestConfig?.triggeringEvent?.type);
  inside = target?.id !== "cerca-esiti" && (Boolean(target?.contains?.(document.activeElement)) || (nowhere && asked));
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!inside) return;
  inside = false;
  const region = event.detail.elt;
  if (!(region instanceof Element) || !region.isConnected) return;
  const fault = region.querySelector("[data-new] [autofocus]") ?? region.querySelector(".err-sum, [aria-invalid=true]");
  const lost = document.activeElement === document.body || !document.activeElement;
  const goal = fault ?? (lost ? region.querySelector("[autofocus]") ?? region.querySelector("h1, h2, h3") ?? region : null);
  if (!goal) return;
  if (!goal.matches("a, button, input, select, textarea, [tabindex]")) goal.setAttribute("tabindex", "-1");
  goal.focus({ preventScroll: false });
});

// A page that comes back with errors starts at their summary.
document.addEventListener("DOMContentLoaded", () => document.querySelector(".err-sum")?.focus());
