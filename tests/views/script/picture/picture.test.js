import { countChanges } from "/script/model/difference.js";
import { pictureOf } from "/script/picture/picture.js";
import { equal } from "/script-tests/check.js";
import { era, ids, world } from "/script-tests/small.js";

const plain = { as: "everybody", certain: false, lift: false, near: 0, limit: 0, view: "graph", actor: "", off: new Set() };
const one = era("one", 2001, 2003), two = era("two", 2004, 2006);
const lines = (view) => view.lines.map((line) => [line.from.id, line.to.id, line.family.id, line.facts.length]);

export function statements_of_one_family_and_direction_are_one_line() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2002, 2003], ["B", "likes", "A", 2001, 2001], ["A", "hates", "B", 2002, 2002]]);
  equal(lines(pictureOf(data, plain, one, null, null)), [["A", "B", "friendly", 2], ["A", "B", "unfriendly", 1], ["B", "A", "friendly", 1]]);
}

export function a_symmetric_line_has_one_direction_whoever_is_named_first() {
  const data = world([["B", "meets", "A", 2001, 2001], ["A", "meets", "B", 2002, 2002]]);
  equal(lines(pictureOf(data, plain, one, null, null)), [["A", "B", "meetings", 2]]);
}

export function what_is_not_so_is_a_line_of_its_own() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "likes", "B", 2001, 2001, { real: false, status: "planned" }]]);
  equal(pictureOf(data, plain, one, null, null).lines.map((line) => line.real), [false, true]);
  equal(lines(pictureOf(data, { ...plain, off: new Set(["planned"]) }, one, null, null)), [["A", "B", "friendly", 1]]);
}

export function a_line_is_certain_where_one_of_its_statements_is() {
  const data = world([["A", "likes", "B", 2001, 2005], ["B", "likes", "A", 2003, 2005]]);
  data.facts[1].bounds = { ...data.facts[1].bounds, latestBegin: data.facts[1].bounds.earliestEnd };
  const view = pictureOf(data, plain, one, null, null);
  equal(view.lines.map((line) => line.certain), [true, false]);
  equal(pictureOf(data, { ...plain, certain: true }, one, null, null).lines.length, 1);
}

export function a_pair_of_two_signs_is_mixed_and_never_an_average() {
  const data = world([["A", "meets", "B", 2001, 2001, { sign: 1 }], ["A", "meets", "B", 2001, 2001, { sign: -1 }], ["A", "meets", "C", 2001, 2001]]);
  equal(pictureOf(data, plain, one, null, null).lines.map((line) => line.sign), ["mixed", "0"]);
}

export function a_leader_counts_as_the_state_that_he_certainly_led_when_it_began() {
  const data = world([
    ["boss", "leads", "A", 2001, 2004], ["boss", "hates", "B", 2002, 2006], ["A", "hates", "B", 2001, 2001], ["boss", "hates", "B", 2005, 2006], ["boss", "likes", "A", 2002, 2002],
  ]);
  equal(lines(pictureOf(data, { ...plain, lift: true }, era("all", 2001, 2006), null, null)), [["A", "B", "unfriendly", 2], ["boss", "B", "unfriendly", 1]]);
  equal(lines(pictureOf(data, plain, era("all", 2001, 2006), null, null)).length, 4);
}

export function one_step_shows_the_lines_of_an_entity_and_two_those_of_its_neighbours() {
  const data = world([["A", "likes", "B", 2001, 2001], ["B", "likes", "C", 2001, 2001], ["C", "likes", "D", 2001, 2001]]);
  const near = (steps) => ids(pictureOf(data, { ...plain, actor: "A", near: steps }, one, null, null).facts);
  equal([near(1), near(2)], [["A-likes-B-0"], ["A-likes-B-0", "B-likes-C-1"]]);
}

export function the_strongest_stay_and_the_number_of_all_is_known() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["A", "likes", "C", 2001, 2001], ["C", "likes", "D", 2001, 2001]]);
  const view = pictureOf(data, { ...plain, limit: 2 }, one, null, null);
  equal([[...view.nodes].map((node) => node.id), view.known, view.facts.length], [["A", "B"], 4, 2]);
}

export function of_more_lines_than_anybody_can_follow_the_graph_shows_the_strongest_and_the_matrix_all() {
  const said = [];
  for (let i = 0; i < 20; i += 1) for (let k = 0; k < i; k += 1) said.push(["S" + String(i).padStart(2, "0"), "likes", "S" + String(k).padStart(2, "0"), 2001, 2001]);
  const data = world(said);
  const graph = pictureOf(data, { ...plain, limit: 60 }, one, null, null), matrix = pictureOf(data, { ...plain, limit: 60, view: "matrix" }, one, null, null);
  equal([graph.nodes.size, graph.lines.length, graph.lineCount, matrix.lines.length], [20, 120, 190, 190]);
}

export function entities_without_a_place_are_not_in_the_graph() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "likes", "C", 2001, 2001]]);
  const view = pictureOf(data, plain, one, null, (node) => node.id !== "C");
  equal([ids(view.facts), view.known], [["A-likes-B-0"], 3]);
}

export function compared_a_line_began_ended_or_is_kept() {
  const data = world([["A", "likes", "B", 2001, 2005], ["A", "likes", "C", 2001, 2002], ["A", "likes", "D", 2005, 2005], ["A", "hates", "E", 2001, 2001], ["A", "hates", "E", 2006, 2006]]);
  const view = pictureOf(data, plain, two, one, null);
  equal(view.lines.map((line) => [line.to.id, line.change]), [["B", "kept"], ["C", "ended"], ["D", "began"], ["E", "kept"]]);
  equal(countChanges(view.pairs), { began: 1, ended: 1, changed: 0, kept: 2 });
}

export function compared_nobody_comes_or_goes_because_of_the_limit() {
  const data = world([["A", "likes", "B", 2001, 2006], ["A", "hates", "B", 2001, 2006], ["C", "likes", "D", 2001, 2003], ["C", "likes", "D", 2004, 2006], ["C", "hates", "D", 2004, 2006]]);
  const view = pictureOf(data, { ...plain, limit: 2 }, two, one, null);
  equal(view.lines.map((line) => [line.from.id, line.change]), [["C", "kept"], ["C", "began"]]);
  equal(view.pairs.map((pair) => pair.ends.map((node) => node.id)), [["A", "B"], ["C", "D"]]);
}

export function counts_are_what_a_switch_would_show_or_hide() {
  const data = world([["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["A", "hates", "c", 2001, 2001], ["A", "likes", "B", 2005, 2005]]);
  equal(pictureOf(data, plain, one, null, null).counts.family, { friendly: 1, unfriendly: 2 });
  const view = pictureOf(data, { ...plain, off: new Set(["unfriendly"]) }, one, null, null);
  equal([view.counts.family, view.counts.kind, view.lines.length], [{ friendly: 1, unfriendly: 2 }, { state: 2 }, 1]);
  equal(pictureOf(data, { ...plain, off: new Set(["person"]) }, one, null, null).counts.kind, { state: 2, person: 1 });
}
