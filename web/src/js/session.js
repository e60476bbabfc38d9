// The end of the session is told two minutes before, with a way to go on. Other pages of the same browser may have kept
// it alive meanwhile: they tell each other.
import { toast } from "./toasts.js";

const { sessionLeft, sessionMost, sessionKeep, sessionEnter, textSession, textSessionLast, textStay, textEnter, textStayed } =
  document.body.dataset;
const warning = 120_000;
const loaded = Date.now();
const last = loaded + Number(sessionMost) * 1000;
let ends = Math.min(loaded + Number(sessionLeft) * 1000, last);
let timer;
const talk = "BroadcastChannel" in window ? new BroadcastChannel("sportello-session") : null;

function arm() {
  clearTimeout(timer);
  // A timer holds at most 24 days; a session lasts hours.
  timer = setTimeout(warn, Math.max(0, Math.min(ends - Date.now() - warning, 2 ** 31 - 1)));
}

function kept(until) {
  ends = Math.min(until, last);
  arm();
}

async function stay() {
  const answer = await fetch(sessionKeep, { method: "POST", credentials: "same-origin", headers: { "hx-request": "true" } }).catch(() => null);
  if (!answer?.ok) {
    location.assign(sessionEnter);
    return;
  }
  const until = Date.now() + Number(answer.headers.get("x-session-left") ?? sessionLeft) * 1000;
  kept(until);
  talk?.postMessage(until);
  toast(textStayed);
}

function warn() {
  if (ends - Date.now() > warning + 1000) {
    arm();
    return;
  }
  // At the last end nothing helps but to sign in again.
  const over = last - Date.now() <= warning + 1000;
  const button = over
    ? { label: textEnter, act: () => window.open(sessionEnter, "_blank", "noopener") }
    : { label: textStay, act: stay };
  toast(over ? textSessionLast : textSession, "clock", { ...button, keep: true });
}

if (Number(sessionLeft) > 0 && sessionKeep) {
  talk?.addEventListener("message", (event) => kept(event.data));
  talk?.postMessage(ends);
  // Every answer of the server renewed the session.
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) kept(Date.now() + Number(sessionLeft) * 1000);
  });
  arm();
}
