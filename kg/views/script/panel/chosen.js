// What the evidence panel is about, and the statements that concern it: all of them, also those that the picture leaves out for being too much.

import { passes, seenBy } from "../model/filter.js";
import { lineId, pairEnds } from "../model/state.js";
import { holds } from "../model/time.js";

// A line, a pair or an entity with its ends; null where nothing is chosen.
export function chosenOf(data, state) {
  const line = state.line ? data.lines.find((one) => lineId(one) === state.line) : null;
  if (line) return { line, node: null, ends: [line.from, line.to] };
  const pair = pairEnds(data, state.pair), node = data.node.get(state.actor);
  if (pair) return { line: null, node: null, ends: pair };
  return node ? { line: null, node, ends: [node] } : null;
}

// The statements of all times that concern it and pass the filters, in the order of time.
// What is chosen is told of even where its kind is switched off in the picture.
export function statementsOf(data, state, { line, ends }) {
  const off = new Set(state.off), concerns = line ? (fact) => shownLine(fact, state) === line : concerning(state, ends);
  for (const end of ends) off.delete(end.kind.id);
  return data.facts.filter((fact) => concerns(fact) && seenBy(data, fact, state.as) && passes(fact, off));
}

// Those that hold in one of the periods.
export function duringAny(facts, state, periods) {
  return facts.filter((fact) => periods.some((period) => holds(fact.bounds, period, state.certain)));
}

// The line on which a statement stands; null where counting leaders as their states leaves it none.
export const shownLine = (fact, state) => (state.lift ? fact.lifted : fact.line);

function concerning(state, [a, b]) {
  if (!b) return (fact) => fact.event === a || touches(fact.line, a) || (state.lift && fact.lifted !== null && touches(fact.lifted, a));
  return (fact) => {
    const line = shownLine(fact, state);
    return line !== null && ((line.from === a && line.to === b) || (line.from === b && line.to === a));
  };
}

const touches = (line, node) => line.from === node || line.to === node;
