import { countChanges, differenceOf, sentence } from "/script/model/difference.js";
import { equal } from "/script-tests/check.js";
import { ids, world } from "/script-tests/small.js";

const data = world([
  ["A", "likes", "B", 2001, 2001], ["B", "hates", "A", 2001, 2001], ["A", "likes", "C", 2001, 2001], ["D", "meets", "A", 2001, 2001], ["B", "likes", "C", 2001, 2001],
]);
const [likes, hates, ended, began, kept] = data.facts;

export function pairs_are_either_way_round_and_in_the_order_of_their_ids() {
  const pairs = differenceOf([likes, ended, kept], [likes, hates, began, kept]);
  equal(pairs.map((pair) => [pair.ends.map((node) => node.id).join(""), pair.before, pair.after, pair.change]), [
    ["AB", "+", "mixed", "changed"], ["AC", "+", null, "ended"], ["AD", null, "0", "began"], ["BC", "+", "+", "kept"],
  ]);
  equal([ids(pairs[0].began), ids(pairs[0].kept), ids(pairs[1].ended)], [["B-hates-A-1"], ["A-likes-B-0"], ["A-likes-C-2"]]);
}

export function what_is_not_so_makes_no_pair() {
  equal(differenceOf([], [{ ...likes, real: false }]), []);
}

export function the_sentence_counts_the_pairs_and_names_those_of_another_sign() {
  const pairs = differenceOf([likes, ended, kept], [likes, hates, began, kept]);
  equal(countChanges(pairs), { began: 1, ended: 1, changed: 1, kept: 1 });
  equal(sentence(pairs, { label: "now" }, { label: "then" }), "now against then: 1 pair began, 1 ended, 1 changed sign, 1 kept theirs. Changed sign: A \u2013 B (+ to mixed).");
}
