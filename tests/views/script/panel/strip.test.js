import { dayOf } from "/script/base/days.js";
import { stripOf } from "/script/panel/strip.js";
import { equal } from "/script-tests/check.js";
import { world } from "/script-tests/small.js";

const plain = { era: "one", during: "", compare: "", as: "everybody", certain: false, lift: false, off: new Set() };
const cells = (data, state, a, b) => stripOf(data, { ...plain, ...state }, data.node.get(a), data.node.get(b));
const told = (...given) => cells(...given).map((cell) => [cell.sign, cell.count]);

export function a_cell_has_sign_and_number_of_both_directions() {
  const data = world([["A", "likes", "B", 2001, 2001], ["B", "likes", "A", 2005, 2005], ["A", "hates", "B", 2003, 2004], ["A", "hates", "C", 2001, 2006]]);
  equal(told(data, {}, "A", "B"), [["mixed", 2], ["mixed", 2]]);
  equal(told(data, {}, "B", "A"), told(data, {}, "A", "B"));
  equal(told(data, { off: new Set(["friendly"]) }, "A", "B"), [["-", 1], ["-", 1]]);
}

export function no_statement_is_apart_from_neither_friendly_nor_unfriendly() {
  equal(told(world([["A", "meets", "B", 2002, 2002]]), {}, "A", "B"), [["0", 1], [null, 0]]);
}

export function what_was_planned_makes_no_sign() {
  equal(told(world([["A", "likes", "B", 2002, 2002, { real: false, status: "planned" }]]), {}, "A", "B"), [[null, 0], [null, 0]]);
}

export function a_cell_counts_in_the_view_of_the_chosen_holder() {
  const data = world([["A", "likes", "B", 2001, 2001, { uncontested: false, viewers: [1] }], ["A", "hates", "B", 2001, 2001, { uncontested: false, viewers: [0] }], ["A", "meets", "B", 2001, 2001]]);
  const first = (as) => told(data, { as }, "A", "B")[0];
  equal([first("everybody"), first("north"), first("author"), first("undisputed")], [["mixed", 3], ["+", 2], ["-", 2], ["0", 1]]);
}

export function what_only_possibly_holds_is_told_apart_and_left_out_where_certainty_is_asked() {
  const data = world([["A", "likes", "B", 2002, 2005]]);
  data.facts[0].bounds = { ...data.facts[0].bounds, latestBegin: dayOf(2004, 2, 1), earliestEnd: dayOf(2005, 1, 1) };
  equal(cells(data, {}, "A", "B").map((cell) => [cell.sign, cell.certain]), [["+", false], ["+", true]]);
  equal(told(data, { certain: true }, "A", "B"), [[null, 0], ["+", 1]]);
}

export function the_shown_era_and_the_one_compared_with_are_marked_unless_a_period_is_shown() {
  const data = world([["A", "likes", "B", 2001, 2001]]);
  const marked = (state) => cells(data, state, "A", "B").map((cell) => [cell.now, cell.before]);
  equal(marked({ compare: "two" }), [[true, false], [false, true]]);
  equal(marked({ during: "2002" }), [[false, false], [false, false]]);
}

export function an_entity_alone_counts_all_that_is_so_about_it() {
  const data = world([["A", "likes", "B", 2001, 2001], ["C", "hates", "A", 2001, 2004], ["B", "hates", "C", 2001, 2004], ["A", "likes", "B", 2001, 2001, { real: false }]]);
  equal(cells(data, {}, "A").map((cell) => [cell.span.id, cell.count]), [["one", 2], ["two", 1]]);
}
