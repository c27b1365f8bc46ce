import { passes, seenBy, select } from "/script/model/filter.js";
import { equal } from "/script-tests/check.js";
import { era, ids, world } from "/script-tests/small.js";

const one = era("one", 2001, 2003);
const said = (more) => world([["A", "likes", "B", 2001, 2001, more]]);

export function a_holder_sees_what_is_his_view_and_what_nobody_disputes() {
  const [own, other, agreed] = [{ uncontested: false, viewers: [1] }, { uncontested: false, viewers: [0] }, { uncontested: true }].map((more) => {
    const data = said(more);
    return ["everybody", "undisputed", "north"].map((as) => seenBy(data, data.facts[0], as));
  });
  equal([own, other, agreed], [[true, false, true], [true, false, false], [true, true, true]]);
}

export function a_statement_passes_unless_its_family_kind_status_wording_or_an_end_is_off() {
  const [fact] = world([["A", "likes", "b", 2001, 2001, { wording: "hedged" }]]).facts;
  equal(["friendly", "relation/likes", "person", "actual", "hedged"].map((name) => passes(fact, new Set([name]))), [false, false, false, false, false]);
  equal(passes(fact, new Set(["unfriendly", "relation/hates", "event", "planned", "stated"])), true);
}

export function only_what_holds_in_the_period_is_selected() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2005, 2005]]);
  equal(ids(select(data, { as: "everybody", certain: false, off: new Set() }, one).passed), ["A-likes-B-0"]);
}
