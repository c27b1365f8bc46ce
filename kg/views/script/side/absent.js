// Says of a chosen entity that it is not in the picture, why, and offers the way to it.

import { bdi, byId, make } from "../base/dom.js";
import { groupOf, periodFor } from "../model/state.js";
import { possibly } from "../model/time.js";
import { touches } from "../model/nearby.js";

export function absent(app) {
  return (view) => {
    const node = app.data.node.get(app.state.actor), note = byId("absent");
    note.hidden = !node || view.nodes.has(node) || Boolean(app.state.line || app.state.pair);
    if (!note.hidden) note.replaceChildren(...content(app, node));
  };
}

function content(app, node) {
  const { data, state, set } = app, period = periodFor(data, state), times = timesOf(data, node);
  const button = (words, change) => make("button", { onclick: () => set(change) }, words);
  if (state.off.has(node.kind.id)) {
    const off = new Set([...state.off].filter((name) => name !== node.kind.id));
    return [bdi(node.label), " is of a kind that is off. ", button("Show: " + node.kind.label, { off })];
  }
  const here = times.some((bounds) => possibly(bounds, period));
  if (here && !app.isSaidOf(node)) return ["Nothing is said of ", bdi(node.label), " here that passes the filters."];
  if (here) return [bdi(node.label), " is hidden here by a filter or by the limit. ", button("Show around it", { near: 1 })];
  const first = firstSpan(data, state, times);
  return [bdi(node.label), " is not in ", bdi(period.label), ". ", ...(first ? [button("Go to " + first.label, { era: first.id, during: "" })] : [])];
}

// When the statements about an entity hold, and when it took place itself.
export function timesOf(data, node) {
  const times = data.facts.filter((fact) => touches(fact, node) || fact.event === node).map((fact) => fact.bounds);
  return node.bounds ? [node.bounds, ...times] : times;
}

// The first era in which one of these times possibly lies: of the shown periodisation, else of any; or undefined.
export function firstSpan(data, state, times) {
  const own = groupOf(data, state.era).spans;
  return [...own, ...data.spans.filter((span) => !own.includes(span))].find((span) => times.some((bounds) => possibly(bounds, span)));
}
