// Leaders lifted to their states: each statement also has the line on which it stands when a leader counts as the state
// that he certainly led on the day when it began, at the earliest.

import { lineFor } from "./bundles.js";

export function lift(data) {
  const led = new Map();
  for (const fact of data.facts) {
    if (fact.relation.id === "leads" && fact.real) led.set(fact.subject, [...(led.get(fact.subject) ?? []), fact]);
  }
  const known = data.lines.length;
  for (const fact of data.facts) {
    const subject = stateOf(led, fact.subject, fact.bounds.earliestBegin), object = stateOf(led, fact.object, fact.bounds.earliestBegin);
    const same = subject === fact.subject && object === fact.object;
    fact.lifted = same ? fact.line : subject === object ? null : lineFor(data.lineOf, fact, subject, object);
  }
  // Lines that only lifting makes follow the others, in the order of the statements.
  data.lines.push(...[...data.lineOf.values()].slice(known));
}

function stateOf(led, node, day) {
  const held = (led.get(node) ?? []).find((fact) => fact.bounds.latestBegin <= day && fact.bounds.earliestEnd >= day);
  return held ? held.object : node;
}
