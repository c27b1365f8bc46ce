import { countViews, holderGroups } from "/script/side/holders.js";
import { equal } from "/script-tests/check.js";

const bounds = (start, end) => ({ earliestBegin: start, latestBegin: start, earliestEnd: end, latestEnd: end });
const kind = (id) => ({ kind: { id }, names: id === "state" ? ["Capital"] : [] });
const fact = (viewers, start, end, relation = "praises", subject = "a") => ({
  viewers, bounds: bounds(start, end), subject: { id: subject, kind: { id: "person" } }, object: { kind: { id: "state" } },
  relation: { id: relation, key: "relation/" + relation }, family: { id: "friendly" }, status: "actual", wording: "plain",
});
const data = {
  people: ["writer", "second-writer", "state-b", "state-a", "person", "asked", "silent"].map((id) => ({ id, label: id })), opening: { as: "asked" },
  node: new Map([["writer", kind("person")], ["second-writer", kind("person")], ["state-a", kind("state")], ["state-b", kind("state")], ["person", kind("person")]]),
  spans: [{ id: "era", label: "era", outer: [10, 20], inner: [10, 20] }],
  facts: [fact([1, 3], 10, 12), fact([0], 15, 16), fact([0], 30, 40), fact([2], 15, 40), fact([4], 5, 10), fact([], 10, 20, "authorOf", "writer"), fact([], 1, 2, "authorOf", "second-writer")],
};

export function authors_stand_first_by_number_of_statements_and_states_by_name() {
  const groups = holderGroups(data);
  equal(Object.fromEntries(Object.entries(groups).map(([name, people]) => [name, people.map((person) => person.id)])),
    { authors: ["writer", "second-writer"], states: ["state-a", "state-b"], others: ["asked", "person"] });
  equal(groups.states[0], { id: "state-a", label: "state-a", index: 3, names: ["state-a", "Capital"] });
}

export function views_are_counted_in_the_shown_time_with_the_filters() {
  const state = { era: "era", during: "", certain: false, off: new Set() };
  equal(countViews(data, state), new Map([[1, 1], [3, 1], [0, 1], [2, 1], [4, 1]]));
  equal(countViews(data, { ...state, certain: true }), new Map([[1, 1], [3, 1], [0, 1], [2, 1], [4, 1]]));
  equal(countViews(data, { ...state, off: new Set(["friendly"]) }), new Map());
}
