import { pairButton, partners, strongestPairs } from "/script/panel/pairs.js";
import { equal } from "/script-tests/check.js";
import { era, world } from "/script-tests/small.js";

const plain = { certain: false, lift: false }, one = era("one", 2001, 2003), two = era("two", 2004, 2006);
const told = (pairs) => pairs.map((pair) => [pair.ends.map((node) => node.id).join(""), pair.after, pair.began.length]);

// The title and each row's texts: name, what is read aloud, and what is seen.
function texts(elements) {
  const rows = elements.flatMap((element) => [...element.querySelectorAll("button")]);
  return [elements[0]?.textContent, ...rows.map((row) => [...row.children].map((part) => part.textContent)), ...elements.slice(2).map((element) => element.textContent)];
}

export function pairs_with_most_statements_come_first_and_what_is_not_so_counts_for_none() {
  const data = world([["A", "likes", "B", 2001, 2001], ["C", "hates", "B", 2001, 2001], ["B", "likes", "C", 2001, 2001], ["A", "likes", "B", 2001, 2001, { real: false }]]);
  equal(told(strongestPairs([], data.facts, plain)), [["BC", "mixed", 2], ["AB", "+", 1]]);
}

export function leaders_that_count_as_their_states_are_partners_as_their_states() {
  const data = world([["boss", "leads", "A", 2001, 2006], ["boss", "likes", "B", 2002, 2002], ["B", "hates", "A", 2002, 2002]]);
  equal(told(strongestPairs([], data.facts, { ...plain, lift: true })), [["AB", "mixed", 2]]);
}

export function an_entity_stands_to_each_of_its_partners_with_a_sign_and_a_number() {
  const data = world([["A", "likes", "B", 2001, 2001], ["B", "likes", "A", 2002, 2002], ["C", "hates", "A", 2001, 2001], ["B", "hates", "C", 2001, 2001], ["A", "meets", "D", 2004, 2004]]);
  const list = partners({ state: plain }, { now: one, before: null }, data.node.get("A"), data.facts);
  equal(texts(list), ["With whom", ["B, friendly, 2 statements", "+ 2"], ["C, unfriendly, 1 statement", "\u2212 1"]]);
}

export function two_times_compared_tell_what_became_of_each_partner() {
  const data = world([["A", "likes", "B", 2001, 2006], ["B", "hates", "A", 2001, 2001], ["A", "likes", "C", 2001, 2001], ["D", "hates", "A", 2004, 2004], ["A", "meets", "E", 2001, 2006]]);
  const list = partners({ state: plain }, { now: two, before: one }, data.node.get("A"), data.facts);
  equal(texts(list), [
    "With whom", ["B, mixed, then friendly", "\u00b1\u2192+"], ["C, friendly, 1 statement ended", "+ 1 ended"], ["D, unfriendly, 1 statement began", "\u2212 1 began"],
    ["E, neither friendly nor unfriendly, 1 statement", "0 1"],
  ]);
}

export function beyond_ten_partners_only_the_number_of_the_rest_is_told() {
  const data = world(Array.from("BCDEFGHIJKLM", (name) => ["A", "likes", name, 2001, 2001]));
  const list = texts(partners({ state: plain }, { now: one, before: null }, data.node.get("A"), data.facts));
  equal([list.length, list.at(-1)], [1 + 10 + 1, "and 2 more"]);
}

export function a_press_chooses_the_pair() {
  const data = world([["B", "likes", "A", 2001, 2001]]), chosen = [];
  pairButton({ pick: (change) => chosen.push(change) }, strongestPairs([], data.facts, plain)[0]).click();
  equal(chosen, [{ pair: "A~B" }]);
}
