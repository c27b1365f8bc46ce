// Puts the parts together: one state, one function that changes it, and the global `comity`.

const NARROW = window.matchMedia("(max-width: 719px)");
const DARK = window.matchMedia("(prefers-color-scheme: dark)");
const data = decode(JSON.parse(byId("comity-data").textContent));
const graph = JSON.parse(byId("comity-graph").textContent);
document.documentElement.classList.add("live");
for (const id of ["side", "evidence", "zoom"]) byId(id).hidden = false;

const opening = {
  ...data.opening, compare: "", actor: null, line: null, unreal: false, near: false, limit: 60,
  off: new Set([...data.families, ...data.kinds].filter((one) => !one.shown).map((one) => one.id)),
};
let state = known({ ...opening, ...readAddress(location.hash) });
let theme = themeOf(DARK.matches), current = null;
const canvas = makeCanvas(data, graph, byId("canvas"), theme, pickAt);
const camera = makeCamera(canvas, byId("canvas"), graph.extent, () => { if (current) canvas.draw(current, focus()); });

// A state from an address may name what is not here: then it stays as the page opens.
function known(wished) {
  const spans = data.spans.map((span) => span.id), off = new Set(wished.off ?? opening.off);
  return {
    ...wished, off,
    era: spans.includes(wished.era) ? wished.era : opening.era,
    compare: spans.includes(wished.compare) && wished.compare !== wished.era ? wished.compare : "",
    actor: data.nodes.some((node) => node.id === wished.actor) ? wished.actor : null,
    as: ["everybody", "undisputed"].includes(wished.as) || data.people.some((person) => person.id === wished.as) ? wished.as : "everybody",
    line: Number.isInteger(wished.line) && data.lines[wished.line] ? wished.line : null,
  };
}

const eraIndex = (id) => data.spans.findIndex((span) => span.id === id);

function focus() {
  const visible = current && state.line !== null && current.lines.some((line) => line.index === state.line);
  const actor = current ? [...current.nodes].find((node) => node.id === state.actor) : undefined;
  return { line: visible ? state.line : null, actor: !visible && actor && !state.near ? actor.index : null };
}

function render() {
  const held = heldFocus();
  const era = eraIndex(state.era), before = state.compare ? eraIndex(state.compare) : null;
  const now = viewOf(data, state, era);
  current = before === null ? now : compared(now, viewOf(data, state, before));
  arrange();
  showEra(state);
  showControls(data, state, current);
  fillLegend(data, state, current, theme, set);
  fillSigns(data, state, current, theme, set);
  fillLists(current, state, theme, pick);
  canvas.draw(current, focus());
  showStatus(data, current, state, era, before);
  fillPanel(data, current, state, data.spans[era]);
  if (byId("table").open) fillTable(current, state, data.spans[era], pick);
  held();
}

// Lists are made anew: whoever had the focus gets it back.
function heldFocus() {
  const own = document.activeElement?.dataset ?? {};
  const name = ["line", "actor", "off"].find((key) => own[key] !== undefined);
  if (!name) return () => {};
  return () => document.querySelector("[data-" + name + '="' + CSS.escape(own[name]) + '"]')?.focus({ preventScroll: true });
}

// On a narrow screen a neighbourhood has places of its own, the same in every era; else the graph's.
function arrange() {
  const centre = data.nodes.find((node) => node.id === state.actor);
  const ego = NARROW.matches && state.near && centre;
  const key = ego ? centre.id : "";
  if (ego) {
    const facts = data.facts.filter((fact) => fact.real && touches(fact, centre.id) && isOn(state, fact));
    const box = byId("canvas");
    const neighbours = strongest(facts).filter((node) => node !== centre);
    const places = egoPlaces(centre, neighbours, canvas.home, box.clientWidth, box.clientHeight);
    current = within(current, places);
    canvas.arrange(places, egoCurves(data.lines.filter((line) => facts.some((fact) => fact.line === line))));
    camera.extent = [-box.clientWidth / 2, -box.clientHeight / 2, box.clientWidth / 2, box.clientHeight / 2];
  } else {
    canvas.arrange(null, null);
    camera.extent = graph.extent;
  }
  if (arrange.last !== key) camera.home();
  arrange.last = key;
}

// Only what has a place in the neighbourhood.
function within(view, places) {
  const lines = view.lines.filter((line) => places.has(line.from.index) && places.has(line.to.index));
  const facts = new Set(lines.flatMap((line) => line.facts));
  const nodes = new Set(lines.flatMap((line) => [line.from, line.to]));
  return { ...view, lines, nodes, facts: view.facts.filter((fact) => facts.has(fact)), left: view.nodes.size - nodes.size };
}

function set(change, keep) {
  state = known({ ...state, ...change });
  render();
  const address = writeAddress(state, opening);
  if (keep) history.replaceState(null, "", address);
  else if (address !== location.hash) history.pushState(null, "", address);
}

function pick(change) {
  if (change.actor !== undefined && NARROW.matches) change = { ...change, near: true };
  set(change);
  if (NARROW.matches) byId("evidence").scrollIntoView({ block: "nearest" });
}

function pickAt(node, edge) {
  if (node !== undefined) pick({ actor: data.nodes[node].id, line: null });
  else if (edge !== undefined) pick({ line: edge });
  else set(NARROW.matches ? { line: null } : { actor: null, line: null, near: false });
}

function strongestActor() {
  const facts = viewOf(data, { ...state, near: false, limit: 0 }, eraIndex(state.era)).facts;
  return strongest(facts)[0]?.id ?? null;
}

function retheme() {
  theme = canvas.theme = themeOf(DARK.matches);
  render();
}

makeEras(data, set);
makeControls(data, set);
byId("find").addEventListener("input", () => fillLists(current, state, theme, pick));
byId("find").addEventListener("keydown", (event) => { if (event.key === "Enter") byId("actors").querySelector("button")?.click(); });
byId("table").addEventListener("toggle", () => { if (byId("table").open) fillTable(current, state, data.spans[eraIndex(state.era)], pick); });
byId("zoom-in").addEventListener("click", () => camera.zoom(1.25));
byId("zoom-out").addEventListener("click", () => camera.zoom(0.8));
byId("zoom-all").addEventListener("click", () => camera.home());
DARK.addEventListener("change", retheme);
canvas.network.on("afterDrawing", (context) => drawMarks(canvas, context));
window.addEventListener("popstate", () => { state = known({ ...opening, ...readAddress(location.hash) }); render(); });
if (NARROW.matches) {
  for (const one of document.querySelectorAll("details.filters, #table")) one.open = false;
  if (!state.actor) state = { ...state, actor: strongestActor(), near: true };
}
camera.home();
render();

// Where a place is in the window, in CSS px: what a script would click on.
const onScreen = (place) => {
  const at = canvas.network.canvasToDOM(place);
  const frame = byId("canvas").getBoundingClientRect();
  return [Math.round(frame.left + at.x), Math.round(frame.top + at.y)];
};
window.comity = Object.freeze({
  eras: () => data.spans.map((span) => span.id),
  show: (change) => set({ ...change }, true),
  places: () => Object.fromEntries([...current.nodes].map((node) => [node.id, onScreen(canvas.network.getPosition(node.index))])),
  lines: () => current.lines.map((line) => ({
    from: line.from.id, to: line.to.id, kind: line.family.id, sign: line.sign, certain: line.certain, real: line.real, change: line.change,
    statements: line.facts.map((fact) => fact.id),
    at: onScreen(middleOf(canvas.places[line.from.index], canvas.places[line.to.index], canvas.curves[line.index])),
  })),
  text: () => [...current.nodes].map((node) => canvas.fontOf(node) * canvas.network.getScale()),
  rows: () => { fillTable(current, state, data.spans[eraIndex(state.era)], pick); return rowsOf(); },
});
