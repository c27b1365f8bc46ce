// Heads of lines as SVG paths, drawn as vis-network draws them: the tip at 0,0, the line coming from the left.

import { pointOn } from "./curve.js";
import { fixed } from "./outlines.js";

const POINTS = {
  arrow: [[0, 0], [-1, 0.3], [-0.9, 0], [-1, -0.3]],
  triangle: [[0, 0], [-1, 0.3], [-1, -0.3]],
  vee: [[-1, 0.3], [-0.5, 0], [-1, -0.3], [0, 0]],
  bar: [[0, 0.5], [0, -0.5], [-0.15, -0.5], [-0.15, 0.5]],
};
export const OPEN = "inv_curve"; // the one that is drawn as a stroke

export const headLength = ({ arrows, width }) => 15 * arrows.to.scaleFactor + 3 * width;

export function headPath(type, length) {
  const at = (part) => fixed(part * length), radius = at(0.4);
  if (type === OPEN) return "M" + at(-0.3) + " " + radius + "A" + radius + " " + radius + " 0 0 1 " + at(-0.3) + " -" + radius;
  if (type === "circle") return "M" + at(-0.8) + " 0A" + radius + " " + radius + " 0 1 1 0 0A" + radius + " " + radius + " 0 1 1 " + at(-0.8) + " 0Z";
  return "M" + (POINTS[type] ?? POINTS.arrow).map(([x, y]) => at(x) + " " + at(y)).join("L") + "Z";
}

// The part of the way at which a path reaches the rim of its end: `reach(angle)` says how far that is from the end's middle.
export function arrival(path, reach) {
  const end = path[3];
  let [low, high] = [0, 1];
  for (let step = 0; step < 14; step += 1) {
    const at = (low + high) / 2, point = pointOn(path, at);
    if (Math.hypot(end.x - point.x, end.y - point.y) > reach(Math.atan2(end.y - point.y, end.x - point.x))) low = at;
    else high = at;
  }
  return (low + high) / 2;
}

// The first part of a path, up to a part of the way.
export function cut(path, part) {
  const between = (a, b) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
  const left = [path[0]];
  for (let row = path; row.length > 1; left.push(row[0])) row = row.slice(1).map((point, i) => between(row[i], point));
  return left;
}
