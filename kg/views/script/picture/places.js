// Where entities stand and how lines run: as the build placed them, or around one entity in its neighbourhood.

import { addLanes } from "../model/bundles.js";
import { pathOf } from "./curve.js";
import { egoPlaces } from "./ego.js";
import { add, passes } from "../model/filter.js";
import { records } from "../base/records.js";
import { freeBend } from "./route.js";

const SYMBOL_REACH = 6;
const BROADEST = 1.5;
const MOST_ROUTED = 120; // lines that differ: more are shown only to who asks for all, and nobody can follow them

// The build's layout: places by entity, spines by pair. Lines learn their lanes. Both stand in the order of the first statements.
export function readLayout(data, graph) {
  const nodes = records(graph.nodes).map((one) => [data.nodes[one.id], one]);
  const lines = [...data.lineOf.values()], pairs = new Set(lines.filter((line) => line.from !== line.to).map((line) => line.pair));
  const spines = [...pairs].slice(0, graph.bends.length).map((pair, i) => [pair, graph.bends[i]]);
  addLanes(data, new Map(graph.lanes.map((lane, i) => [lines[i], lane])));
  return {
    places: new Map(nodes.map(([node, { x, y }]) => [node, { x, y }])), reaches: new Map(nodes.map(([node, { reach }]) => [node, reach])),
    spines: new Map(spines), extent: graph.extent,
  };
}

// Places for a state: those of the build, or an entity's neighbourhood with places of its own.
export function placesFor(data, state, layout, size) {
  const centre = state.near ? data.node.get(state.actor) : null;
  if (!centre || (layout.places.has(centre) && !size.narrow)) return { ...broadened(layout, state.view === "graph" ? size.width / size.height : 0), ego: false };
  const facts = data.facts.filter((fact) => passes(fact, state.off));
  return { places: egoPlaces(facts, (fact) => [fact.subject, fact.object], centre, state.near, layout.places, size), spines: new Map(), reaches: layout.reaches, frame: [-size.width / 2, -size.height / 2, size.width / 2, size.height / 2], ego: true };
}

// In a window broader than the build's world the picture is drawn out sideways, so that names have more room; whatever the era.
function broadened(layout, shape) {
  const [left, top, right, bottom] = layout.extent, broad = Math.min(Math.max(shape * ((bottom - top) / (right - left)), 1), BROADEST);
  const places = new Map([...layout.places].map(([node, { x, y }]) => [node, { x: Math.round(x * broad), y }]));
  return { ...layout, places, broad, frame: [Math.floor(left * broad), top, Math.ceil(right * broad), bottom] };
}

// The bend of a pair as the build has it, drawn out with the places of its ends.
function bendOf([one, two], { x, y }, other, broad = 1) {
  const dx = x - other.x, dy = y - other.y, factor = broad * Math.hypot(dx / broad, dy) / Math.hypot(dx, dy) || 1;
  return [one * factor, two * factor];
}

// The room that the entities of a view take; `boxOf` gives the drawn size of one.
export const boxesOf = (view, places, boxOf) =>
  [...view.nodes].filter((node) => places.has(node)).map((node) => ({ node, ...places.get(node), ...boxOf(node) }));

// The paths of a view's lines, by the line's index, each bent so that it runs through no third box; `routed` says whether that was tried.
export function pathsOf(view, map, boxes) {
  const { places, spines } = map;
  const cables = new Map();
  for (const line of view.lines) {
    if (line.from !== line.to && places.has(line.from) && places.has(line.to)) add(cables, line.pair, line);
  }
  const paths = new Map(), routed = view.lines.filter((line) => line.change !== "kept").length <= MOST_ROUTED;
  for (const [pair, lines] of cables) {
    const third = boxes.filter(({ node }) => node !== lines[0].from && node !== lines[0].to);
    const { from, to } = lines[0], given = bendOf(spines.get(pair) ?? [0, 0], places.get(from), places.get(to), map.broad);
    const bend = !routed ? given : freeBend(given, (spine) => lines.map((line) => linePath(line, map, spine)), third, map.frame);
    for (const line of lines) paths.set(line.index, linePath(line, map, bend));
  }
  return { paths, routed };
}

function linePath(line, { places, reaches }, spine) {
  const back = line.from.id > line.to.id;
  const [a, b] = back ? [line.to, line.from] : [line.from, line.to];
  const path = pathOf(places.get(a), places.get(b), spine, line.lane, reaches.get(a) ?? SYMBOL_REACH, reaches.get(b) ?? SYMBOL_REACH);
  return back ? path.reverse() : path;
}
