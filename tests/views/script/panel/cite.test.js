import { citationOf } from "/script/panel/cite.js";
import { equal } from "/script-tests/check.js";

const data = { about: { corpus: "Peninsula", version: "2" } }, fact = { id: "a-likes-b" };

export function a_citation_has_every_passage_and_the_id_of_the_statement() {
  const evidence = [{ label: "Paper", where: "paragraph 3, characters 1-9", url: "" }, { label: "Record", where: "row 7", url: "https://example.org/" }];
  const places = "Paper, paragraph 3, characters 1-9; Record, row 7, https://example.org/";
  equal(citationOf(data, fact, { evidence, derived: "" }), places + ". Statement a-likes-b, Peninsula 2.");
}

export function what_the_build_derived_is_cited_by_what_it_was_made_from() {
  equal(citationOf(data, fact, { evidence: [], derived: "Summit (summit)" }), "Derived from Summit (summit). Statement a-likes-b, Peninsula 2.");
}
