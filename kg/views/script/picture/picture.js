// What a state shows: lines with their statements, the entities at their ends, and what was left out for being too much.

import { differenceOf } from "../model/difference.js";
import { EVERYBODY, UNDISPUTED, add, isViewOf, select } from "../model/filter.js";
import { followed, strongest, within } from "../model/nearby.js";
import { signOf } from "../model/signs.js";
import { certainly, holds } from "../model/time.js";

const MOST_LINES = 120; // views.md rule 8

// The picture of a period, or of two compared: `before` is null or the earlier one. `placed` says whether an entity has a place.
export const pictureOf = (data, state, now, before, placed) => pictures(data, state, now, before)(placed);

// The same for many answers to `placed`, and with a say about which lines are `drawn`: what does not depend on them is found once.
export function pictures(data, state, now, before) {
  const chosen = [now, before].map((period) => (period ? select(data, state, period) : { passed: [], counted: {} }));
  const lineOf = state.lift ? (fact) => fact.lifted : (fact) => fact.line;
  const endsOf = (fact) => [lineOf(fact).from, lineOf(fact).to];
  const [here, then] = chosen.map(({ passed }) => passed.filter((fact) => lineOf(fact) !== null));
  const held = before ? new Set(then) : null, counts = countsOf(chosen, lineOf, endsOf);
  const near = nearer(data, state, union(here, held), endsOf), around = new Set(near);
  const leave = leaver(data, state, near, lineOf, endsOf, plainLines(here, then, lineOf));
  // What changed is told of everything, however much of it is drawn.
  const pairs = before ? differenceOf(then.filter((fact) => around.has(fact)), here.filter((fact) => around.has(fact)), endsOf) : null;
  return (placed, drawn = () => true) => {
    const left = leave(placed, (fact) => drawn(lineOf(fact)));
    const view = { now, before, pairs, told: near, ...left, counts, out: [], lines: bundle(data, state, left.facts, lineOf, now, held) };
    view.nodes = new Set(view.lines.flatMap((line) => [line.from, line.to]));
    return view;
  };
}

const union = (here, held) => (held ? [...new Set([...here, ...held])].sort((a, b) => a.index - b.index) : here);

function nearer(data, state, facts, endsOf) {
  const centre = state.near ? data.node.get(state.actor) : null;
  return centre ? within(facts, centre, state.near, endsOf) : facts;
}

// Lines that two periods have alike.
function plainLines(here, then, lineOf) {
  const both = new Set(then.map(lineOf));
  return both.size ? new Set(here.map(lineOf).filter((line) => both.has(line))) : both;
}

// The statements that are shown, once limits are reckoned with; `known` counts the entities before, `limited` says that more could be drawn,
// `lineCount` the lines among those that stay. Lines that are `plain`, the same in two eras, are drawn faintly and counted apart.
function leaver(data, state, near, lineOf, endsOf, plain) {
  const centre = state.near ? data.node.get(state.actor) : null, ranked = strongest(near, endsOf);
  return (placed, drawn) => {
    const able = placed ? ranked.filter((node) => placed(node)) : ranked;
    const first = centre ? [centre, ...able.filter((node) => node !== centre)] : able;
    const kept = state.limit ? first.slice(0, state.limit) : first;
    const stay = new Set(kept);
    const among = kept.length === ranked.length ? near : near.filter((fact) => endsOf(fact).every((end) => stay.has(end)));
    const read = state.limit && state.view === "graph" ? legible(among, lineOf, plain) : among;
    return { facts: read.filter(drawn), known: ranked.length, limited: kept.length < first.length || read.length < among.length, lineCount: new Set(among.map(lineOf)).size };
  };
}

function legible(facts, lineOf, plain) {
  const groups = [facts.filter((fact) => !plain.has(lineOf(fact))), facts.filter((fact) => plain.has(lineOf(fact)))];
  if (groups.every((group) => group.length <= MOST_LINES)) return facts;
  const [differing, same] = groups.map((group) => followed(group, lineOf, MOST_LINES));
  return facts.filter((fact) => differing.has(lineOf(fact)) || same.has(lineOf(fact)));
}

// Statements by line. Compared, a line begins, ends or is kept as its statements hold now, then, or both.
function bundle(data, state, facts, lineOf, now, then) {
  const byLine = new Map();
  for (const fact of facts) add(byLine, lineOf(fact), fact);
  return [...byLine].sort((a, b) => a[0].index - b[0].index).map(([line, own]) => ({
    ...line, facts: own, change: then ? changeOf(own, state, now, then) : "",
    certain: own.some((fact) => certainly(fact.bounds, now)),
    disputed: own.some((fact) => fact.disputed),
    sign: signOf(own),
    beside: state.as !== EVERYBODY && state.as !== UNDISPUTED && !own.some((fact) => isViewOf(data, fact, state.as)),
  }));
}

function changeOf(facts, state, now, then) {
  const was = facts.some((fact) => then.has(fact)), is = facts.some((fact) => holds(fact.bounds, now, state.certain));
  return was && is ? "kept" : is ? "began" : "ended";
}

// For the legend: lines by family, entities by kind, statements by kind of relation, status and wording; in both periods where two are compared.
function countsOf(chosen, lineOf, endsOf) {
  const of = (facet, measure) => {
    const names = new Map();
    for (const { counted } of chosen) {
      for (const [name, facts] of counted[facet] ?? []) names.set(name, [...(names.get(name) ?? []), ...facts.filter((fact) => lineOf(fact) !== null)]);
    }
    return Object.fromEntries([...names].map(([name, facts]) => [name, measure(facts, name)]));
  };
  const number = (facts) => new Set(facts).size;
  return {
    family: of("family", (facts) => number(facts.map(lineOf))),
    kind: of("kind", (facts, name) => number(facts.flatMap(endsOf).filter((node) => node.kind.id === name))),
    relation: of("relation", number), status: of("status", number), wording: of("wording", number),
  };
}
