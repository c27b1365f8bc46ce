import { drawable } from "/script/picture/drawable.js";
import { pictures } from "/script/picture/picture.js";
import { equal } from "/script-tests/check.js";
import { era, world } from "/script-tests/small.js";

const state = { as: "everybody", certain: false, lift: false, near: 0, actor: "", limit: 60, view: "graph", off: new Set() };
// A likes D, twice as strongly as B likes C; both lines lie on the way from left to right, and C is as wide as the frame is high.
const data = world([["A", "likes", "D", 2001, 2003], ["A", "hates", "D", 2001, 2003], ["B", "likes", "C", 2001, 2003]]);
const at = { A: [-300, 0], D: [300, 0], B: [0, -400], C: [0, 0] };
const frame = [-320, -420, 320, 420];
const map = {
  places: new Map(data.nodes.map((node) => [node, { x: at[node.id][0], y: at[node.id][1] }])), reaches: new Map(), spines: new Map(), frame,
};
const names = (view) => [...view.nodes].map((node) => node.id).sort();
const viewOf = () => pictures(data, state, era("one", 2001, 2003), null);
const high = (node) => (node.id === "C" ? { half: 20, above: 900, below: 900 } : { half: 20, above: 10, below: 10 });
const low = () => ({ half: 20, above: 10, below: 10 });

export function nobody_is_left_out_where_bends_do() {
  const { view, paths } = drawable(viewOf(), map, low);
  equal([names(view), paths.size], [["A", "B", "C", "D"], 3]);
}

export function the_weakest_is_left_out_where_no_bend_does() {
  equal(names(drawable(viewOf(), map, high).view), ["A", "D"]);
}

export function who_was_chosen_stays() {
  const chosen = [data.node.get("C")];
  equal(names(drawable(viewOf(), map, high, { chosen }).view), ["B", "C"]);
}

export function where_all_are_asked_for_all_are_shown() {
  equal(names(drawable(viewOf(), map, high, { all: true }).view), ["A", "B", "C", "D"]);
}
