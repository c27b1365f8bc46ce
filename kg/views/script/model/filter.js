// Which statements a state lets through: by time, view-holder, and what is switched off. Pure: picture, table and tests ask the same.

import { holds } from "./time.js";

export const EVERYBODY = "everybody";
export const UNDISPUTED = "undisputed";
// What can be switched off, by the names that a statement has under it.
export const FACETS = {
  family: (fact) => [fact.family.id],
  relation: (fact) => [fact.relation.key],
  kind: (fact) => [fact.subject.kind.id, fact.object.kind.id],
  status: (fact) => [fact.status],
  wording: (fact) => [fact.wording],
};

// The statements that pass; and for every facet, by name, those that pass all other facets: what its switch would show or hide.
export function select(data, state, period) {
  const passed = [], counted = {}, facets = Object.keys(FACETS);
  for (const facet of facets) counted[facet] = new Map();
  for (const fact of data.facts) {
    if (!holds(fact.bounds, period, state.certain) || !seenBy(data, fact, state.as)) continue;
    const failed = facets.filter((facet) => FACETS[facet](fact).some((name) => state.off.has(name)));
    if (!failed.length) passed.push(fact);
    if (failed.length > 1) continue;
    for (const facet of failed.length ? failed : facets) {
      const names = [...new Set(FACETS[facet](fact))], off = names.filter((name) => state.off.has(name));
      if (off.length < 2) for (const name of off.length ? off : names) add(counted[facet], name, fact);
    }
  }
  return { passed, counted };
}

export const passes = (fact, off) => Object.values(FACETS).every((names) => !names(fact).some((name) => off.has(name)));

export function add(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

// As X saw it: X's own statements, and the undisputed ones beside them.
export function seenBy(data, fact, as) {
  if (as === EVERYBODY) return true;
  return fact.uncontested || (as !== UNDISPUTED && isViewOf(data, fact, as));
}

// Whether the view is that of somebody in particular.
export const hasHolder = (as) => as !== EVERYBODY && as !== UNDISPUTED;

export function isViewOf(data, fact, as) {
  return fact.viewers.some((person) => data.people[person].id === as);
}
