// Puts the parts together: one state, one function that changes it, one that shows it, and the global `comity`.

import { absent } from "./side/absent.js";
import { readAddress, writeAddress } from "./model/address.js";
import { boxOf } from "./picture/boxes.js";
import { makeCamera } from "./picture/camera.js";
import { makeCanvas } from "./picture/canvas.js";
import { columns } from "./side/columns.js";
import { comparing } from "./timeline/comparing.js";
import { controls } from "./side/controls.js";
import { pointOn, sampled } from "./picture/curve.js";
import { decode } from "./model/data.js";
import { countChanges, sentence } from "./model/difference.js";
import { byId } from "./base/dom.js";
import { drawable } from "./picture/drawable.js";
import { eras } from "./timeline/eras.js";
import { keep } from "./export/export.js";
import { find } from "./side/find.js";
import { holders } from "./side/holders.js";
import { markKey } from "./side/key.js";
import { keyboard } from "./keyboard.js";
import { legend } from "./side/legend.js";
import { lists } from "./side/lists.js";
import { themeOf } from "./picture/look.js";
import { drawMarks } from "./picture/marks.js";
import { matrix } from "./ways/matrix.js";
import { multiples } from "./ways/multiples.js";
import { select } from "./model/filter.js";
import { strongest, touches } from "./model/nearby.js";
import { panel } from "./panel/panel.js";
import { paper } from "./export/paper.js";
import { pictureOf, pictures } from "./picture/picture.js";
import { placesFor, readLayout } from "./picture/places.js";
import { play } from "./timeline/play.js";
import { known, lineId, openingOf, pairEnds, periodFor, spanOf } from "./model/state.js";
import { status } from "./side/status.js";
import { rowsOf, table } from "./ways/table.js";
import { timeline } from "./timeline/timeline.js";
import { views } from "./side/views.js";
import { lineName } from "./model/words.js";

const NARROW = window.matchMedia("screen and (max-width: 799px)");
const DARK = window.matchMedia("(prefers-color-scheme: dark)");
const data = decode(JSON.parse(byId("comity-data").textContent));
const graph = JSON.parse(byId("comity-graph").textContent);
const layout = readLayout(data, graph);
document.documentElement.className = "live";
for (const id of ["side", "evidence", "bar", "timeline"]) byId(id).hidden = false;

const opening = openingOf(data);
// What every part of the page is given: it reads these and calls `set` or `pick`.
const app = { data, opening, state: null, theme: themeOf(DARK.matches), view: null, set, pick, isSaidOf, narrow: () => NARROW.matches };
app.state = known(data, { ...opening, ...readAddress(location.hash) }, opening);
// Each part makes its elements once and gives back what brings them up to date with a view.
const parts = [columns, views, eras, comparing, controls, holders, find, absent, legend, markKey, lists, status, panel, matrix, table, multiples, keep, keyboard, paper, timeline, play].map((make) => make(app));
// After them, so that it is measured where it stays.
const canvas = makeCanvas(graph, byId("canvas"), app.theme, pickAt, nameOf);
const camera = app.camera = makeCamera(canvas, byId("canvas"), layout.extent, () => { if (app.map?.paths) draw(); });

function render() {
  const held = heldFocus();
  const { state } = app;
  room.drawn = { ...room() };
  app.map = placesFor(data, state, layout, { ...room.drawn, narrow: NARROW.matches });
  const before = state.compare ? spanOf(data, state.compare) : null;
  const viewOf = pictures(data, state, periodFor(data, state), before);
  frame();
  app.map.fontOf = (node) => canvas.fontOf(node, canvas.homeScale);
  const drawn = state.view === "graph";
  const { view, places, paths } = drawn
    ? drawable(viewOf, app.map, (node) => boxOf(node, app.map.fontOf(node)), state.limit === 0)
    : { view: viewOf(null), places: app.map.places, paths: new Map() };
  app.view = view;
  Object.assign(app.map, { places, paths });
  app.focus = focus();
  if (drawn) draw();
  for (const update of parts) update(app.view);
  held();
}

const draw = () => canvas.draw(data, app.view, app.focus, app.map);

function focus() {
  const line = app.view.lines.find((one) => lineId(one) === app.state.line) ?? null;
  const actor = data.node.get(app.state.actor), pair = line ? null : pairEnds(data, app.state.pair);
  return { line, pair: pair?.every((end) => app.view.nodes.has(end)) ? pair : null, actor: !line && !pair && app.view.nodes.has(actor) && !app.state.near ? actor : null };
}

// The size of the picture, in CSS px; while another way to look hides it, the last that it had.
function room() {
  const { clientWidth, clientHeight } = canvas.container;
  if (clientWidth) room.last = { width: clientWidth, height: clientHeight };
  return room.last ?? { width: byId("middle").clientWidth, height: 480 };
}

// The camera goes home only when the places change.
function frame() {
  const key = app.map.ego ? app.state.actor + app.state.near : app.map.broad;
  camera.extent = app.map.frame;
  canvas.map = app.map;
  if (frame.last !== key) camera.home();
  frame.last = key;
}

// Elements are made anew, or hidden: whoever had the focus gets it back, or else the way to look has it.
function heldFocus() {
  const held = document.activeElement, own = held?.dataset ?? {};
  const name = ["line", "actor", "off", "pair"].find((key) => own[key] !== undefined);
  return () => {
    if (name) document.querySelector("[data-" + name + '="' + CSS.escape(own[name]) + '"]')?.focus({ preventScroll: true });
    const now = document.activeElement;
    if (held !== document.body && (now === document.body || now.closest("[hidden]"))) document.querySelector("#views [aria-selected=true]").focus();
  };
}

// Changes the state, shows it, and puts it in the address; `keep` writes over the last entry of the history.
function set(change, keep) {
  app.state = known(data, { ...app.state, ...change }, opening);
  render();
  const address = writeAddress(app.state, opening);
  if (keep) history.replaceState(null, "", address);
  else if (address !== location.hash) history.pushState(null, "", address);
}

// Chooses an actor, a line or a pair: the others are chosen no longer, but a neighbourhood keeps its centre.
function pick(change) {
  const chosen = { line: "", pair: "", ...change };
  const node = data.node.get(change.actor);
  const unplaced = app.state.view === "graph" && !layout.places.has(node);
  if (node && (NARROW.matches || unplaced) && isSaidOf(node)) chosen.near = Math.max(1, app.state.near);
  set(chosen);
  if (NARROW.matches) byId("evidence").scrollIntoView({ block: "nearest" });
}

// Whether anything that passes the filters is about an entity, in the time shown or in what it is compared with: its
// neighbourhood would else be an empty picture.
function isSaidOf(node) {
  return [app.view.now, app.view.before].some((period) => period && select(data, app.state, period).passed.some((fact) => touches(fact, node)));
}

function pickAt(node, edge) {
  if (node !== undefined) pick({ actor: data.nodes[node].id });
  else if (edge !== undefined) pick({ line: lineId(data.lines[edge]) });
  else pick(NARROW.matches ? {} : { actor: "", near: 0 });
}

function nameOf(node, edge) {
  return node === undefined ? lineName(data.lines[edge]) : data.nodes[node].label;
}

function strongestActor() {
  const view = pictureOf(data, { ...app.state, near: 0, limit: 0 }, periodFor(data, app.state), null, null);
  return strongest(view.facts, (fact) => [fact.subject, fact.object])[0]?.id ?? "";
}

DARK.addEventListener("change", () => { app.theme = canvas.theme = themeOf(DARK.matches); render(); });
canvas.network.on("afterDrawing", (context) => drawMarks(canvas, context));
canvas.network.on("resize", () => requestAnimationFrame(() => { if (room().width !== room.drawn.width || room().height !== room.drawn.height) render(); }));
window.addEventListener("popstate", () => { app.state = known(data, { ...opening, ...readAddress(location.hash) }, opening); render(); });
if (NARROW.matches) {
  for (const one of document.querySelectorAll("details.filters")) one.open = false;
  if (!app.state.actor) app.state = { ...app.state, actor: strongestActor(), near: 1 };
}
render();

// Where a place is in the window, in CSS px: what a script would click on.
const onScreen = (place) => {
  const at = canvas.network.canvasToDOM(place);
  const frame = canvas.container.getBoundingClientRect();
  return [Math.round(frame.left + at.x), Math.round(frame.top + at.y)];
};
const middle = (line) => (app.map.paths.has(line.index) ? onScreen(pointOn(app.map.paths.get(line.index), 0.5)) : null);
const screenPath = (line) => (app.map.paths.has(line.index) ? sampled(app.map.paths.get(line.index), 49).map(onScreen) : []);
const screenBox = (node) => {
  const box = canvas.network.getBoundingBox(node.index), more = node.kind.shape === "box" ? 6 : 0; // vis-network adds the radius of the corners
  return [...onScreen({ x: box.left + more, y: box.top + more }), ...onScreen({ x: box.right - more, y: box.bottom - more })];
};
window.comity = Object.freeze({
  eras: () => data.groups[0].spans.map((span) => span.id),
  show: (change) => set({ ...change, ...(change.off && { off: new Set(change.off) }), ...(change.era && { during: "" }) }, true),
  places: () => Object.fromEntries([...app.view.nodes].filter((node) => app.map.places.has(node)).map((node) => [node.id, onScreen(app.map.places.get(node))])),
  lines: () => app.view.lines.map((line) => ({
    from: line.from.id, to: line.to.id, kind: line.family.id, sign: line.sign, certain: line.certain, real: line.real, change: line.change,
    statements: line.facts.map((fact) => fact.id), at: middle(line), path: screenPath(line),
  })),
  boxes: () => Object.fromEntries([...app.view.nodes].filter((node) => app.map.places.has(node)).map((node) => [node.id, screenBox(node)])),
  text: () => [...app.view.nodes].map((node) => canvas.fontOf(node) * canvas.network.getScale()),
  rows: () => rowsOf(app),
  difference: () => app.view.pairs && {
    sentence: sentence(app.view.pairs, app.view.now, app.view.before), counts: countChanges(app.view.pairs),
    pairs: app.view.pairs.map(({ ends, before, after, change, ...facts }) => ({
      between: ends.map((node) => node.id), before, after, change,
      ...Object.fromEntries(Object.entries(facts).map(([name, list]) => [name, list.map((fact) => fact.id).sort()])),
    })),
  },
});
