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

function fit(viewer) {
  const canvas = viewer.get("canvas");
  canvas.zoom("fit-viewport", "auto");
  const { inner } = canvas.viewbox();
  canvas.viewbox({ x: inner.x - 12, y: inner.y - 14, width: inner.width + 24, height: inner.height + 28 });
}

function token() {
  const mark = document.createElement("div");
  mark.className = "token";
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** Marks steps and places the tokens; names that the diagram lacks are skipped. */
function paint(box, viewer) {
  const source = document.getElementById(box.dataset.state ?? "");
  const state = JSON.parse(source?.dataset.markers || "{}");
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

async function draw(box) {
  try {
    const answer = await fetch(box.dataset.url, { credentials: "same-origin", headers: { accept: "application/xml" } });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const viewer = new NavigatedViewer({ container: box, ...looks });
    await viewer.importXML(await answer.text());
    drawn.set(box, viewer);
    paint(box, viewer);
    fit(viewer);
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
  const viewer = button && drawn.get(document.getElementById(button.dataset.fit));
  if (viewer) fit(viewer);
});
document.addEventListener("htmx:afterSettle", () => {
  for (const box of document.querySelectorAll("[data-diagram]")) {
    const viewer = drawn.get(box);
    if (viewer) paint(box, viewer);
  }
});
