// Ways around entities that stand in a line's way. The build has chosen bends that are free in every era; where a state shows
// what no era shows together (a brushed period, policies too), a cable that would run through a third entity bends another way.

import { pointOn, sampled } from "./curve.js";

const CLEAR = 5, SAMPLES = 49; // a new bend keeps so many world units away
export const TOUCH = 3; // so near a line touches
const STEPS = [0, 20, 40, 60, 85, 110, 140, 175, 215, 260, 320, 400].flatMap((step) => (step ? [step, -step] : [0]));
// From straight to wound: the first that is free is the best.
const BENDS = STEPS.flatMap((one) => STEPS.map((two) => [one, two])).sort((a, b) => wound(a) - wound(b));

function wound([one, two]) {
  return Math.abs(one) + Math.abs(two) + 0.8 * Math.abs(one - two);
}

// The bend of a cable: the given one if none of its lines runs through a box, else the least wound that is free and stays within
// the frame (left, top, right, bottom), else the one with least in its way.
export function freeBend(given, pathsFor, boxes, frame) {
  let best = given, least = hits(pathsFor(given), boxes, TOUCH);
  for (const bend of BENDS) {
    if (least === 0) break;
    const paths = pathsFor(bend), found = hits(paths, boxes, CLEAR, least) + leaves(paths, frame);
    if (found < least) [best, least] = [bend, found];
  }
  return best;
}

// How often the paths run through one of the boxes {x, y, half, above, below} or pass nearer than `clear`; counted up to `enough`.
export function hits(paths, boxes, clear, enough = Infinity) {
  let count = 0;
  for (const path of paths) {
    const points = sampled(path, SAMPLES), [left, top, right, bottom] = around(path);
    for (const box of boxes) {
      if (box.x + box.half + clear < left || box.x - box.half - clear > right || box.y + box.below + clear < top || box.y - box.above - clear > bottom) continue;
      if (points.some((point) => inside(point, box, clear))) count += 1;
      if (count >= enough) return count;
    }
  }
  return count;
}

// A path that leaves the frame in its middle is better than one through an entity; at its ends it is where it must be.
function leaves(paths, [left, top, right, bottom]) {
  return paths.some((path) => [0.3, 0.5, 0.7].map((t) => pointOn(path, t)).some(({ x, y }) => x < left || x > right || y < top || y > bottom)) ? 0.5 : 0;
}

// A Bezier curve lies within its control points.
function around(path) {
  const xs = path.map((point) => point.x), ys = path.map((point) => point.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const inside = ({ x, y }, box, clear) =>
  Math.abs(x - box.x) < box.half + clear && y > box.y - box.above - clear && y < box.y + box.below + clear;
