// From columns to objects: the inverse of kg/views/encode.py. What only the panel and the table need is read when asked for.

import { addLanes, makeLines } from "./bundles.js";
import { lift } from "./lift.js";
import { reader, records, rowCount } from "../base/records.js";

const REAL = 1, NEGATED = 2, DISPUTED = 4, UNCONTESTED = 8;

export function decode(raw) {
  const bounds = records(raw.bounds).map(({ earliest_begin: first, latest_begin: last, earliest_end: end, latest_end: latest }) => ({
    earliestBegin: first, latestBegin: first + last, earliestEnd: first + end, latestEnd: first + latest,
  }));
  const unreal = raw.families.find((family) => family.id === "unreal");
  const families = raw.families.filter((family) => family !== unreal);
  const relations = raw.relations.id.map((id, i) => ({
    id, key: "relation/" + id, index: i, label: raw.relations.label[i], family: families[raw.relations.family[i]] ?? null, symmetric: raw.relations.symmetric[i] === 1,
  }));
  const data = {
    raw, bounds, families, unreal, relations, title: raw.title, about: raw.about, opening: raw.open,
    groups: raw.groups, spans: raw.groups.flatMap((group) => group.spans), kinds: raw.kinds, statuses: raw.statuses, wordings: raw.wordings,
    people: raw.people.id.map((id, i) => ({ id, label: raw.people.label[i] })),
  };
  data.nodes = readNodes(data);
  data.node = new Map(data.nodes.map((node) => [node.id, node]));
  data.facts = readFacts(data);
  data.lines = makeLines(data);
  lift(data);
  addLanes(data);
  data.domain = [Math.min(...data.spans.map((span) => span.outer[0])), Math.max(...data.spans.map((span) => span.outer[1]))];
  return data;
}

// One item stands for itself; none or several are the place of their list, counted downwards from -1.
export const some = (raw, i) => (i >= 0 ? [i] : raw.lists[-1 - i]);

function readNodes({ raw, bounds }) {
  const cell = reader(raw.nodes), text = (i) => raw.strings[i] ?? "";
  return Array.from({ length: rowCount(raw.nodes) }, (_, i) => ({
    index: i, id: text(cell("id", i)), label: text(cell("label", i)).replaceAll("\n", " "), lines: text(cell("lines", i)), kind: raw.kinds[cell("kind", i)],
    names: some(raw, cell("names", i)).map(text), about: text(cell("about", i)), when: text(cell("when", i)),
    bounds: bounds[cell("bounds", i)] ?? null, parts: some(raw, cell("parts", i)).map(text), evidence: cell("evidence", i),
  }));
}

// `further` are the viewers beside the holders.
function readFacts({ raw, bounds, families, nodes, relations, statuses, wordings }) {
  const cell = reader(raw.facts);
  const byLeaning = { 1: "friendly", "-1": "unfriendly", 0: "other" };
  const named = Object.fromEntries(families.map((family) => [family.id, family]));
  return raw.facts.id.map((short, i) => {
    const subject = nodes[cell("subject", i)], object = nodes[cell("object", i)];
    const flags = cell("flags", i), relation = relations[cell("relation", i)], leaning = cell("leaning", i);
    const negated = (flags & NEGATED) !== 0;
    return {
      id: fullId(short, subject, relation, object), index: i, subject, object, relation, bounds: bounds[cell("bounds", i)],
      family: relation.family ?? named[byLeaning[leaning]], sign: negated ? 0 : leaning, negated,
      real: (flags & REAL) !== 0, disputed: (flags & DISPUTED) !== 0, uncontested: (flags & UNCONTESTED) !== 0,
      status: negated ? "denied" : statuses[cell("status", i)].id, wording: wordings[cell("wording", i)],
      event: nodes[cell("event", i)] ?? null, viewers: [...some(raw, cell("holders", i)), ...some(raw, cell("further", i))],
    };
  });
}

// In an id S, R and O stand for subject, relation and object, unless it comes after "=".
function fullId(short, subject, relation, object) {
  if (short.startsWith("=")) return short.slice(1);
  return short.replace("S", () => subject.id).replace("R", () => relation.id).replace("O", () => object.id);
}

// The rest of a statement, in words.
export function details(data, fact) {
  const { raw, nodes, people, statuses } = data, cell = reader(raw.facts), i = fact.index;
  const texts = (name) => some(raw, cell(name, i)).map((place) => raw.strings[place]);
  return {
    holders: some(raw, cell("holders", i)).map((place) => people[place]), when: raw.strings[cell("when", i)], reports: texts("reports"),
    status: statuses[cell("status", i)].id, derived: derivedFrom(raw, nodes, cell("derived", i)), because: texts("because"), figures: texts("figures"),
    evidence: some(raw, cell("evidence", i)).map((place) => passageOf(data, place)),
  };
}

// From an entity, from nothing (-1), or from what a text says.
function derivedFrom(raw, nodes, place) {
  return place >= 0 ? nodes[place].label + " (" + nodes[place].id + ")" : raw.strings[-2 - place] ?? "";
}

// The conflicts that concern a statement, and those that concern an entity.
export const disputesOf = ({ raw }, fact) => some(raw, reader(raw.facts)("disputes", fact.index)).map((place) => raw.disputes[place]);
export const disputesOfNode = ({ raw }, node) => some(raw, reader(raw.nodes)("disputes", node.index)).map((place) => raw.disputes[place]);

export const evidenceOf = (data, node) => some(data.raw, node.evidence).map((place) => passageOf(data, place));

function passageOf({ raw }, i) {
  const cell = reader(raw.evidence), source = cell("source", i);
  return { label: raw.sources.label[source], url: raw.sources.url[source], where: whereOf(raw, cell, i), passage: textOf(raw, cell, i) };
}

// The passage in a page that carries the sources' text, by the place of its paragraph in raw.paragraphs; else null.
function textOf(raw, cell, i) {
  const place = cell("text", i);
  return place < 0 ? null : { paragraph: place, start: cell("from", i), end: cell("to", i) };
}

function whereOf(raw, cell, i) {
  if (cell("paragraph", i)) return "paragraph " + cell("paragraph", i) + ", characters " + cell("start", i) + "-" + (cell("start", i) + cell("length", i));
  return cell("row", i) ? "row " + cell("row", i) : raw.strings[cell("locator", i)];
}
