import { pathsOf, placesFor, readLayout } from "/script/picture/places.js";
import { equal } from "/script-tests/check.js";
import { world } from "/script-tests/small.js";

const data = world([["A", "likes", "B", 2001, 2003], ["B", "likes", "C", 2001, 2003]]);
const graph = {
  nodes: { id: [0, 1, 2], x: [-100, 0, 100], y: [0, 80, 0], reach: [6, 6, 6] }, bends: [[30, 30], [0, 0]], lanes: [0, 0], extent: [-120, -20, 120, 100],
};
const layout = readLayout(data, graph);
const state = (view) => ({ near: 0, actor: "", view, off: new Set() });
const placed = (view, width, height) => {
  const map = placesFor(data, state(view), layout, { width, height, narrow: false });
  return [[...map.places.values()].map(({ x, y }) => [x, y]), map.frame];
};

export function in_a_window_of_its_shape_the_picture_stands_as_the_build_has_it() {
  equal(placed("graph", 480, 240), [[[-100, 0], [0, 80], [100, 0]], [-120, -20, 120, 100]]);
}

export function in_a_broader_window_it_is_drawn_out_sideways_but_not_too_far() {
  equal(placed("graph", 600, 240), [[[-125, 0], [0, 80], [125, 0]], [-150, -20, 150, 100]]);
  equal(placed("graph", 2400, 240), [[[-150, 0], [0, 80], [150, 0]], [-180, -20, 180, 100]]);
}

export function in_a_narrower_window_and_in_small_drawings_it_is_not() {
  equal(placed("graph", 240, 480), placed("graph", 480, 240));
  equal(placed("eras", 2400, 240), placed("graph", 480, 240));
}

export function a_cable_bends_as_far_as_its_picture_is_drawn_out() {
  const map = placesFor(data, state("graph"), layout, { width: 2400, height: 240, narrow: false });
  const { paths } = pathsOf({ lines: [...data.lineOf.values()] }, map, []);
  const off = ([p, q, , s]) => Math.abs((q.x - p.x) * (s.y - p.y) - (q.y - p.y) * (s.x - p.x)) / Math.hypot(s.x - p.x, s.y - p.y);
  equal(Math.round(off([...paths.values()][0]) * 100) / 100, Math.round(30 * 1.5 * Math.hypot(100, 80) / Math.hypot(150, 80) * 100) / 100);
}
