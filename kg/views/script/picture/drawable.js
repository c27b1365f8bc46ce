// A picture in which no line runs through a third entity. Mostly the bends of the cables see to that; where too much is shown for
// it, a cable is not drawn or those in its way are not, whichever takes fewer statements away; the words above the picture say so.

import { add } from "../model/filter.js";
import { countEnds } from "../model/nearby.js";
import { boxesOf, pathsOf } from "./places.js";
import { TOUCH, hits } from "./route.js";

const GAP = 6; // world units between two holders of an office

// `viewOf` makes the view of those entities, and then of those lines, that a function lets in; nothing is left out where `all` is
// asked for. Gives the view, its places and its paths; `view.out` are the entities and the pairs that are not drawn.
export function drawable(viewOf, map, boxOf, all = false) {
  const placed = (node) => map.places.has(node), view = viewOf(placed), places = apart(view, map.places, boxOf);
  const boxes = boxesOf(view, places, boxOf), { paths, routed } = pathsOf(view, { ...map, places }, boxes);
  const { pairs, nodes } = routed && !all ? leftOut(view, paths, boxes) : { pairs: new Map(), nodes: new Set() };
  if (!pairs.size && !nodes.size) return { view, places, paths };
  const drawn = viewOf(placed, (line) => !pairs.has(line.pair) && !nodes.has(line.from) && !nodes.has(line.to));
  return { view: Object.assign(drawn, { out: [...[...nodes].map((node) => [node]), ...pairs.values()] }), places, paths };
}

// Holders of one office share a place, since no era shows them together. Where a comparison or a long period does, they stand
// below each other, in the order of their statements.
function apart(view, places, boxOf) {
  const lowest = new Map(), moved = new Map(places);
  for (const node of new Set(view.facts.flatMap((fact) => [fact.subject, fact.object]))) {
    const at = places.get(node), key = at && at.x + " " + at.y;
    if (!at || !view.nodes.has(node)) continue;
    const { above, below } = boxOf(node), y = lowest.has(key) ? lowest.get(key) + GAP + above : at.y;
    if (y !== at.y) moved.set(node, { x: at.x, y });
    lowest.set(key, y + below);
  }
  return moved;
}

// The pairs and the entities to leave out: of every cable that runs through somebody, itself or those in its way.
function leftOut(view, paths, boxes) {
  const count = countEnds(view.lines.flatMap((line) => line.facts.map(() => [line.from, line.to])), (ends) => ends);
  const cables = new Map();
  for (const line of view.lines) if (paths.has(line.index)) add(cables, line.pair, line);
  const pairs = new Map(), nodes = new Set();
  for (const [pair, lines] of cables) {
    const { from, to } = lines[0], all = lines.map((line) => paths.get(line.index));
    const met = boxes.filter((box) => box.node !== from && box.node !== to && hits(all, [box], TOUCH));
    if (!met.length) continue;
    const own = lines.reduce((sum, line) => sum + line.facts.length, 0), others = met.reduce((sum, { node }) => sum + count.get(node), 0);
    if (own <= others) pairs.set(pair, [from, to]);
    else for (const { node } of met) nodes.add(node);
  }
  return { pairs, nodes };
}
