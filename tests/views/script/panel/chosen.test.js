import { chosenOf, duringAny, statementsOf } from "/script/panel/chosen.js";
import { lineId } from "/script/model/state.js";
import { equal } from "/script-tests/check.js";
import { era, ids, world } from "/script-tests/small.js";

const plain = { as: "everybody", certain: false, lift: false, off: new Set(), line: "", pair: "", actor: "" };
const all = (data, state) => ids(statementsOf(data, { ...plain, ...state }, chosenOf(data, { ...plain, ...state })));

export function nothing_is_chosen_at_first() {
  equal(chosenOf(world([["A", "likes", "B", 2001, 2001]]), plain), null);
}

export function a_line_goes_before_a_pair_and_a_pair_before_an_entity() {
  const data = world([["A", "likes", "B", 2001, 2001]]), line = lineId(data.lines[0]);
  const ends = (state) => chosenOf(data, { ...plain, ...state }).ends.map((node) => node.id);
  equal(ends({ line, pair: "B~A", actor: "A" }), ["A", "B"]);
  equal(ends({ pair: "B~A", actor: "A" }), ["B", "A"]);
  equal(ends({ actor: "A" }), ["A"]);
}

export function a_line_has_its_own_statements_a_pair_those_of_both_ways_and_an_entity_all_that_touch_it() {
  const data = world([["A", "likes", "B", 2001, 2001], ["B", "likes", "A", 2002, 2002], ["A", "hates", "B", 2003, 2003], ["C", "meets", "A", 2003, 2003]]);
  equal(all(data, { line: lineId(data.facts[0].line) }), ["A-likes-B-0"]);
  equal(all(data, { pair: "B~A" }), ["A-likes-B-0", "B-likes-A-1", "A-hates-B-2"]);
  equal(all(data, { actor: "A" }), ["A-likes-B-0", "B-likes-A-1", "A-hates-B-2", "C-meets-A-3"]);
}

export function a_pair_of_an_entity_with_itself_has_what_it_does_to_itself() {
  equal(all(world([["A", "hates", "A", 2001, 2001], ["A", "hates", "B", 2001, 2001]]), { pair: "A~A" }), ["A-hates-A-0"]);
}

export function an_event_has_the_statements_that_realise_it() {
  const data = world([["A", "meets", "B", 2001, 2001], ["A", "hates", "C", 2001, 2001]]);
  data.facts[0].event = data.node.get("C");
  equal(all(data, { actor: "C" }), ["A-meets-B-0", "A-hates-C-1"]);
}

export function filters_hold_in_the_panel_but_what_is_chosen_is_told_of_though_its_kind_is_off() {
  const data = world([["A", "hates", "B", 2001, 2001], ["A", "likes", "boss", 2001, 2001], ["A", "likes", "clerk", 2001, 2001, { uncontested: false }]]);
  equal(all(data, { actor: "A", off: new Set(["person"]) }), ["A-hates-B-0"]);
  equal(all(data, { actor: "boss", off: new Set(["person"]) }), ["A-likes-boss-1"]);
  equal(all(data, { actor: "A", off: new Set(["unfriendly"]), as: "undisputed" }), ["A-likes-boss-1"]);
}

export function a_leader_who_counts_as_his_state_speaks_for_it_and_for_himself() {
  const data = world([["boss", "leads", "A", 2001, 2004], ["boss", "hates", "B", 2002, 2002], ["A", "likes", "B", 2002, 2002]]);
  equal(all(data, { pair: "A~B" }), ["A-likes-B-2"]);
  equal(all(data, { pair: "A~B", lift: true }), ["boss-hates-B-1", "A-likes-B-2"]);
  equal(all(data, { actor: "boss", lift: true }), ["boss-leads-A-0", "boss-hates-B-1"]);
  equal(all(data, { actor: "A", lift: true }), ["boss-leads-A-0", "boss-hates-B-1", "A-likes-B-2"]);
}

export function of_two_periods_a_statement_holds_in_either_and_certainly_where_that_is_asked() {
  const { facts } = world([["A", "likes", "B", 2001, 2002], ["A", "likes", "B", 2005, 2005], ["A", "likes", "B", 2009, 2009]]);
  facts[1].bounds = { ...facts[1].bounds, latestBegin: facts[1].bounds.latestBegin + 2000 };
  const during = (certain, ...periods) => ids(duringAny(facts, { certain }, periods));
  equal(during(false, era("one", 2001, 2001)), ["A-likes-B-0"]);
  equal(during(false, era("one", 2001, 2001), era("two", 2004, 2006)), ["A-likes-B-0", "A-likes-B-1"]);
  equal(during(true, era("one", 2001, 2001), era("two", 2004, 2006)), ["A-likes-B-0"]);
}
