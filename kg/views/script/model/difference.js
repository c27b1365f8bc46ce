// What changed between two periods: the same as kg/analysis/difference.py, over the statements that are shown.

import { add } from "./filter.js";
import { SIGN_MARKS, signOf } from "./signs.js";

// Pairs, either way round, that have a statement that is so in one of the two sets; by ids.
export function differenceOf(before, after, endsOf = (fact) => [fact.subject, fact.object]) {
  const then = byPair(before, endsOf), now = byPair(after, endsOf);
  const keys = [...new Set([...then.keys(), ...now.keys()])].sort((a, b) => (a < b ? -1 : 1));
  return keys.map((key) => pairChange(then.get(key) ?? [], now.get(key) ?? [], endsOf));
}

function byPair(facts, endsOf) {
  const pairs = new Map();
  for (const fact of facts.filter((one) => one.real)) add(pairs, sorted(endsOf(fact)).map((node) => node.id).join("\u0000"), fact);
  return pairs;
}

const sorted = (ends) => [...ends].sort((a, b) => (a.id < b.id ? -1 : 1));

function pairChange(then, now, endsOf) {
  const earlier = new Set(then), later = new Set(now);
  const before = then.length ? signOf(then) : null, after = now.length ? signOf(now) : null;
  return {
    ends: sorted(endsOf(now[0] ?? then[0])), before, after,
    change: before === null ? "began" : after === null ? "ended" : before === after ? "kept" : "changed",
    began: now.filter((fact) => !earlier.has(fact)), ended: then.filter((fact) => !later.has(fact)), kept: now.filter((fact) => earlier.has(fact)),
  };
}

export function countChanges(pairs) {
  const counts = { began: 0, ended: 0, changed: 0, kept: 0 };
  for (const pair of pairs) counts[pair.change] += 1;
  return counts;
}

const NAMED = 3; // changed pairs named in the sentence

export function sentence(pairs, now, before) {
  const counts = countChanges(pairs);
  const words = now.label + " against " + before.label + ": " + counts.began + (counts.began === 1 ? " pair" : " pairs") + " began, " +
    counts.ended + " ended, " + counts.changed + " changed sign, " + counts.kept + " kept theirs.";
  const changed = pairs.filter((pair) => pair.change === "changed");
  if (!changed.length) return words;
  const named = changed.slice(0, NAMED).map((pair) => pair.ends.map((node) => node.label).join(" \u2013 ") + " (" + mark(pair.before) + " to " + mark(pair.after) + ")");
  return words + " Changed sign: " + named.join(", ") + (changed.length > NAMED ? " and " + (changed.length - NAMED) + " more." : ".");
}

const mark = (sign) => (sign === "mixed" ? sign : SIGN_MARKS[sign]);
