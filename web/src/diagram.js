// The process of a case: draws the BPMN of the version in force and marks the steps done and the step under way.
// The element carries data-diagram, data-url (the XML), data-state (id of the element whose data-markers holds
// {"done":[…],"now":[…]}) and data-fail (what to say when it cannot be drawn).
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";

const looks = {
  textRenderer: {
    defaultStyle: { fontFamily: "Titillium Web", fontSize: 14, lineHeight: 1.15 },
    externalStyle: { fontSize: 13, lineHeight: 1.15 },
  },
  bpmnRenderer: { defaultStrokeColor: "#5c6f82", defaultLabelColor: "#1a1a1a" },
};
const drawn = new WeakMap();

// Below this share of its size a step cannot be read any more.
const readable = 0.72;

// The strip below the drawing that holds the watermark: it never covers the end of a process.
const strip = 28;

/** The whole drawing: the box grows as high as the drawing needs at its width. */
function whole(box, viewer) {
  const canvas = viewer.get("canvas");
  const { inner } = canvas.viewbox();
  const [wide, high] = [inner.width + 24, inner.height + 28];
  const scale = Math.min(box.clientWidth / wide, 1);
  box.style.height = `${Math.max(208, Math.ceil(high * scale)) + strip}px`;
  canvas.resized();
  canvas.viewbox({ x: inner.x - 12, y: inner.y - 14, width: wide, height: high });
  box.classList.add("is-whole");
}

/** The places where the case stands; of one that has ended, where it ended. */
function places(viewer, state) {
  const elements = viewer.get("elementRegistry");
  const drawnOnes = (ids) => (ids ?? []).map((id) => elements.get(id)).filter((one) => one && one.width);
  const now = drawnOnes(state.now);
  if (now.length > 0) return now;
  const done = drawnOnes(state.done);
  const last = done.filter((one) => one.type === "bpmn:EndEvent").slice(0, 1);
  return last.length > 0 ? last : done.sort((one, other) => other.x + other.y - one.x - one.y).slice(0, 1);
}

/** The middle of some elements, and how much room they take. */
function around(all) {
  const [left, top] = [Math.min(...all.map((one) => one.x)), Math.min(...all.map((one) => one.y))];
  const [right, bottom] = [Math.max(...all.map((one) => one.x + one.width)), Math.max(...all.map((one) => one.y + one.height))];
  return { x: (left + right) / 2, y: (top + bottom) / 2, wide: right - left, high: bottom - top };
}

/** As large as can be read, around where the case stands. */
function near(box, viewer, state) {
  const canvas = viewer.get("canvas");
  box.style.height = "";
  box.classList.remove("is-whole");
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const [wide, high] = [outer.width / readable, outer.height / readable];
  const here = places(viewer, state);
  let middle = { x: inner.x + wide / 2, y: inner.y + high / 2 };
  if (here.length > 0) {
    // All places when the box holds them with the names beside them, else the first.
    const every = around(here);
    middle = every.wide < wide - 120 && every.high < high - 80 ? every : around(here.slice(0, 1));
  }
  // What lies at the edge of the drawing is not moved to the middle of an empty box.
  const within = (at, from, size, span) =>
    span >= size ? from - (span - size) / 2 : Math.min(Math.max(at - span / 2, from), from + size - span);
  canvas.viewbox({
    x: within(middle.x, inner.x - 12, inner.width + 24, wide),
    y: within(middle.y, inner.y - 20, inner.height + 40, high),
    width: wide,
    height: high,
  });
}

/** What is shown first: a small drawing and one that has ended whole, else the place where the case stands. */
function first(box, viewer, state) {
  const canvas = viewer.get("canvas");
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(outer.width / (inner.width + 24), outer.height / (inner.height + 28));
  if ((state.now ?? []).length === 0 || scale >= readable) whole(box, viewer);
  else near(box, viewer, state);
}

const stateOf = (box) => JSON.parse(document.getElementById(box.dataset.state ?? "")?.dataset.markers || "{}");

function token() {
  const mark = document.createElement("div");
  mark.className = "token";
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** Marks steps and places the tokens; names that the diagram lacks are skipped. */
function paint(box, viewer) {
  const state = stateOf(box);
  const canvas = viewer.get("canvas");
  const elements = viewer.get("elementRegistry");
  const overlays = viewer.get("overlays");
  overlays.remove({ type: "token" });
  for (const element of elements.getAll()) {
    canvas.removeMarker(element, "is-done");
    canvas.removeMarker(element, "is-now");
  }
  for (const id of state.done ?? []) if (elements.get(id)) canvas.addMarker(id, "is-done");
  for (const id of state.now ?? []) {
    const element = elements.get(id);
    if (!element) continue;
    canvas.addMarker(id, "is-now");
    overlays.add(id, "token", { position: { top: -15, left: Math.round(element.width / 2) - 15 }, html: token() });
  }
}

/** The drawing with the names of the page's language. */
function translated(xml, names) {
  if (Object.keys(names).length === 0) return xml;
  const drawing = new DOMParser().parseFromString(xml, "application/xml");
  for (const [id, name] of Object.entries(names)) drawing.querySelector(`[id="${CSS.escape(id)}"]`)?.setAttribute("name", name);
  return new XMLSerializer().serializeToString(drawing);
}

async function draw(box) {
  try {
    const answer = await fetch(box.dataset.url, { credentials: "same-origin", headers: { accept: "application/xml" } });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const viewer = new NavigatedViewer({ container: box, ...looks });
    await viewer.importXML(translated(await answer.text(), JSON.parse(box.dataset.names || "{}")));
    drawn.set(box, viewer);
    paint(box, viewer);
    first(box, viewer, stateOf(box));
  } catch (fault) {
    console.warn("diagram:", fault);
    const words = document.createElement("p");
    words.className = "bpmn-fail meta";
    words.textContent = box.dataset.fail ?? "";
    box.replaceChildren(words);
  }
}

for (const box of document.querySelectorAll("[data-diagram]")) draw(box);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fit]");
  const box = button && document.getElementById(button.dataset.fit);
  const viewer = box && drawn.get(box);
  if (!viewer) return;
  // The button turns between the whole process and the place where the case stands.
  if (box.classList.contains("is-whole")) near(box, viewer, stateOf(box));
  else whole(box, viewer);
  button.setAttribute("aria-pressed", String(box.classList.contains("is-whole")));
});
document.addEventListener("htmx:afterSettle", () => {
  for (const box of document.querySelectorAll("[data-diagram]")) {
    const viewer = drawn.get(box);
    if (viewer) paint(box, viewer);
  }
});
