// htmx: settings, and what people see when the server cannot be reached or refuses.
import htmx from "htmx.org/dist/htmx.esm.js";
import { toast } from "./toasts.js";

Object.assign(htmx.config, {
  // The content policy forbids code from strings and style elements.
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollIntoViewOnBoost: false,
  defaultSwapStyle: "outerHTML",
  timeout: 20000,
  // A form with errors (422) and a conflict (409) come back as the same element with its messages.
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "409", swap: true },
    { code: "422", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});

const words = () => document.body.dataset;

document.addEventListener("htmx:sendError", () => toast(words().textOffline, "alert"));
document.addEventListener("htmx:timeout", () => toast(words().textSlow, "alert"));
document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  // The session ended: the whole page goes to the sign-in form, which leads back here.
  if (status === 401) location.reload();
  else toast(status === 403 ? words().textForbidden : words().textFault, "octagon");
});

export default htmx;
