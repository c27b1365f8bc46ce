import { eventsOf, strongestPairs } from "/script/panel/overview.js";
import { equal } from "/script-tests/check.js";
import { between, era, ids, world } from "/script-tests/small.js";

export function pairs_with_most_statements_come_first_and_what_is_not_so_counts_for_none() {
  const data = world([["A", "likes", "B", 2001, 2001], ["C", "hates", "B", 2001, 2001], ["B", "likes", "C", 2001, 2001], ["A", "likes", "B", 2001, 2001, { real: false }]]);
  const pairs = strongestPairs(data.facts).map((pair) => [pair.ends.map((node) => node.id).join(""), pair.after, ids(pair.began).length]);
  equal(pairs, [["BC", "mixed", 2], ["AB", "+", 1]]);
}

export function events_of_the_time_come_by_the_statements_that_name_them_and_then_by_their_day() {
  const data = world([["A", "likes", "B", 2001, 2001]]);
  const event = (id, year) => ({ id, kind: { id: "event" }, bounds: between(year, year) });
  const [late, early, named, past] = [event("late", 2003), event("early", 2001), event("named", 2003), event("past", 1999)];
  data.facts[0].event = named;
  const found = eventsOf({ nodes: [...data.nodes, late, early, named, past] }, { facts: data.facts, now: era("one", 2001, 2003) });
  equal(found.map((one) => one.id), ["named", "early", "late"]);
}
