import { groupOf, known, lineId, openingOf, pairEnds, periodFor } from "/script/model/state.js";
import { dayOf } from "/script/base/days.js";
import { equal } from "/script-tests/check.js";
import { world } from "/script-tests/small.js";

const data = world([["A", "likes", "B", 2001, 2001], ["A", "meets", "B", 2001, 2001], ["A", "likes", "B", 2001, 2001, { real: false }]]);
const opening = openingOf(data);

export function the_page_opens_with_everything_that_is_shown_at_first() {
  equal([opening.era, opening.view, opening.limit, [...opening.off]], ["one", "graph", 60, ["planned"]]);
}

export function what_is_not_here_stays_as_the_page_opens() {
  const wished = { era: "x", during: "2016/2015", compare: "x", actor: "__proto__", line: "x", pair: "A~x", as: "constructor", near: 7, limit: NaN, view: "x", off: new Set() };
  equal(known(data, wished, opening), { ...opening, off: new Set() });
}

export function what_is_here_is_taken() {
  const wished = { era: "two", during: "2001-01/2001-12", compare: "one", actor: "A", pair: "A~B", as: "north", near: 2, limit: 0, view: "matrix", certain: true, lift: true, line: "A~B~meetings~both" };
  const state = known(data, { ...opening, ...wished }, opening);
  equal(state, { ...opening, ...wished, during: "2001" });
}

export function an_era_is_not_compared_with_itself_but_a_period_is_with_any() {
  equal(known(data, { ...opening, compare: "one" }, opening).compare, "");
  equal(known(data, { ...opening, compare: "one", during: "2002" }, opening).compare, "one");
}

export function a_neighbourhood_needs_somebody_in_its_middle() {
  equal(known(data, { ...opening, near: 1 }, opening).near, 0);
}

export function every_line_has_a_name_of_its_own() {
  equal(data.lines.map(lineId), ["A~B~friendly~unreal", "A~B~friendly", "A~B~meetings~both"]);
}

export function a_pair_is_two_entities_that_are_here() {
  equal(pairEnds(data, "B~A").map((node) => node.id), ["B", "A"]);
  equal([pairEnds(data, "A"), pairEnds(data, "A~B~A"), pairEnds(data, "A~C"), pairEnds(data, undefined)], [null, null, null, null]);
}

export function the_period_is_the_brushed_one_or_that_of_the_era() {
  equal(periodFor(data, opening), data.spans[0]);
  const days = [dayOf(2002, 5, 1), dayOf(2003, 12, 31)];
  equal(periodFor(data, { ...opening, during: "2002-05/2003-12" }), { id: "", label: "2002-05\u20132003-12", outer: days, inner: days });
  equal(groupOf(data, "two").id, "eras");
}

export function an_order_and_a_column_that_are_known_are_taken_forwards_and_backwards() {
  const asked = (change) => { const { order, sort } = known(data, { ...opening, ...change }, opening); return [order, sort]; };
  equal(asked({ order: "name", sort: "-subject" }), ["name", "-subject"]);
  equal([asked({ order: "size", sort: "wh-en" }), asked({ order: undefined, sort: undefined })], [["kind", "when"], ["kind", "when"]]);
}
