// The statements of a view as rows of a table: what each cell says, and in which order they stand. Pure.

import { details } from "./data.js";
import { compare } from "../base/order.js";
import { certainly, holds } from "./time.js";
import { holdersOf, notesOf } from "./words.js";

export const HEADS = {
  when: "When", subject: "Subject", relation: "Relation", object: "Object", holders: "Whose view", holds: "In this time", change: "Change",
  notes: "Status, wording", sources: "Sources",
};
const CELLS = {
  when: (fact, { more }) => more.when,
  subject: (fact) => fact.subject.label,
  relation: (fact) => fact.relation.label,
  object: (fact) => fact.object.label,
  holders: (fact, { more }) => holdersOf(fact, more.holders),
  holds: (fact, { view, certain }) => (certainly(fact.bounds, holds(fact.bounds, view.now, certain) ? view.now : view.before ?? view.now) ? "certainly" : "possibly"),
  change: (fact, { view, certain }) => changeOf(fact, view, certain),
  notes: (fact, { more }) => notesOf(fact, more),
  sources: (fact, { more }) => sourcesOf(more).map(({ label, places }) => label + ": " + places.join("; ")).join(". "),
};

const DAYS = ["earliestBegin", "latestBegin", "earliestEnd", "latestEnd"];

// The columns of a view: the change only where two periods are compared.
export const columnsOf = (view) => Object.keys(HEADS).filter((name) => name !== "change" || view.before);

export function cellOf(data, fact, name, view, certain) {
  return CELLS[name](fact, { view, certain, more: details(data, fact) });
}

// The evidence of a statement by source: {label, url, places}.
export function sourcesOf({ evidence }) {
  const found = new Map();
  for (const { label, url, where } of evidence) {
    const key = label + "\n" + url;
    if (!found.has(key)) found.set(key, { label, url, places: [] });
    found.get(key).places.push(where);
  }
  return [...found.values()];
}

// The whole table as texts, with the statements' ids: for a spreadsheet.
export function sheetRows(data, view, certain, sort) {
  const names = columnsOf(view), facts = inOrder(data, view, certain, sort).flat();
  return [["Statement", ...names.map((name) => HEADS[name])], ...facts.map((fact) => [fact.id, ...names.map((name) => cellOf(data, fact, name, view, certain))])];
}

function changeOf(fact, view, certain) {
  if (!view.before) return "";
  const is = holds(fact.bounds, view.now, certain), was = holds(fact.bounds, view.before, certain);
  return is && was ? "kept" : is ? "began" : "ended";
}

// The statements by a column ("-" before its name: backwards), in time where that is the same; what is so comes before what is not.
export function inOrder(data, view, certain, sort) {
  const back = sort.startsWith("-") ? -1 : 1, name = sort.replace(/^-/, "");
  const texts = name === "when" ? null : new Map(view.facts.map((fact) => [fact, cellOf(data, fact, name, view, certain).toLowerCase()]));
  const order = (a, b) => (texts ? back * compare(texts.get(a), texts.get(b)) || byTime(a, b) : back * byTime(a, b));
  const facts = [...view.facts].sort(order);
  return [facts.filter((fact) => fact.real), facts.filter((fact) => !fact.real)];
}

function byTime(one, other) {
  const [a, b] = [one.bounds, other.bounds];
  const days = DAYS.map((day) => a[day] - b[day]).find((apart) => apart !== 0);
  return days ?? (one.id < other.id ? -1 : 1);
}
