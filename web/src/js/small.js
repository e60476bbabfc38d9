// Small conveniences: copy a code, show or hide a region, send a form when a choice changes.
import { toast } from "./toasts.js";

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      toast(document.body.dataset.textCopied, "copy");
    } catch {
      toast(document.body.dataset.textNotCopied, "alert");
    }
  }
  const toggle = event.target.closest("[data-toggle]");
  const region = toggle && document.getElementById(toggle.dataset.toggle);
  if (region) {
    const shown = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(shown));
    // A text equivalent is only set aside for the eye, so that screen readers keep it.
    if (region.dataset.shownClass) {
      region.classList.toggle("vh", !shown);
      region.classList.toggle(region.dataset.shownClass, shown);
    } else {
      region.hidden = !shown;
    }
  }
  // A field for a day that is drawn by the page opens the browser's own calendar wherever it is pressed.
  const pick = event.target.closest("[data-pick]");
  if (pick?.showPicker) pick.showPicker();
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("change", (event) => {
  // The words of a picked day, beside the field that holds it.
  const words = event.target.matches?.("[data-pick]") && event.target.parentElement.querySelector("[data-day-words]");
  if (words) {
    const day = event.target.valueAsDate;
    words.textContent = day ? new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", dateStyle: "medium" }).format(day) : "–";
  }
  const field = event.target.closest("[data-send-on-change]");
  field?.form?.requestSubmit();
});
