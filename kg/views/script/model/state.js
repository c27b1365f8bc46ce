// The page's state: how it opens, and what of a wished state is possible here.

import { readPeriod, writePeriod } from "../base/days.js";
import { EVERYBODY, UNDISPUTED } from "./filter.js";
import { periodOf } from "./time.js";

export const VIEWS = ["graph", "matrix", "table", "eras"];
export const ORDERS = ["kind", "strength", "name"]; // of the matrix
export const COLUMNS = ["when", "subject", "relation", "object", "holders", "holds", "change", "notes", "sources"]; // of the table
const LIMIT = 60; // views.md rule 8

export function openingOf(data) {
  const off = [...data.families, ...data.kinds, ...data.statuses].filter((one) => !one.shown).map((one) => one.id);
  return {
    era: data.opening.era, during: "", compare: "", actor: "", line: "", pair: "", as: data.opening.as, certain: data.opening.certain,
    lift: false, near: 0, limit: LIMIT, view: "graph", order: ORDERS[0], sort: COLUMNS[0], off: new Set(off),
  };
}

// A state from an address may name what is not here: then that part stays as the page opens.
export function known(data, wished, opening) {
  const eras = new Set(data.spans.map((span) => span.id)), people = new Set([EVERYBODY, UNDISPUTED, ...data.people.map((person) => person.id)]);
  const era = eras.has(wished.era) ? wished.era : opening.era;
  const during = readPeriod(wished.during ?? "");
  const actor = data.node.has(wished.actor) ? wished.actor : "";
  return {
    ...wished, era, actor, certain: wished.certain ?? opening.certain, lift: wished.lift ?? opening.lift,
    during: during ? writePeriod(...during) : "",
    compare: eras.has(wished.compare) && (during || wished.compare !== era) ? wished.compare : "",
    as: people.has(wished.as) ? wished.as : opening.as,
    line: wished.line && data.lines.some((line) => lineId(line) === wished.line) ? wished.line : "",
    pair: pairEnds(data, wished.pair) ? wished.pair : "",
    near: actor && [1, 2].includes(wished.near) ? wished.near : 0,
    limit: Number.isInteger(wished.limit) && wished.limit >= 0 ? wished.limit : opening.limit,
    view: VIEWS.includes(wished.view) ? wished.view : opening.view,
    order: ORDERS.includes(wished.order) ? wished.order : opening.order,
    sort: COLUMNS.includes(wished.sort?.replace(/^-/, "")) ? wished.sort : opening.sort,
    off: new Set(wished.off),
  };
}

// A line as the address names it.
export function lineId(line) {
  return [line.from.id, line.to.id, line.family.id, ...(line.real ? [] : ["unreal"]), ...(line.directed ? [] : ["both"])].join("~");
}

// The two entities of "a~b", or null.
export function pairEnds(data, text) {
  const ends = (text ?? "").split("~").map((id) => data.node.get(id));
  return ends.length === 2 && ends.every(Boolean) ? ends : null;
}

// The period that a state shows: the brushed one, else that of its era.
export function periodFor(data, state) {
  if (!state.during) return spanOf(data, state.era);
  return periodOf("", state.during.replace("/", "\u2013"), ...readPeriod(state.during));
}

export const spanOf = (data, id) => data.spans.find((span) => span.id === id) ?? null;
export const groupOf = (data, id) => data.groups.find((group) => group.spans.some((span) => span.id === id));
