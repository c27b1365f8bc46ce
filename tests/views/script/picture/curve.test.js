import { distanceTo, pathOf, pointOn, sampled } from "/script/picture/curve.js";
import { equal } from "/script-tests/check.js";

const a = { x: 0, y: 0 }, b = { x: 300, y: 0 };

export function a_straight_spine_without_a_lane_is_the_straight_line() {
  equal(pathOf(a, b, [0, 0], 0, 6, 6), [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 200, y: 0 }, { x: 300, y: 0 }]);
}

export function a_lane_moves_the_line_beside_the_spine_as_far_as_the_shapes_reach() {
  equal(pathOf(a, b, [30, -30], 12, 6, 10), [{ x: 0, y: 6 }, { x: 100, y: 42 }, { x: 200, y: -18 }, { x: 300, y: 10 }]);
}

export function a_path_begins_and_ends_at_its_ends_and_passes_its_middle() {
  const path = pathOf(a, b, [40, 40], 0, 6, 6);
  equal([pointOn(path, 0), pointOn(path, 0.5), pointOn(path, 1)], [{ x: 0, y: 0 }, { x: 150, y: 30 }, { x: 300, y: 0 }]);
  equal(sampled(path, 3), [pointOn(path, 0), pointOn(path, 0.5), pointOn(path, 1)]);
}

export function the_distance_to_a_path_is_that_to_its_nearest_point() {
  equal(Math.round(distanceTo(pathOf(a, b, [0, 0], 0, 6, 6), 150, 20)), 20);
  equal(Math.round(distanceTo(pathOf(a, b, [0, 0], 0, 6, 6), 330, 40)), 50);
}
