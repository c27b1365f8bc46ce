import { certainly, holds, possibly } from "/script/model/time.js";
import { equal } from "/script-tests/check.js";

const vague = { earliestBegin: 10, latestBegin: 20, earliestEnd: 30, latestEnd: 40 };
const period = (start, end) => ({ outer: [start, end], inner: [start, end] });

export function it_possibly_holds_from_the_earliest_begin_to_the_latest_end() {
  equal([9, 10, 40, 41].map((day) => possibly(vague, period(day, day))), [false, true, true, false]);
}

export function it_certainly_holds_from_the_latest_begin_to_the_earliest_end() {
  equal([19, 20, 30, 31].map((day) => certainly(vague, period(day, day))), [false, true, true, false]);
}

export function a_vague_era_is_asked_by_its_outer_days_for_possible_and_by_its_inner_ones_for_certain() {
  const era = { outer: [1, 50], inner: [31, 35] };
  equal([holds(vague, era, false), holds(vague, era, true)], [true, false]);
}
