import { pathOf } from "/script/picture/curve.js";
import { freeBend, hits } from "/script/picture/route.js";
import { equal } from "/script-tests/check.js";

const a = { x: 0, y: 0 }, b = { x: 400, y: 0 };
const alone = (bend) => [pathOf(a, b, bend, 0, 6, 6)];
const cable = (bend) => [-12, 0, 12].map((lane) => pathOf(a, b, bend, lane, 6, 6));
const wide = [-1000, -1000, 1000, 1000];
const box = (x, y, half = 40) => ({ x, y, half, above: 10, below: 10 });

export function a_free_cable_keeps_the_bend_that_the_build_gave_it() {
  equal(freeBend([30, 30], alone, [box(200, 100)], wide), [30, 30]);
}

export function a_cable_goes_around_who_stands_in_its_way() {
  const [middle] = [box(200, 0)];
  equal(hits(alone([0, 0]), [middle], 0), 1);
  equal(hits(alone(freeBend([0, 0], alone, [middle], wide)), [middle], 0), 0);
}

export function every_line_of_a_cable_is_free() {
  const boxes = [box(120, 20), box(280, -20), box(200, 60)];
  equal(hits(cable(freeBend([0, 0], cable, boxes, wide)), boxes, 0), 0);
}

export function where_nothing_is_free_the_freest_is_taken() {
  const wall = [0, 1, 2].map((i) => ({ x: 200, y: -2000 + 2000 * i, half: 10, above: 1000, below: 1000 }));
  equal(hits(alone(freeBend([0, 0], alone, wall, wide)), wall, 0), 1);
}

export function a_label_below_its_shape_counts_too() {
  equal(hits(alone([0, 0]), [{ x: 200, y: -30, half: 20, above: 10, below: 40 }], 0), 1);
  equal(hits(alone([0, 0]), [{ x: 200, y: 30, half: 20, above: 10, below: 40 }], 0), 0);
}

export function the_way_around_stays_within_the_frame() {
  const below = [-10, -5, 410, 200], path = alone(freeBend([0, 0], alone, [box(200, 0)], below))[0];
  equal([hits([path], [box(200, 0)], 0), path[1].y > 0], [0, true]);
}
