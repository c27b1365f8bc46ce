// Lines: all statements of one family between two entities, one way round; and the lanes in which those of a pair run.

const GAP = 5; // world units between lanes, as in kg/views/lanes.py

// Gives every statement its line; the lines stand in the order of their ends.
export function makeLines(data) {
  const lines = new Map();
  for (const fact of data.facts) fact.line = lineFor(lines, fact, fact.subject, fact.object);
  const order = [...lines.values()].sort(byEnds);
  order.forEach((line, i) => { line.index = i; });
  data.lineOf = lines;
  return order;
}

export const pairOf = (a, b) => (a.id < b.id ? a.index + " " + b.index : b.index + " " + a.index);

// The line that a statement would be on between these ends, made where there is none yet.
export function lineFor(lines, fact, subject, object) {
  const directed = !fact.relation.symmetric;
  const [from, to] = directed || subject.id < object.id ? [subject, object] : [object, subject];
  const key = lineKey(from, to, fact.family, fact.real, directed);
  if (!lines.has(key)) lines.set(key, { index: lines.size, key, from, to, family: fact.family, real: fact.real, directed, pair: pairOf(from, to), lane: null });
  return lines.get(key);
}

const lineKey = (from, to, family, real, directed) => [from.index, to.index, family.id, Number(real), Number(directed)].join(" ");

function byEnds(a, b) {
  return compare(a.from.id, b.from.id) || compare(a.to.id, b.to.id) || compare(a.family.id, b.family.id) || a.real - b.real || a.directed - b.directed;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// The lanes that the build chose, by line; a line for which it chose none runs outside of them.
export function addLanes(data, chosen = new Map()) {
  const outer = new Map();
  for (const line of data.lines) {
    line.lane = chosen.get(line) ?? null;
    if (line.lane !== null) outer.set(line.pair, Math.max(outer.get(line.pair) ?? -GAP, Math.abs(line.lane)));
  }
  for (const line of data.lines) {
    if (line.lane !== null) continue;
    const next = (outer.get(line.pair) ?? -GAP) + GAP;
    line.lane = next;
    outer.set(line.pair, next);
  }
}
