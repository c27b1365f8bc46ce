import { followed, strongest, within } from "/script/model/nearby.js";
import { equal } from "/script-tests/check.js";
import { ids, world } from "/script-tests/small.js";

const endsOf = (fact) => [fact.subject, fact.object];
const names = (nodes) => nodes.map((node) => node.id);

export function the_strongest_have_most_statements_and_ties_go_by_id() {
  const data = world([["B", "likes", "C", 2001, 2001], ["A", "likes", "C", 2001, 2001], ["C", "likes", "C", 2001, 2001]]);
  equal(names(strongest(data.facts, endsOf)), ["C", "A", "B"]);
}

export function a_step_leads_to_the_neighbours_and_the_next_to_theirs() {
  const data = world([["A", "likes", "B", 2001, 2001], ["C", "likes", "B", 2001, 2001], ["C", "likes", "D", 2001, 2001], ["D", "likes", "E", 2001, 2001]]);
  equal([1, 2, 3].map((steps) => ids(within(data.facts, data.node.get("A"), steps, endsOf)).length), [1, 2, 3]);
}

export function the_strongest_line_of_everybody_comes_before_the_second_of_anybody() {
  const data = world([
    ["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["C", "likes", "D", 2001, 2001],
  ]);
  const lines = [...followed(data.facts, (fact) => fact.line, 2)];
  equal(lines.map((line) => [line.from.id, line.to.id, line.family.id]), [["A", "B", "friendly"], ["C", "D", "friendly"]]);
  equal(followed(data.facts, (fact) => fact.line, 9).size, 3);
}
