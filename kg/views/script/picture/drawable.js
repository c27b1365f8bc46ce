// A picture in which no line runs through a third entity. Mostly the bends of the cables see to that; where too much is shown for
// it, whoever is weakest of a line's ends and those in its way is left out, and the words above the picture count him. Who was
// chosen stays.

import { countEnds } from "../model/nearby.js";
import { boxesOf, pathsOf } from "./places.js";
import { TOUCH, hits } from "./route.js";

const GAP = 6; // world units between two holders of an office

// `viewOf` makes the view of those entities that a function lets in; nobody is left out where `all` are asked for.
// Gives the view, its places and its paths.
export function drawable(viewOf, map, boxOf, { all = false, chosen = [] } = {}) {
  const out = new Set(), bends = new Map();
  for (;;) {
    const view = viewOf((node) => map.places.has(node) && !out.has(node)), places = apart(view, map.places, boxOf);
    const boxes = boxesOf(view, places, boxOf), { paths, routed } = pathsOf(view, { ...map, places }, boxes, bends);
    const met = routed && !all ? meetings(view, paths, boxes) : [];
    if (!met.length) return { view, places, paths };
    const count = countEnds(view.lines.flatMap((line) => line.facts.map(() => [line.from, line.to])), (ends) => ends);
    const order = (a, b) => chosen.includes(a) - chosen.includes(b) || count.get(a) - count.get(b) || (a.id < b.id ? 1 : -1);
    for (const three of met) out.add(three.sort(order)[0]);
  }
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

// Every line with an entity that it runs through: the three concerned.
function meetings(view, paths, boxes) {
  return view.lines.filter((line) => paths.has(line.index)).flatMap((line) => {
    const third = boxes.filter((box) => box.node !== line.from && box.node !== line.to && hits([paths.get(line.index)], [box], TOUCH));
    return third.map(({ node }) => [line.from, line.to, node]);
  });
}
