import { cellKey, cellText, cellWords, cellsOf, ordered } from "/script/ways/cells.js";
import { pictureOf } from "/script/picture/picture.js";
import { equal } from "/script-tests/check.js";
import { era, world } from "/script-tests/small.js";

const plain = { as: "everybody", certain: false, lift: false, near: 0, limit: 0, view: "matrix", actor: "", off: new Set() };
const one = era("one", 2001, 2003), two = era("two", 2004, 2006);
const known = (cells) => [...cells.values()].map((cell) => [cell.row.id, cell.column.id, cell.after, cell.count]).sort();

function single(said, before = null) {
  const data = world([["A", "likes", "Z", 2001, 2006], ...said]);
  const view = pictureOf(data, plain, before ? two : one, before, null);
  return { view, cell: cellsOf(view, false).get(cellKey(data.node.get("A"), data.node.get("B"))) };
}

export function a_cell_counts_what_its_row_is_said_to_be_towards_its_column() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["B", "hates", "A", 2001, 2001], ["A", "hates", "C", 2004, 2004]]);
  equal(known(cellsOf(pictureOf(data, plain, one, null, null), false)), [["A", "B", "mixed", 2], ["B", "A", "-", 1]]);
}

export function a_symmetric_relation_stands_both_ways_and_one_towards_oneself_once() {
  const data = world([["B", "meets", "A", 2001, 2001], ["A", "likes", "A", 2001, 2001], ["C", "meets", "C", 2001, 2001]]);
  equal(known(cellsOf(pictureOf(data, plain, one, null, null), false)), [["A", "A", "+", 1], ["A", "B", "0", 1], ["B", "A", "0", 1], ["C", "C", "0", 1]]);
}

export function what_is_not_so_has_no_sign_and_is_counted_apart() {
  const { cell, view } = single([["A", "hates", "B", 2001, 2001, { real: false }]]);
  equal([cell.after, cell.count, cell.unreal, cellText(cell)], [null, 0, 1, ["", "(1)"]]);
  equal(cellWords(cell, view), "A towards B: no statement; 1 that did not happen, was planned, or is denied");
}

export function a_cell_is_possible_where_none_of_its_statements_is_certain() {
  const vague = (fact) => ({ ...fact.bounds, latestBegin: fact.bounds.latestBegin + 3650 });
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2002, 2002]]);
  data.facts[0].bounds = vague(data.facts[0]);
  equal([...cellsOf(pictureOf(data, plain, one, null, null), false).values()].map((cell) => cell.possible), [false]);
  data.facts[1].bounds = vague(data.facts[1]);
  equal([...cellsOf(pictureOf(data, plain, one, null, null), false).values()].map((cell) => cell.possible), [true]);
}

export function compared_a_cell_has_both_signs_and_what_became_of_them() {
  const compared = (...said) => { const { cell } = single(said, one); return [cell.before, cell.after, cell.change, cellText(cell)]; };
  equal(compared(["A", "likes", "B", 2004, 2004]), [null, "+", "began", ["+", " began"]]);
  equal(compared(["A", "hates", "B", 2001, 2001]), ["-", null, "ended", ["\u2212", " ended"]]);
  equal(compared(["A", "likes", "B", 2001, 2006]), ["+", "+", "kept", ["+", ""]]);
  equal(compared(["A", "likes", "B", 2001, 2006], ["A", "hates", "B", 2004, 2004, { disputed: true }]), ["+", "mixed", "changed", ["+\u2192\u00b1", "?"]]);
}

export function a_cell_says_in_words_what_its_marks_mean() {
  const alone = single([["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2002, 2002, { disputed: true }]]);
  equal(cellText(alone.cell), ["+", "2?"]);
  equal(cellWords(alone.cell, alone.view), "A towards B: friendly, 2 statements; disputed");
  const compared = single([["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2004, 2004]], one);
  equal(cellWords(compared.cell, compared.view), "A towards B: one friendly, 1 statement; two unfriendly, 1 statement; changed sign");
}

export function entities_stand_by_kind_or_by_strength_or_by_name() {
  const data = world([["boss", "likes", "B", 2001, 2001], ["boss", "likes", "A", 2001, 2001], ["A", "hates", "aide", 2001, 2001], ["boss", "hates", "C", 2001, 2001]]);
  const view = pictureOf(data, plain, one, null, null), order = (name) => ordered(view, data.kinds, name).map((node) => node.id);
  equal(order("kind"), ["A", "B", "C", "boss", "aide"]);
  equal(order("strength"), ["boss", "A", "aide", "B", "C"]);
  equal(order("name"), ["A", "aide", "B", "boss", "C"]);
}
