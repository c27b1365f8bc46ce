import { nearestSpan } from "/script/base/nearest.js";
import { equal } from "/script-tests/check.js";

const span = (id, start, end) => ({ id, outer: [start, end], inner: [start, end] });
const spans = [span("first", 1, 100), span("second", 101, 200), span("third", 301, 400)];
const nearest = (start, end) => nearestSpan(spans, span("", start, end)).id;

export function the_era_with_most_days_in_common_is_nearest() {
  equal(nearest(90, 120), "second");
  equal(nearest(50, 120), "first");
  equal(nearest(150, 390), "third");
}

export function of_two_with_as_many_days_the_shorter_is_nearest() {
  equal(nearestSpan([span("long", 1, 400), span("short", 1, 60)], span("", 10, 50)).id, "short");
}

export function without_a_day_in_common_the_least_distant_era_is_nearest() {
  equal([nearest(210, 220), nearest(290, 295), nearest(900, 999), nearest(-50, -40)], ["second", "third", "third", "first"]);
}
