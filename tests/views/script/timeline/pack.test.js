import { packLabels, packSpans } from "/script/timeline/pack.js";
import { equal } from "/script-tests/check.js";

const dot = (left, label) => ({ left, right: left + 7, label });

export function a_label_begins_with_its_mark_and_ends_with_it_where_the_width_ends() {
  equal(packLabels([dot(10, 60), dot(180, 60)], 1, 200), [
    { row: 0, left: 10, right: 70, before: false }, { row: 0, left: 127, right: 187, before: true },
  ]);
}

export function who_comes_first_is_placed_first_and_the_next_goes_a_row_down() {
  const found = packLabels([dot(50, 60), dot(60, 60), dot(70, 20), dot(150, 40)], 2, 400);
  equal(found.map((place) => place?.row ?? null), [0, 1, null, 0]);
}

export function a_mark_longer_than_its_label_keeps_others_away() {
  const found = packLabels([{ left: 0, right: 100, label: 40 }, dot(101, 10), dot(109, 10)], 1, 400);
  equal(found.map((place) => place && [place.left, place.right]), [[0, 100], null, [109, 119]]);
}

export function no_rows_and_too_long_labels_leave_nothing_placed() {
  equal(packLabels([dot(0, 20)], 0, 400), [null]);
  equal(packLabels([dot(100, 300)], 3, 200), [null]);
}

export function many_labels_never_overlap_in_a_row() {
  const items = Array.from({ length: 500 }, (_, i) => dot((i * 379) % 900, 30 + (i * 37) % 110));
  const found = packLabels(items, 3, 900), placed = found.filter(Boolean);
  const clashes = placed.filter((a) => placed.some((b) => a !== b && a.row === b.row && a.left < b.right && b.left < a.right));
  equal(clashes, []);
  equal(placed.every((place) => place.left >= 0 && place.right <= 900), true);
  equal([0, 1, 2].map((row) => placed.filter((place) => place.row === row).length > 3), [true, true, true]);
}

export function spans_that_meet_stand_in_rows_of_their_own() {
  equal(packSpans([[1, 10], [11, 20], [5, 12], [13, 15], [21, 30]]), [0, 0, 1, 1, 0]);
  equal(packSpans([[1, 9], [1, 9], [1, 9]]), [0, 1, 2]);
}
