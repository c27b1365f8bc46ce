import { folded, partsOf } from "/script/panel/passage.js";
import { equal } from "/script-tests/check.js";

const told = (text, ...ranges) => partsOf(text, ranges.map(([start, end]) => ({ start, end }))).map((part) => (part.marked ? "[" + part.text + "]" : part.text));
const short = (text, start, end, room) => folded(partsOf(text, [{ start, end }]), room).map((part) => part.text);

export function a_passage_is_marked_in_its_paragraph() {
  equal(told("one two three", [4, 7]), ["one ", "[two]", " three"]);
  equal(told("one two three", [0, 3]), ["[one]", " two three"]);
  equal(told("one two three", [0, 13]), ["[one two three]"]);
}

export function several_passages_stand_in_their_order_and_those_that_meet_are_one() {
  equal(told("one two three", [8, 13], [0, 3]), ["[one]", " two ", "[three]"]);
  equal(told("one two three", [0, 7], [4, 13]), ["[one two three]"]);
  equal(told("one two three", [0, 3], [3, 7]), ["[one two]", " three"]);
  equal(told("one two three", [0, 9], [4, 7]), ["[one two t]", "hree"]);
}

export function all_parts_together_are_the_paragraph() {
  const text = "abcdefghij", ranges = [[0, 2], [1, 4], [6, 7], [6, 9], [3, 3]];
  equal(partsOf(text, ranges.map(([start, end]) => ({ start, end }))).map((part) => part.text).join(""), text);
}

export function a_long_paragraph_is_cut_at_words_around_its_passage() {
  equal(short("one two three four five", 8, 13, 7), ["\u2026 two ", "three", " four \u2026"]);
  equal(short("one two three four five", 8, 13, 10), ["one two ", "three", " four five"]);
}

export function what_lies_between_two_passages_stays_whole() {
  const parts = partsOf("a long way between two of them", [{ start: 0, end: 1 }, { start: 26, end: 30 }]);
  equal(folded(parts, 3), parts);
}

export function text_without_spaces_is_cut_between_letters() {
  const smile = "\ud83d\ude00";
  equal(short(smile.repeat(4) + "x" + smile.repeat(4), 8, 9, 3), ["\u2026 " + smile, "x", smile + " \u2026"]);
}
