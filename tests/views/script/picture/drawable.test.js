import { drawable } from "/script/picture/drawable.js";
import { pictures } from "/script/picture/picture.js";
import { equal } from "/script-tests/check.js";
import { era, world } from "/script-tests/small.js";

const state = { as: "everybody", certain: false, lift: false, near: 0, actor: "", limit: 60, view: "graph", off: new Set() };
const frame = [-320, -420, 320, 420];
const at = { A: [-300, 0], D: [300, 0], B: [0, -400], C: [0, 0] };
const names = (nodes) => [...nodes].map((node) => node.id).sort();
// C is as wide as any other, and as high as the frame: no bend leads around it.
const high = (node) => (node.id === "C" ? { half: 20, above: 900, below: 900 } : { half: 20, above: 10, below: 10 });
const low = () => ({ half: 20, above: 10, below: 10 });

// The line from A to D lies across that from B to C; each has so many statements.
function crossed(across, down) {
  const many = (said, count) => Array.from({ length: count }, () => said);
  const data = world([...many(["A", "likes", "D", 2001, 2003], across), ...many(["B", "likes", "C", 2001, 2003], down)]);
  const map = { places: new Map(data.nodes.map((node) => [node, { x: at[node.id][0], y: at[node.id][1] }])), reaches: new Map(), spines: new Map(), frame };
  return [pictures(data, state, era("one", 2001, 2003), null), map];
}

export function nothing_is_left_out_where_a_bend_does() {
  const { view, paths } = drawable(...crossed(2, 1), low);
  equal([names(view.nodes), paths.size, view.out], [["A", "B", "C", "D"], 2, []]);
}

export function who_is_weaker_than_the_cable_is_left_out() {
  const { view } = drawable(...crossed(2, 1), high);
  equal([names(view.nodes), view.out.map(names)], [["A", "D"], [["C"]]]);
}

export function a_cable_no_stronger_than_who_stands_in_its_way_is_left_out() {
  const { view } = drawable(...crossed(1, 1), high);
  equal([names(view.nodes), view.out.map(names)], [["B", "C"], [["A", "D"]]]);
}

export function where_all_is_asked_for_all_is_shown() {
  const { view } = drawable(...crossed(2, 1), high, true);
  equal([names(view.nodes), view.out], [["A", "B", "C", "D"], []]);
}
