// Marks on lines: "?" where a statement is disputed; in a comparison what became of a pair, if anything did.

import { pairOf } from "../model/bundles.js";
import { pointOn } from "./curve.js";
import { add } from "../model/filter.js";
import { opacityOf } from "./look.js";
import { SIGN_MARKS } from "../model/signs.js";

// Where along a line a mark may stand: the first place that is free.
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

// Marks as {x, y, text, line, half}: none on another one or on an entity, as far as there is room. `size` is that of the
// text in world units, `boxes` are those of the entities.
export function marksOf(view, paths, focus, size, boxes) {
  const taken = [];
  for (const { line, text } of view.pairs ? changed(view, paths) : disputed(view)) {
    const path = paths.get(line.index);
    if (!path || opacityOf(line, focus) <= 0.2) continue;
    const half = size * (0.62 + 0.42 * (text.length - 1));
    const spots = SPOTS.map((t) => ({ ...pointOn(path, t), text, line, half }));
    taken.push(spots.find((spot) => free(spot, taken, boxes, size)) ?? spots[0]);
  }
  return taken;
}

const disputed = (view) => view.lines.filter((line) => line.disputed).map((line) => ({ line, text: "?" }));

// One mark a pair: on the line in the middle of its cable.
function changed(view, paths) {
  const cables = new Map();
  for (const line of view.lines) if (paths.has(line.index)) add(cables, line.pair, line);
  return view.pairs.filter((pair) => pair.change !== "kept" && cables.has(pairOf(...pair.ends))).map((pair) => {
    const lines = cables.get(pairOf(...pair.ends)), own = lines.filter((line) => line.change === pair.change);
    return { text: changeMark(pair), line: [...(own.length ? own : lines)].sort((a, b) => Math.abs(a.lane) - Math.abs(b.lane))[0] };
  });
}

export function changeMark(pair) {
  if (pair.change === "began") return "+";
  if (pair.change === "ended") return "\u2212";
  return SIGN_MARKS[pair.before] + "\u2192" + SIGN_MARKS[pair.after];
}

function free(spot, taken, boxes, size) {
  const apart = (a, b) => Math.abs(a.x - b.x) > a.half + b.half || Math.abs(a.y - b.y) > 1.3 * size;
  return taken.every((other) => apart(spot, other)) && boxes.every((box) =>
    Math.abs(spot.x - box.x) > box.half + spot.half || spot.y + 0.7 * size < box.y - box.above || spot.y - 0.7 * size > box.y + box.below);
}

export const markColour = (line, theme) => (line.real ? line.family[theme.name] : theme.border);
export const markSize = (scale) => Math.max(11.5, 12 * scale) / scale;

export function drawMarks(canvas, context) {
  if (!canvas.map?.paths) return;
  const size = markSize(canvas.scale);
  canvas.marks ??= marksOf(canvas.view, canvas.map.paths, canvas.focus, size, canvas.boxes());
  for (const mark of canvas.marks) draw(context, mark, size, canvas);
}

function draw(context, { x, y, half, text, line }, size, { theme, scale }) {
  context.save();
  context.beginPath();
  context.roundRect(x - half, y - size * 0.62, 2 * half, size * 1.24, size * 0.62);
  context.fillStyle = theme.paper;
  context.fill();
  context.lineWidth = 1 / scale;
  context.strokeStyle = context.fillStyle = markColour(line, theme);
  context.stroke();
  context.font = "600 " + size + "px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + size * 0.05);
  context.restore();
}
