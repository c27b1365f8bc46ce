import { pointOn } from "/script/picture/curve.js";
import { arrival, cut, headLength, headPath } from "/script/picture/heads.js";
import { equal } from "/script-tests/check.js";

const straight = [[0, 0], [30, 0], [60, 0], [90, 0]].map(([x, y]) => ({ x, y }));
const bent = [[0, 0], [30, 40], [60, 40], [90, 0]].map(([x, y]) => ({ x, y }));
const close = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < 0.05;

export function a_line_arrives_where_it_meets_the_rim() {
  equal(close(pointOn(straight, arrival(straight, () => 20)), { x: 70, y: 0 }), true);
  const point = pointOn(bent, arrival(bent, () => 20));
  equal(Math.abs(Math.hypot(90 - point.x, point.y) - 20) < 0.05, true);
}

export function the_first_part_of_a_path_runs_as_the_path_does() {
  const part = cut(bent, 0.6);
  equal([0, 0.25, 0.5, 1].map((at) => close(pointOn(part, at), pointOn(bent, at * 0.6))), [true, true, true, true]);
}

export function heads_grow_with_the_line() {
  equal(headLength({ width: 2, arrows: { to: { scaleFactor: 0.6 } } }), 15);
}

export function every_head_has_its_tip_at_the_end_of_the_line() {
  equal(headPath("arrow", 10), "M0 0L-10 3L-9 0L-10 -3Z");
  equal(headPath("bar", 10), "M0 5L0 -5L-1.5 -5L-1.5 5Z");
  equal(headPath("circle", 10), "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1 -8 0Z");
  equal(headPath("inv_curve", 10), "M-3 4A4 4 0 0 1 -3 -4");
}
