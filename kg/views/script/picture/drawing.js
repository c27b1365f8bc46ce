// A view as an SVG tree: the places, paths, dashes, heads and shapes of the canvas; for export and for small multiples. Pure.

import { widthOf } from "./boxes.js";
import { litNodes } from "./canvas.js";
import { pointOn } from "./curve.js";
import { svg } from "../base/dom.js";
import { OPEN, arrival, cut, headLength, headPath } from "./heads.js";
import { edgeLook, hollowOf, nodeLook } from "./look.js";
import { markColour, marksOf } from "./marks.js";
import { SIZE, fixed, halfSize, isInside, outline, rim } from "./outlines.js";

const FACE = "system-ui, sans-serif";
const MARK = 12; // text of a mark
const LINE = 1.1; // height of a line of text, in em

// `map` is as the canvas has it; `look`: {theme, focus, fontOf(node): 0 for no label, thin: part of a line's width, size: half a
// symbol, marks: whether lines have badges}. Returns {element, box: [left, top, right, bottom], lines, nodes}.
export function drawingOf(data, view, map, look) {
  const lit = litNodes(view, look.focus), lines = view.lines.filter((line) => map.paths.has(line.index));
  const nodes = [...view.nodes].filter((node) => map.places.has(node)).map((node) => shaped(node, map.places.get(node), look, lit));
  const half = new Map(nodes.map((one) => [one.node, one.half])), pathOf = (line) => map.paths.get(line.index);
  const element = svg("g", { "font-family": FACE, "text-anchor": "middle" },
    ...lines.flatMap((line) => lineElements(data, line, pathOf(line), half.get(line.to), look)),
    ...[...nodes.filter((one) => !one.text), ...nodes.filter((one) => one.text)].map((one) => nodeElement(one, look.theme)),
    ...(look.marks ? marksOf(view, map.paths, look.focus, MARK, nodes.map(boxAround)).map((mark) => badge(mark, look.theme)) : []));
  return { element, box: around(nodes, lines.map(pathOf)), lines, nodes: nodes.map((one) => one.node) };
}

function shaped(node, place, { fontOf, size }, lit) {
  const font = fontOf(node), lines = font ? node.lines.split("\n") : [];
  const text = font ? { width: Math.max(...lines.map(widthOf)) * font, height: LINE * font * lines.length } : null;
  return { node, place, font, lines, text, half: halfSize(node.kind, text, size ?? SIZE), faint: lit !== null && !lit.has(node) };
}

function lineElements(data, line, path, half, { theme, focus, thin = 1 }) {
  const look = edgeLook(data, line, theme, focus), width = look.width * thin, opacity = look.color.opacity;
  const stroke = { stroke: look.color.color, "stroke-width": fixed(width), "stroke-opacity": opacity, fill: "none" };
  const dash = look.dashes ? { "stroke-dasharray": look.dashes.map((part) => fixed(part * Math.max(thin, 0.5))).join(" ") } : {};
  const hollow = { class: "core", fill: "none", stroke: theme.paper, "stroke-width": fixed(width * hollowOf(line)) };
  const body = (d) => [svg("path", { class: "line", d, ...stroke, ...dash }), ...(line.certain ? [] : [svg("path", { d, ...hollow })])];
  if (!look.arrows.to.enabled) return body(curve(path));
  const length = headLength(look) * Math.max(thin, 0.5), tip = arrival(path, (angle) => rim(line.to.kind, half, angle));
  const point = pointOn(path, tip), neck = Math.max(0, tip - (0.9 * length) / speedAt(path, tip));
  const from = pointOn(path, neck), turn = (Math.atan2(point.y - from.y, point.x - from.x) * 180) / Math.PI;
  const paint = look.arrows.to.type === OPEN ? stroke : { fill: look.color.color, "fill-opacity": opacity };
  const place = "translate(" + fixed(point.x) + " " + fixed(point.y) + ") rotate(" + fixed(turn) + ")";
  const head = svg("path", { class: "head", d: headPath(look.arrows.to.type, length), transform: place, ...paint });
  return [...body(curve(cut(path, look.arrows.to.type === "bar" ? tip : neck))), head];
}

// Units of way to a unit of the path's parameter.
function speedAt(path, part) {
  const STEP = 0.01, [a, b] = [pointOn(path, part - STEP), pointOn(path, part)];
  return Math.hypot(b.x - a.x, b.y - a.y) / STEP || 1;
}

const at = (point) => fixed(point.x) + " " + fixed(point.y);
const curve = ([start, one, two, end]) => "M" + at(start) + "C" + at(one) + " " + at(two) + " " + at(end);

function nodeElement({ node, place, font, lines, text, half, faint }, theme) {
  const look = nodeLook(node, theme, faint), label = look.font;
  const shape = svg("path", { d: outline(node.kind, half), fill: look.color.background, stroke: look.color.border });
  const first = isInside(node.kind) ? -text?.height / 2 : half.y + 3;
  const halo = label.strokeWidth ? { stroke: label.strokeColor, "stroke-width": label.strokeWidth, "paint-order": "stroke", "stroke-linejoin": "round" } : {};
  const rows = lines.map((line, i) => svg("tspan", { x: 0, y: fixed(first + LINE * font * (i + 0.5) + 0.35 * font) }, line));
  return svg("g", { class: "node", transform: "translate(" + fixed(place.x) + " " + fixed(place.y) + ")" }, shape,
    rows.length ? svg("text", { "font-size": font, fill: theme.ink, ...halo }, ...rows) : null);
}

function badge({ x, y, half, text, line }, theme) {
  const colour = markColour(line, theme);
  return svg("g", { class: "mark", transform: "translate(" + at({ x, y }) + ")" },
    svg("rect", { x: fixed(-half), y: fixed(-0.62 * MARK), width: fixed(2 * half), height: fixed(1.24 * MARK), rx: fixed(0.62 * MARK), fill: theme.paper, stroke: colour }),
    svg("text", { y: fixed(0.36 * MARK), "font-size": MARK, "font-weight": 600, fill: colour }, text));
}

// The room that an entity takes with its label.
function boxAround({ place, half, text, node }) {
  const below = half.y + (text && !isInside(node.kind) ? 3 + text.height : 0);
  return { ...place, half: Math.max(half.x, (text?.width ?? 0) / 2), above: half.y, below };
}

// The rectangle around all shapes, labels and lines.
function around(nodes, paths) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const widen = (x, y) => { box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y); box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y); };
  for (const { x, y, half, above, below } of nodes.map(boxAround)) {
    widen(x - half, y - above);
    widen(x + half, y + below);
  }
  for (const path of paths) for (const part of [0.2, 0.35, 0.5, 0.65, 0.8]) { const { x, y } = pointOn(path, part); widen(x, y); }
  return box;
}
