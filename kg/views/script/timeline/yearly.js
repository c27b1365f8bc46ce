// How many statements held in each year, by their sign: one pass over the statements, one over the years.

import { yearOf } from "../base/days.js";
import { passes, seenBy } from "../model/filter.js";
import { holds } from "../model/time.js";

export const SIGNS = ["friendly", "unfriendly", "neither"];

// The statements that are so, and that a state lets through whatever the time.
export function anytime(data, state) {
  return data.facts.filter((fact) => fact.real && seenBy(data, fact, state.as) && passes(fact, state.off));
}

export const kindOf = (fact) => (fact.sign > 0 ? "friendly" : fact.sign < 0 ? "unfriendly" : "neither");

// For every sign as many numbers as there are years: of what possibly or certainly held in a part of the year.
export function yearly(facts, [first, last], certain) {
  const counts = Object.fromEntries(SIGNS.map((sign) => [sign, new Array(last - first + 2).fill(0)]));
  const years = new Map();
  for (const fact of facts) {
    const { bounds } = fact;
    if (!years.has(bounds)) years.set(bounds, (certain ? [bounds.latestBegin, bounds.earliestEnd] : [bounds.earliestBegin, bounds.latestEnd]).map(yearOf));
    const [from, to] = years.get(bounds);
    if (from > to || to < first || from > last) continue;
    const changes = counts[kindOf(fact)];
    changes[Math.max(from, first) - first] += 1;
    changes[Math.min(to, last) - first + 1] -= 1;
  }
  for (const sign of SIGNS) counts[sign] = summed(counts[sign]);
  return counts;
}

function summed(changes) {
  let sum = 0;
  return changes.slice(0, -1).map((change) => (sum += change));
}

export const totalOf = (counts, i) => SIGNS.reduce((sum, sign) => sum + counts[sign][i], 0);

// The first of the years with most statements, as its place.
export function fullest(counts) {
  return counts.friendly.reduce((best, _, i) => (totalOf(counts, i) > totalOf(counts, best) ? i : best), 0);
}

export const countIn = (facts, period, certain) => facts.reduce((sum, fact) => sum + holds(fact.bounds, period, certain), 0);
