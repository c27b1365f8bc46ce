import { kindsOf, standingOf } from "/script/panel/tally.js";
import { equal } from "/script-tests/check.js";
import { world } from "/script-tests/small.js";

export function kinds_of_relation_stand_by_number_and_then_by_id() {
  const { facts } = world([["A", "meets", "B", 2001, 2001], ["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["A", "likes", "B", 2001, 2001]]);
  equal(kindsOf(facts).map(({ relation, count }) => [relation.id, count]), [["likes", 2], ["hates", 1], ["meets", 1]]);
}

export function statements_from_an_entity_to_it_and_mutual_ones_are_counted_by_sign() {
  const data = world([
    ["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["A", "hates", "C", 2001, 2001], ["B", "likes", "A", 2001, 2001],
    ["B", "meets", "A", 2001, 2001], ["A", "hates", "A", 2001, 2001], ["B", "hates", "C", 2001, 2001],
  ]);
  equal(standingOf(data.facts, data.node.get("A")), { from: [1, 2, 0], towards: [1, 0, 0], mutual: [0, 1, 1] });
}
