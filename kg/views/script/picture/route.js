// Ways around entities that stand in a line's way. The build has chosen bends that are free in every era; where a state shows
// what no era shows together (a brushed period, policies too), a cable that would run through a third entity bends another way.

import { bernstein, sampled } from "./curve.js";

const CLEAR = 5; // a new bend keeps so many world units away
export const TOUCH = 3; // so near a line touches
const STEPS = [0, 25, 50, 80, 120, 170, 240, 320, 400].flatMap((step) => (step ? [step, -step] : [0]));
// From straight to wound: the first that is free is the best.
const BENDS = STEPS.flatMap((one) => STEPS.map((two) => [one, two])).sort((a, b) => wound(a) - wound(b));

// Points along a path as weights of its control points: first those that part it into few, since a hit is found there sooner.
const PARTS = 48;
const divisor = (a, b) => (b ? divisor(b, a % b) : a);
const WEIGHTS = Array.from({ length: PARTS + 1 }, (_, i) => i).sort((a, b) => divisor(b, PARTS) - divisor(a, PARTS)).map((i) => bernstein(i / PARTS));

function wound([one, two]) {
  return Math.abs(one) + Math.abs(two) + 0.8 * Math.abs(one - two);
}

// The bend of a cable: the given one if none of its lines runs through a box, else the least wound that is free, else the one with least in its way; none that leaves the frame (left, top, right, bottom).
export function freeBend(given, pathsFor, boxes, frame) {
  let best = given, least = hits(pathsFor(given), boxes, TOUCH);
  if (least === 0) return given;
  for (const bend of BENDS) {
    const paths = pathsFor(bend), met = hits(paths, boxes, CLEAR, least);
    if (met < least && !leaves(paths, frame)) [best, least] = [bend, met];
    if (least === 0) break;
  }
  return best;
}

// How often the paths run through one of the boxes {x, y, half, above, below} or pass nearer than `clear`; counted up to `enough`.
export function hits(paths, boxes, clear, enough = Infinity) {
  let count = 0;
  for (const path of paths) {
    const [left, top, right, bottom] = around(path);
    const near = boxes.filter((box) =>
      box.x + box.half + clear >= left && box.x - box.half - clear <= right && box.y + box.below + clear >= top && box.y - box.above - clear <= bottom);
    if (near.length) count += met(path, near, clear, enough - count);
    if (count >= enough) return count;
  }
  return count;
}

// Asked some hundred thousand times for a picture. Whoever is met is asked no more.
function met([p, q, r, s], near, clear, enough) {
  let count = 0;
  for (const [a, b, c, d] of WEIGHTS) {
    const x = a * p.x + b * q.x + c * r.x + d * s.x, y = a * p.y + b * q.y + c * r.y + d * s.y;
    for (let i = near.length - 1; i >= 0; i -= 1) {
      const box = near[i];
      if (Math.abs(x - box.x) >= box.half + clear || y <= box.y - box.above - clear || y >= box.y + box.below + clear) continue;
      count += 1;
      if (count >= enough) return count;
      near.splice(i, 1);
    }
  }
  return count;
}

// Whether a path leaves the frame, which none may.
function leaves(paths, [left, top, right, bottom]) {
  return paths.some((path) => sampled(path, 17).some(({ x, y }) => x < left || x > right || y < top || y > bottom));
}

// A Bezier curve lies within its control points.
function around([p, q, r, s]) {
  return [Math.min(p.x, q.x, r.x, s.x), Math.min(p.y, q.y, r.y, s.y), Math.max(p.x, q.x, r.x, s.x), Math.max(p.y, q.y, r.y, s.y)];
}
