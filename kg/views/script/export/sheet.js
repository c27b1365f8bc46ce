// The matrix as an SVG tree, for export: the cells of the page in light colours.

import { widthOf } from "../picture/boxes.js";
import { cellKey, cellText, cellsOf } from "../ways/cells.js";
import { svg } from "../base/dom.js";

const HEIGHT = 24, FONT = 13, LONGEST = 13; // px; and of a name, in em
const HATCH = "M0 5L5 0M-1 1L1 -1M4 6L6 4";

// Returns {element, box}; `nodes` are its rows and columns in their order.
export function sheetOf(view, nodes, { certain, families, theme }) {
  const cells = cellsOf(view, certain), width = view.before ? 62 : 36;
  const names = nodes.map((node) => shortened(node.label, LONGEST));
  const before = Math.max(...names.map(widthOf)) * FONT + 10, across = nodes.length * width, down = nodes.length * HEIGHT;
  const color = Object.fromEntries(["friendly", "unfriendly"].map((id) => [id, families.find((family) => family.id === id)[theme.name]]));
  const grid = Array.from({ length: nodes.length + 1 }, (_, i) => "M" + i * width + " 0V" + down + "M0 " + i * HEIGHT + "H" + across).join("");
  const text = (fields, words) => svg("text", { "font-size": FONT, fill: theme.ink, ...fields }, words);
  const filled = nodes.flatMap((row, y) => nodes.flatMap((column, x) => {
    const cell = cells.get(cellKey(row, column));
    return cell ? cellElements(cell, x * width, y * HEIGHT, width, { color, theme }) : [];
  }));
  const element = svg("g", {}, hatch(color), ...filled, svg("path", { class: "grid", d: grid, stroke: theme.border, "stroke-width": 0.4, fill: "none" }),
    ...names.map((name, i) => text({ x: -6, y: (i + 0.7) * HEIGHT, "text-anchor": "end" }, name)),
    ...names.map((name, i) => text({ transform: "translate(" + (i + 0.6) * width + " -6) rotate(-90)" }, name)));
  return { element, box: [-before, -before, across, down] };
}

const hatch = (color) => svg("defs", {}, svg("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse" },
  svg("rect", { width: 5, height: 5, fill: color.unfriendly, "fill-opacity": 0.16 }), svg("path", { d: HATCH, stroke: color.unfriendly, "stroke-opacity": 0.35 })));

function cellElements(cell, x, y, width, { color, theme }) {
  const sign = cell.after ?? cell.before, [mark, more] = cellText(cell);
  const strength = cell.possible || cell.change === "ended" ? 0.35 : 1, frame = { x, y, width, height: HEIGHT };
  const half = (d, fill) => svg("path", { d, fill, opacity: strength, ...(fill === color.friendly && { "fill-opacity": 0.28 }) });
  const fills = {
    "+": [svg("rect", { ...frame, fill: color.friendly, "fill-opacity": 0.28, opacity: strength })],
    "-": [svg("rect", { ...frame, fill: "url(#hatch)", opacity: strength })],
    mixed: [half("M" + x + " " + y + "h" + width + "l" + -width + " " + HEIGHT + "Z", color.friendly), half("M" + (x + width) + " " + y + "v" + HEIGHT + "h" + -width + "Z", "url(#hatch)")],
  };
  const changed = cell.change === "changed" ? [svg("rect", { x: x + 1, y: y + 1, width: width - 2, height: HEIGHT - 2, fill: "none", stroke: theme.ink, "stroke-width": 2 })] : [];
  return [...(fills[sign] ?? []), ...changed, svg("text", { x: x + width / 2, y: y + HEIGHT * 0.7, "text-anchor": "middle", fill: theme.ink },
    svg("tspan", { "font-size": 14, "font-weight": 700 }, mark), svg("tspan", { "font-size": 11.5, dx: 1 }, more))];
}

// A name of at most so many em.
export function shortened(name, most) {
  const letters = [...name];
  while (letters.length > 1 && widthOf(letters.join("") + "\u2026") > most) letters.pop();
  return letters.length < [...name].length ? letters.join("") + "\u2026" : name;
}
