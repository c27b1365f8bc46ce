import { accordingTo } from "/script/model/words.js";
import { equal } from "/script-tests/check.js";

const holders = ["Rufus", "Louis", "Chico"].map((label) => ({ label }));

export function whose_word_it_is_names_the_holders_and_says_what_nobody_disputes() {
  equal(accordingTo(holders, ""), "according to Rufus, Louis, Chico");
  equal(accordingTo(holders.slice(0, 1), "3 undisputed"), "according to Rufus; 3 undisputed");
  equal(accordingTo([], "undisputed"), "undisputed");
}

export function of_many_holders_the_rest_are_counted() {
  equal(accordingTo(holders, "", 2), "according to Rufus, Louis and 1 more");
  equal(accordingTo(holders, "", 3), "according to Rufus, Louis, Chico");
}
