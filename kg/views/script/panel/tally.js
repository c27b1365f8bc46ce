// Counts over statements: by kind of relation, by direction and sign, by holder, and of the passages behind them.

import { details } from "../model/data.js";

// Kinds of relation with the number of their statements, most first.
export function kindsOf(facts) {
  const kinds = [...Map.groupBy(facts, (fact) => fact.relation.id).values()].map((own) => [own[0].relation, own.length]);
  return mostFirst(kinds).map(([relation, count]) => ({ relation, count }));
}

// Statements from an entity, towards it, and mutual ones; each as [friendly, unfriendly, neither].
export function standingOf(facts, node) {
  const found = { from: [0, 0, 0], towards: [0, 0, 0], mutual: [0, 0, 0] };
  for (const fact of facts) {
    const way = wayOf(fact, node);
    if (way) found[way][fact.sign > 0 ? 0 : fact.sign < 0 ? 1 : 2] += 1;
  }
  return found;
}

function wayOf(fact, node) {
  const from = fact.subject === node, towards = fact.object === node;
  if (!from && !towards) return null;
  return fact.relation.symmetric || (from && towards) ? "mutual" : from ? "from" : "towards";
}

// Who holds the statements, most first; how many nobody disputes; how many passages they rest on, each counted once.
export function groundsOf(data, facts) {
  const each = facts.map((fact) => details(data, fact));
  const holders = countBy(each.flatMap((more) => more.holders), (person) => person);
  return {
    holders: mostFirst(holders).map(([person]) => person),
    undisputed: facts.filter((fact) => fact.uncontested).length,
    passages: new Set(each.flatMap((more) => more.evidence.map((piece) => piece.label + "\u0000" + piece.where))).size,
  };
}

const countBy = (items, keyOf) => [...Map.groupBy(items, keyOf)].map(([key, own]) => [key, own.length]);
const mostFirst = (counts) => counts.sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1));
