import { eventsOf } from "/script/panel/overview.js";
import { equal } from "/script-tests/check.js";
import { between, era, world } from "/script-tests/small.js";

export function events_of_the_time_come_by_the_statements_that_name_them_and_then_by_their_day() {
  const data = world([["A", "likes", "B", 2001, 2001]]);
  const event = (id, year) => ({ id, kind: { id: "event" }, bounds: between(year, year) });
  const [late, early, named, past] = [event("late", 2003), event("early", 2001), event("named", 2003), event("past", 1999)];
  data.facts[0].event = named;
  const found = eventsOf({ nodes: [...data.nodes, late, early, named, past] }, { told: data.facts, now: era("one", 2001, 2003) });
  equal(found.map((one) => one.id), ["named", "early", "late"]);
}
