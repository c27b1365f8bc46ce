import { pictureOf } from "/script/picture/picture.js";
import { cellOf, columnsOf, inOrder, sheetRows, sourcesOf } from "/script/model/rows.js";
import { equal } from "/script-tests/check.js";
import { era, ids, world } from "/script-tests/small.js";

const plain = { as: "everybody", certain: false, lift: false, near: 0, limit: 0, view: "table", actor: "", off: new Set() };
const one = era("one", 2001, 2003), two = era("two", 2004, 2006);
const places = (facts) => facts.map((fact) => fact.index);

// Enough of the raw columns for details(): the same of every statement.
function told(said) {
  const data = world(said);
  const facts = { holders: -1, when: 0, reports: -1, status: 0, derived: -1, because: -1, figures: -1, evidence: -1 };
  return { ...data, statuses: [{ id: "actual", label: "Is or was so" }, { id: "denied", label: "Denied: it is not so" }], raw: { facts, lists: [[]], strings: [""], relations: { id: [] }, disputes: [] } };
}

export function statements_stand_in_time_and_then_by_id() {
  const data = told([["B", "likes", "A", 2002, 2003], ["A", "likes", "B", 2002, 2003], ["A", "likes", "B", 2001, 2003], ["A", "likes", "B", 2001, 2002]]);
  const view = pictureOf(data, plain, one, null, null);
  equal(inOrder(data, view, false, "when").map(places), [[3, 2, 1, 0], []]);
  equal(inOrder(data, view, false, "-when").map(places), [[0, 1, 2, 3], []]);
}

export function what_is_so_comes_before_what_is_not() {
  const data = told([["A", "likes", "B", 2001, 2001, { real: false }], ["A", "likes", "B", 2002, 2002]]);
  equal(inOrder(data, pictureOf(data, plain, one, null, null), false, "when").map(ids), [["A-likes-B-1"], ["A-likes-B-0"]]);
}

export function a_column_orders_forwards_and_backwards_and_time_decides_where_it_is_the_same() {
  const data = told([["B", "likes", "A", 2002, 2002], ["C", "hates", "A", 2001, 2001], ["B", "hates", "A", 2001, 2001]]);
  const view = pictureOf(data, plain, one, null, null);
  equal([inOrder(data, view, false, "subject")[0], inOrder(data, view, false, "-subject")[0]].map(places), [[2, 0, 1], [1, 2, 0]]);
}

export function what_became_of_a_statement_is_a_column_where_two_periods_are_compared() {
  const data = told([["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2004, 2004], ["A", "likes", "B", 2001, 2006]]);
  const alone = pictureOf(data, plain, two, null, null), compared = pictureOf(data, plain, two, one, null);
  equal([columnsOf(alone).includes("change"), columnsOf(compared).includes("change")], [false, true]);
  equal(places(inOrder(data, compared, false, "change")[0]), [1, 0, 2]); // began, ended, kept
}

export function the_status_stands_in_words_and_on_a_sheet_as_its_term() {
  const data = told([["A", "likes", "B", 2001, 2001, { disputed: true }], ["B", "likes", "A", 2001, 2001, { negated: true, real: false }]]);
  const view = pictureOf(data, plain, one, null, null), sheet = sheetRows(data, view, false, "when"), place = sheet[0].indexOf("Status, wording");
  equal(data.facts.map((fact) => cellOf(data, fact, "notes", view, false)), ["is or was so, stated, disputed", "denied: it is not so, stated"]);
  equal(sheet.slice(1).map((row) => row[place]), ["actual, stated, disputed", "actual, denied, stated"]);
}

export function places_in_one_source_stand_together_and_each_once() {
  const piece = (label, where) => ({ label, url: "", where });
  equal(sourcesOf({ evidence: [piece("a", "1"), piece("b", "2"), piece("a", "3"), piece("a", "1")] }), [
    { label: "a", url: "", places: ["1", "3"] }, { label: "b", url: "", places: ["2"] },
  ]);
}
