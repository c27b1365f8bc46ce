// The time shown, in short: what the panel tells while nothing is chosen.

import { differenceOf, sentence } from "../model/difference.js";
import { bdi, make } from "../base/dom.js";
import { hasHolder, isViewOf, select } from "../model/filter.js";
import { bySize, pairButton, shortButton, shortList, strongestPairs } from "./pairs.js";
import { thousands } from "../base/order.js";
import { groupOf } from "../model/state.js";
import { holds } from "../model/time.js";
import { plural } from "../model/words.js";

const PAIRS = 8, EVENTS = 8; // told of at most
const MANY = 5000; // statements shown: what changed is then told only to who asks for it

export function overview(app, view) {
  return [
    make("p", { class: "soft" }, "In short"), make("h3", null, bdi(view.now.label), ...(view.before ? [" against ", bdi(view.before.label)] : [])),
    ...(view.before ? [make("p", null, bdi(sentence(view.pairs, view.now, view.before)))] : [before(app, view)]),
    hasHolder(app.state.as) ? views(app, view) : null,
    ...(view.before ? changes(app, view) : first("Most is said of", strongestPairs([], view.told, app.state), PAIRS, (pair) => pairButton(app, pair))),
    ...first("Events", eventsOf(app.data, view), EVENTS, (node) => shortButton(app, { actor: node.id }, "event " + node.id, [bdi(node.label)], node.when.split(/[;,(]/)[0])),
    make("p", { class: "soft" }, "Choose an actor or a line, in the picture or in the lists, to read who says so and where."),
  ].filter(Boolean);
}

// How much of it is the chosen holder's own view.
function views({ data, state }, { told: facts }) {
  const own = facts.filter((fact) => isViewOf(data, fact, state.as)).length, { label } = data.people.find((person) => person.id === state.as);
  return make("p", null, plural(own, "statement") + " of ", bdi(label), "\u2019s view, " + thousands(facts.length - own) + " undisputed beside them.");
}

// Events that possibly happened in the time shown, those that most statements name first.
export function eventsOf(data, view) {
  const counts = new Map();
  for (const fact of view.told) for (const node of new Set([fact.subject, fact.object, fact.event])) counts.set(node, (counts.get(node) ?? 0) + 1);
  const found = data.nodes.filter((node) => node.kind.id === "event" && node.bounds && holds(node.bounds, view.now, false));
  return found.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.bounds.earliestBegin - b.bounds.earliestBegin);
}

// What changed since the era before, over everything that passes the filters.
function before(app, view) {
  const { data, state } = app, { spans } = groupOf(data, state.era), at = spans.indexOf(view.now);
  if (at < 1) return null;
  const compare = make("button", { class: "plain", "data-hold": "compare", onclick: () => app.set({ compare: spans[at - 1].id }) }, "compare the two");
  if (view.told.length > MANY) return make("p", null, "What changed since ", bdi(spans[at - 1].label), ": ", compare);
  const [then, now] = [spans[at - 1], view.now].map((span) => select(data, state, span).passed);
  return make("p", null, bdi(sentence(differenceOf(then, now), view.now, spans[at - 1])), " ", compare);
}

function changes(app, view) {
  const of = (change) => bySize(view.pairs.filter((pair) => pair.change === change));
  return [["Changed sign", "changed"], ["Began", "began"], ["Ended", "ended"]].flatMap(([title, change]) => first(title, of(change), PAIRS, (pair) => pairButton(app, pair)));
}

const first = (title, items, most, row) => shortList(title, items.slice(0, most).map(row), items.length - most);
