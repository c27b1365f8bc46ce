// What a state shows: pure, so that picture, lists, table and tests ask the same function.

export const EVERYBODY = "everybody";
export const UNDISPUTED = "undisputed";

// The view of one era: its lines with their statements, the entities at their ends, and for the
// legend how many lines of each family there are among the kinds that are on, and how many of each kind in the families that are.
export function viewOf(data, state, era) {
  const held = data.facts.filter((fact) => holds(fact, era, state.certain) && seenBy(data, fact, state.as));
  const real = held.filter((fact) => fact.real);
  const unreal = held.filter((fact) => !fact.real);
  let shown = state.unreal ? held : real;
  shown = shown.filter((fact) => isOn(state, fact));
  if (state.near && state.actor) shown = shown.filter((fact) => touches(fact, state.actor));
  const ranked = strongest(shown);
  const kept = state.limit && ranked.length > state.limit ? new Set(ranked.slice(0, state.limit)) : null;
  if (kept) shown = shown.filter((fact) => kept.has(fact.subject) && kept.has(fact.object));
  const lines = bundle(data, shown, era, state.as);
  return {
    lines, nodes: new Set(lines.flatMap((line) => [line.from, line.to])), facts: shown,
    counts: { ...lineCounts(real.filter((fact) => kindsOn(state, fact))), ...kindCounts(real.filter((fact) => familyOn(state, fact))) }, unreal: unreal.length, known: ranked.length,
  };
}

export function holds(fact, era, certain) {
  return (certain ? fact.certain : fact.possible).includes(era);
}

// As X saw it: X's own statements, and the undisputed ones beside them.
export function seenBy(data, fact, as) {
  if (as === EVERYBODY) return true;
  return fact.undisputed || (as !== UNDISPUTED && isViewOf(data, fact, as));
}

export function isViewOf(data, fact, as) {
  return fact.viewers.some((person) => data.people[person].id === as);
}

// Neither its family nor the kind of one of its ends is switched off.
export function isOn(state, fact) {
  return familyOn(state, fact) && kindsOn(state, fact);
}

function familyOn(state, fact) {
  return !state.off.has(fact.line.family.id);
}

function kindsOn(state, fact) {
  return !state.off.has(fact.subject.kind.id) && !state.off.has(fact.object.kind.id);
}

export function touches(fact, id) {
  return fact.subject.id === id || fact.object.id === id;
}

// Entities by number of statements, ties by id.
export function strongest(facts) {
  const count = new Map();
  for (const fact of facts) {
    for (const end of new Set([fact.subject, fact.object])) count.set(end, (count.get(end) ?? 0) + 1);
  }
  return [...count.keys()].sort((a, b) => count.get(b) - count.get(a) || (a.id < b.id ? -1 : 1));
}

function bundle(data, facts, era, as) {
  const byLine = new Map();
  for (const fact of facts) {
    if (!byLine.has(fact.line)) byLine.set(fact.line, []);
    byLine.get(fact.line).push(fact);
  }
  return [...byLine].sort((a, b) => a[0].index - b[0].index).map(([line, own]) => ({
    ...line, facts: own, change: "",
    certain: own.some((fact) => fact.certain.includes(era)),
    disputed: own.some((fact) => fact.disputed),
    sign: signOf(own),
    beside: as !== EVERYBODY && as !== UNDISPUTED && !own.some((fact) => isViewOf(data, fact, as)),
  }));
}

// +, -, 0, or mixed where both occur; never an average.
export function signOf(facts) {
  const plus = facts.some((fact) => fact.sign > 0), minus = facts.some((fact) => fact.sign < 0);
  return plus && minus ? "mixed" : plus ? "+" : minus ? "-" : "0";
}

function lineCounts(facts) {
  const lines = new Set(facts.map((fact) => fact.line));
  const counts = {};
  for (const line of lines) counts[line.family.id] = (counts[line.family.id] ?? 0) + 1;
  return counts;
}

function kindCounts(facts) {
  const counts = {};
  for (const node of new Set(facts.flatMap((fact) => [fact.subject, fact.object]))) counts[node.kind.id] = (counts[node.kind.id] ?? 0) + 1;
  return counts;
}
