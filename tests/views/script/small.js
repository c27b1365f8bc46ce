// A small world for the tests of the modules: entities and statements in the shape in which decode() gives them.

import { makeLines } from "/script/model/bundles.js";
import { dayOf } from "/script/base/days.js";
import { lift } from "/script/model/lift.js";

const FAMILY = { likes: "friendly", hates: "unfriendly", meets: "meetings", leads: "leads" };
const SIGN = { likes: 1, hates: -1, meets: 0, leads: 0 };

// Statements as [subject, relation, object, first year, last year, more]; names that begin with a small letter are persons.
export function world(said, people = ["author", "north"]) {
  const kinds = ["state", "person"].map((id) => ({ id, label: id, shown: true }));
  const ids = [...new Set(said.flatMap(([subject, , object]) => [subject, object]))].sort();
  const nodes = ids.map((id, index) => ({ index, id, label: id, kind: kinds[id[0] === id[0].toUpperCase() ? 0 : 1], names: [] }));
  const node = new Map(nodes.map((one) => [one.id, one]));
  const families = Object.values(FAMILY).map((id) => ({ id, label: id, shown: true }));
  const facts = said.map(([subject, relation, object, first, last, more], index) => ({
    id: [subject, relation, object, index].join("-"), index, subject: node.get(subject), object: node.get(object),
    relation: { id: relation, key: "relation/" + relation, label: relation, symmetric: relation === "meets" }, family: families.find((one) => one.id === FAMILY[relation]),
    sign: SIGN[relation], bounds: between(first, last), real: true, negated: false, disputed: false, uncontested: true, status: "actual", wording: "stated",
    event: null, viewers: [], ...more,
  }));
  const data = {
    nodes, node, facts, kinds, families, people: people.map((id) => ({ id, label: id })), statuses: [{ id: "actual", shown: true }, { id: "planned", shown: false }],
    groups: [{ id: "eras", label: "Eras", spans: [era("one", 2001, 2003), era("two", 2004, 2006)] }], opening: { era: "one", certain: false, as: "everybody" },
  };
  data.spans = data.groups[0].spans;
  data.lines = makeLines(data);
  lift(data);
  return data;
}

// A spell of which the years are certain.
export function between(first, last) {
  const [start, end] = [dayOf(first, 1, 1), dayOf(last, 12, 31)];
  return { earliestBegin: start, latestBegin: start, earliestEnd: end, latestEnd: end };
}

export function era(id, first, last) {
  const days = [dayOf(first, 1, 1), dayOf(last, 12, 31)];
  return { id, label: id, outer: days, inner: days };
}

export const ids = (facts) => facts.map((fact) => fact.id);
