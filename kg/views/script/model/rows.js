// The statements of a view as rows of a table: what each cell says, and in which order they stand. Pure.

import { details } from "./data.js";
import { compare } from "../base/order.js";
import { certainly, holds } from "./time.js";
import { holdersOf } from "./words.js";

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
  notes: (fact, { more, status }) => [status, fact.wording, fact.disputed && "disputed", more.derived && "derived"].filter(Boolean).join(", "),
  sources: (fact, { more }) => sourcesOf(more).map(({ label, places }) => label + ": " + places.join("; ")).join(". "),
};

const DAYS = ["earliestBegin", "latestBegin", "earliestEnd", "latestEnd"];

// The columns of a view: the change only where two periods are compared.
export const columnsOf = (view) => Object.keys(HEADS).filter((name) => name !== "change" || view.before);

export function cellOf(data, fact, name, view, certain, statusOf = statusWords) {
  const more = details(data, fact);
  return CELLS[name](fact, { view, certain, more, status: statusOf(data, fact, more) });
}

// Whether it is so, in the words of the legend.
export function statusWords(data, fact, more) {
  const named = [more.status, ...(fact.negated ? ["denied"] : [])].filter((id) => !fact.negated || id !== "actual");
  return named.map((id) => data.statuses.find((status) => status.id === id).label.toLocaleLowerCase("en")).join("; ");
}

// The vocabulary's own term.
const statusTerm = (data, fact, more) => more.status + (fact.negated ? ", denied" : "");

// The evidence of a statement by source: {label, url, places}.
export function sourcesOf({ evidence }) {
  const groups = Map.groupBy(evidence, ({ label, url }) => label + "\n" + url);
  return [...groups.values()].map((own) => ({ label: own[0].label, url: own[0].url, places: [...new Set(own.map(({ where }) => where))] }));
}

// The whole table as texts, with the statements' ids: for a spreadsheet.
export function sheetRows(data, view, certain, sort) {
  const names = columnsOf(view), facts = inOrder(data, view, certain, sort).flat();
  return [["Statement", ...names.map((name) => HEADS[name])], ...facts.map((fact) => [fact.id, ...names.map((name) => cellOf(data, fact, name, view, certain, statusTerm))])];
}

// What became of it, where two periods are compared.
export function changeOf(fact, view, certain) {
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
