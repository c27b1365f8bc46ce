// One era as a small drawing: the places, paths and filters of the picture; states have their names, others are small shapes.

import { boxOf } from "./boxes.js";
import { drawable } from "./drawable.js";
import { drawingOf } from "./drawing.js";
import { pictures } from "./picture.js";
import { plural } from "../model/words.js";

export const FRAME = { width: 300, height: 232, edge: 26 }; // px; half a label is free at the rim
const FONT = 11, THIN = 0.5, SIZE = 4;

// The drawing in its frame, the words below it, and the era's lines and entities.
export function thumbnailOf({ data, state, map }, span, theme) {
  const viewOf = pictures(data, { ...state, compare: "", during: "", view: "graph" }, span, null);
  const { view, places, paths } = drawable(viewOf, map, (node) => boxOf(node, map.fontOf(node)), true);
  const chosen = data.node.get(state.actor), actor = !state.near && view.nodes.has(chosen) ? chosen : null;
  const fontOf = (node) => (node.kind.id === "state" || node === actor ? FONT : 0);
  const small = shrunk({ places, paths }, map.ego ? around(map.places) : map.frame);
  const { element, lines, nodes } = drawingOf(data, view, small, { theme, focus: { line: null, actor }, fontOf, thin: THIN, size: SIZE });
  return { element, lines, nodes, words: plural(view.lines.length, "line") + ", " + plural(view.facts.length, "statement") };
}

// Places and paths within the frame, as large as fits.
export function shrunk({ places, paths }, [left, top, right, bottom]) {
  const { width, height, edge } = FRAME;
  const part = Math.min((width - 2 * edge) / (right - left || 1), (height - edge) / (bottom - top || 1));
  const at = ({ x, y }) => ({ x: width / 2 + (x - (left + right) / 2) * part, y: height / 2 + (y - (top + bottom) / 2) * part });
  return { places: mapped(places, at), paths: mapped(paths, (path) => path.map(at)) };
}

const mapped = (map, change) => new Map([...map].map(([key, value]) => [key, change(value)]));

function around(places) {
  const xs = [...places.values()].map((place) => place.x), ys = [...places.values()].map((place) => place.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
