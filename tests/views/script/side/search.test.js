import { fold, indexOf, search } from "/script/side/search.js";
import { equal } from "/script-tests/check.js";

const node = (id, label, ...names) => ({ id, label, names });
const index = indexOf({
  nodes: [node("russia", "Russia", "Moscow"), node("vladimir-putin", "Vladimir Putin"), node("abe", "Ab\u00e9 Shinz\u014d"), node("kim", "\u041a\u0438\u043c \u0427\u0435\u043d \u042b\u043d")],
  relations: [{ id: "distrusts", label: "distrusts" }],
});
const found = (text) => search(index, text).map((one) => one.label);

export function accents_and_case_do_not_count() {
  equal(fold("  Ab\u00c9 SHINZ\u014c "), "abe shinzo");
  equal(found("abe shinzo"), ["Ab\u00e9 Shinz\u014d"]);
  equal(found("\u043a\u0438\u043c"), ["\u041a\u0438\u043c \u0427\u0435\u043d \u042b\u043d"]);
}

export function what_takes_no_room_does_not_count() {
  equal(fold("\ufeffVladi\u200bmir\u00ad Pu\u2060tin"), "vladimir putin");
  equal(fold("\u200b"), "");
}

export function other_names_and_ids_find_too() {
  equal(found("mosc"), ["Russia"]);
  equal(found("vladimir-p"), ["Vladimir Putin"]);
}

export function kinds_of_relation_are_found_beside_entities() {
  equal(search(index, "trust").map(({ node: entity, relation }) => [entity, relation.id]), [[null, "distrusts"]]);
}

export function the_beginning_of_a_name_comes_before_that_of_a_word_and_that_before_the_middle() {
  const names = indexOf({ nodes: ["Reunion", "Soviet Union", "Unionists", "Union"].map((label, i) => node("n" + i, label)), relations: [] });
  equal(search(names, "union").map((one) => one.label), ["Union", "Unionists", "Soviet Union", "Reunion"]);
}

export function nothing_is_found_for_no_text() {
  equal([found(""), found("   "), found("xyz")], [[], [], []]);
}
