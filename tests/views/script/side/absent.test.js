import { firstSpan, timesOf } from "/script/side/absent.js";
import { equal } from "/script-tests/check.js";

const bounds = (start, end) => ({ earliestBegin: start, latestBegin: start, earliestEnd: end, latestEnd: end });
const span = (id, start, end) => ({ id, outer: [start, end], inner: [start, end] });
const own = [span("first", 1, 9), span("second", 10, 19)], other = [span("wide", 1, 50)];
const data = { groups: [{ spans: own }, { spans: other }], spans: [...own, ...other] };
const state = { era: "second" };

export function the_first_era_of_the_shown_periodisation_in_which_something_holds_is_offered() {
  equal(firstSpan(data, state, [bounds(12, 12), bounds(7, 11)])?.id, "first");
  equal(firstSpan(data, state, [bounds(15, 40)])?.id, "second");
}

export function another_periodisation_helps_where_the_shown_one_does_not_reach() {
  equal(firstSpan(data, state, [bounds(30, 40)])?.id, "wide");
  equal(firstSpan(data, state, [bounds(90, 99)]), undefined);
}

export function an_entity_is_there_when_it_took_place_and_while_something_is_said_of_it() {
  const node = { bounds: bounds(1, 1) }, [a, b, c] = [bounds(2, 2), bounds(3, 3), bounds(4, 4)];
  const facts = [{ subject: node, bounds: a }, { event: node, bounds: b }, { object: {}, bounds: c }];
  equal(timesOf({ facts }, node), [node.bounds, a, b]);
}
