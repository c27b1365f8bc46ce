// What can be switched off, by facet; and what "only this" and "as at first" mean. Pure.

import { EVERYBODY } from "../model/filter.js";
import { byLabel } from "../base/order.js";
import { asWords } from "../model/words.js";

// Kinds of relation stand below the family that most of their statements belong to.
export function relationsByFamily(data) {
  const facts = Map.groupBy(data.facts, (fact) => fact.relation), homes = new Map(data.families.map((family) => [family, []]));
  for (const relation of [...data.relations].sort(byLabel)) {
    const own = Map.groupBy(facts.get(relation) ?? [], (fact) => fact.family), size = (family) => own.get(family)?.length ?? 0;
    homes.get(relation.family ?? data.families.reduce((best, family) => (size(family) > size(best) ? family : best))).push(relation);
  }
  return homes;
}

// Every switch, with at least {id, label}, by facet.
export function switchesOf(data) {
  return {
    family: data.families, relation: data.relations.map(({ key, label }) => ({ id: key, label })), kind: data.kinds, status: data.statuses,
    wording: data.wordings.map((id) => ({ id, label: id })),
  };
}

// Of these switches only the one; all others stay as they are.
export function only(off, switches, id) {
  return new Set([...all(off, switches), ...switches.filter((one) => one.id !== id).map((one) => one.id)]);
}

// Only statements of one kind of relation: families without any are off, and in the others all other kinds.
export function onlyRelation(data, off, key) {
  const own = new Set(), beside = new Set();
  for (const fact of data.facts) if (fact.relation.key === key) own.add(fact.family);
  for (const fact of data.facts) if (own.has(fact.family) && fact.relation.key !== key) beside.add(fact.relation.key);
  const rest = [...off].filter((name) => !name.startsWith("relation/") && !data.families.some((family) => family.id === name));
  return new Set([...rest, ...data.families.filter((family) => !own.has(family)).map((family) => family.id), ...beside]);
}

export function all(off, switches) {
  return new Set([...off].filter((name) => !switches.some((one) => one.id === name)));
}

// What else the filters let through otherwise than as the page opened, in words.
export function changedRest(data, state, opening) {
  return [
    state.as !== opening.as && (state.as === EVERYBODY ? "everybody\u2019s view" : asWords(state.as, data)),
    state.certain !== opening.certain && (state.certain ? "only what certainly holds" : "also what possibly holds"),
    state.lift !== opening.lift && "leaders as states",
  ].filter(Boolean);
}

// The labels of what is off now and was on as the page opened, and the other way round.
export function changedOf(data, off, opening) {
  const every = Object.values(switchesOf(data)).flat();
  return {
    off: every.filter(({ id }) => off.has(id) && !opening.has(id)).map(({ label }) => label),
    on: every.filter(({ id }) => !off.has(id) && opening.has(id)).map(({ label }) => label),
  };
}
