// What can be switched off, by facet; and what "only this" and "as at first" mean. Pure.

import { byLabel } from "../base/order.js";

// Kinds of relation stand below the family that most of their statements belong to.
export function relationsByFamily(data) {
  const counts = new Map(data.relations.map((relation) => [relation, new Map()]));
  for (const fact of data.facts) counts.get(fact.relation).set(fact.family, (counts.get(fact.relation).get(fact.family) ?? 0) + 1);
  const homes = new Map(data.families.map((family) => [family, []]));
  for (const [relation, families] of counts) {
    const most = data.families.reduce((best, family) => ((families.get(family) ?? 0) > (families.get(best) ?? 0) ? family : best), data.families[0]);
    homes.get(relation.family ?? most).push(relation);
  }
  for (const relations of homes.values()) relations.sort(byLabel);
  return homes;
}

// Every switch as {id, label}, by facet.
export function switchesOf(data) {
  return {
    family: data.families.map(({ id, label }) => ({ id, label })),
    relation: data.relations.map(({ key, label }) => ({ id: key, label })),
    kind: data.kinds.map(({ id, label }) => ({ id, label })),
    status: data.statuses.map(({ id, label }) => ({ id, label })),
    wording: data.wordings.map((id) => ({ id, label: id })),
  };
}

// Of these switches only the one; all others stay as they are.
export function only(off, switches, id) {
  const rest = [...off].filter((name) => !switches.some((one) => one.id === name));
  return new Set([...rest, ...switches.filter((one) => one.id !== id).map((one) => one.id)]);
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

// The labels of what is off now and was on as the page opened, and the other way round.
export function changedOf(data, off, opening) {
  const every = Object.values(switchesOf(data)).flat();
  return {
    off: every.filter(({ id }) => off.has(id) && !opening.has(id)).map(({ label }) => label),
    on: every.filter(({ id }) => !off.has(id) && opening.has(id)).map(({ label }) => label),
  };
}
