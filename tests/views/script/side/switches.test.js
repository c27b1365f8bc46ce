import { all, changedOf, changedRest, only, onlyRelation, relationsByFamily } from "/script/side/switches.js";
import { equal } from "/script-tests/check.js";

const [friendly, unfriendly, votes] = [["friendly", "Friendly"], ["unfriendly", "Unfriendly"], ["votes", "Votes"]].map(([id, label]) => ({ id, label }));
const [courts, praises, opposes, votesFor] = ["courts", "praises", "opposes", "votesFor"].map((id) => ({ id, key: "relation/" + id, label: id, family: id === "votesFor" ? votes : null }));
const data = {
  families: [friendly, unfriendly, votes], relations: [praises, courts, opposes, votesFor], kinds: [{ id: "state", label: "State" }],
  statuses: [{ id: "actual", label: "Is so" }], wordings: ["hedged"],
  facts: [[courts, friendly], [courts, friendly], [courts, unfriendly], [opposes, unfriendly], [praises, friendly]].map(([relation, family]) => ({ relation, family })),
};
const ids = (list) => list.map((one) => ({ id: one }));

export function a_kind_of_relation_stands_below_the_family_of_most_of_its_statements() {
  const homes = [...relationsByFamily(data)].map(([family, relations]) => [family.id, relations.map((relation) => relation.id)]);
  equal(homes, [["friendly", ["courts", "praises"]], ["unfriendly", ["opposes"]], ["votes", ["votesFor"]]]);
}

export function only_this_leaves_the_other_facets_alone() {
  equal(only(new Set(["a", "hedged"]), ids(["a", "b", "c"]), "b"), new Set(["hedged", "a", "c"]));
}

export function all_switches_on_what_is_off_in_a_facet() {
  equal(all(new Set(["a", "c", "hedged"]), ids(["a", "b", "c"])), new Set(["hedged"]));
}

export function only_one_kind_of_relation_leaves_just_its_statements() {
  const off = onlyRelation(data, new Set(["friendly", "relation/courts", "state"]), "relation/courts");
  equal(off, new Set(["state", "votes", "relation/opposes", "relation/praises"]));
  const left = data.facts.filter(({ relation, family }) => !off.has(relation.key) && !off.has(family.id));
  equal(left.map(({ relation }) => relation.id), ["courts", "courts", "courts"]);
}

export function what_is_off_is_told_against_the_page_as_it_opens_and_unknown_names_are_not_counted() {
  const told = changedOf(data, new Set(["friendly", "relation/opposes", "nonsense"]), new Set(["state", "hedged", "friendly"]));
  equal(told, { off: ["opposes"], on: ["State", "hedged"] });
}

export function whose_view_what_is_certain_and_leaders_as_states_are_changes_too() {
  const opening = { as: "everybody", certain: false, lift: false }, people = [{ id: "north", label: "North" }];
  const rest = (state, first = opening) => changedRest({ people }, { ...first, ...state }, first);
  equal(rest({}), []);
  equal(rest({ as: "north", certain: true, lift: true }), ["as North saw it", "only what certainly holds", "leaders as states"]);
  equal(rest({ as: "everybody", certain: false }, { as: "north", certain: true, lift: false }), ["everybody\u2019s view", "also what possibly holds"]);
}
