// The time shown, in short: what the panel tells while nothing is chosen.

import { differenceOf, sentence } from "../model/difference.js";
import { bdi, make } from "../base/dom.js";
import { select } from "../model/filter.js";
import { SIGN_MARKS, SIGN_WORDS } from "../model/signs.js";
import { groupOf } from "../model/state.js";
import { holds } from "../model/time.js";
import { plural } from "../model/words.js";

const PAIRS = 8, EVENTS = 8; // told of at most
const MANY = 5000; // statements shown: what changed is then told only to who asks for it

export function overview(app, view) {
  return [
    make("p", { class: "soft" }, "In short"), make("h3", null, bdi(view.now.label), ...(view.before ? [" against ", bdi(view.before.label)] : [])),
    ...(view.before ? [make("p", null, bdi(sentence(view.pairs, view.now, view.before)))] : [before(app, view)]),
    ...(view.before ? changes(app, view) : section("Most is said of", strongestPairs(view.facts).slice(0, PAIRS).map((pair) => pairButton(app, pair, pair.after, pair.began.length)))),
    ...section("Events", eventsOf(app.data, view).slice(0, EVENTS).map((node) => button(app, { actor: node.id }, "event " + node.id, [bdi(node.label)], node.when.split(/[;,(]/)[0]))),
    make("p", { class: "soft" }, "Choose an actor or a line, in the picture or in the lists, to read who says so and where."),
  ];
}

// Pairs of what is so, either way round, those with most statements first; ties by id.
export function strongestPairs(facts) {
  return differenceOf([], facts).sort((a, b) => b.began.length - a.began.length);
}

// Events that possibly happened in the time shown, those that most statements name first.
export function eventsOf(data, view) {
  const counts = new Map();
  for (const fact of view.facts) for (const node of new Set([fact.subject, fact.object, fact.event])) counts.set(node, (counts.get(node) ?? 0) + 1);
  const found = data.nodes.filter((node) => node.kind.id === "event" && node.bounds && holds(node.bounds, view.now, false));
  return found.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.bounds.earliestBegin - b.bounds.earliestBegin);
}

// What changed since the era before, over everything that passes the filters.
function before(app, view) {
  const { data, state } = app, { spans } = groupOf(data, state.era), at = spans.indexOf(view.now);
  if (at < 1) return null;
  const compare = make("button", { type: "button", class: "plain", "data-hold": "compare", onclick: () => app.set({ compare: spans[at - 1].id }) }, "compare the two");
  if (view.passed > MANY) return make("p", null, "What changed since ", bdi(spans[at - 1].label), ": ", compare);
  const [then, now] = [spans[at - 1], view.now].map((span) => select(data, state, span).passed);
  return make("p", null, bdi(sentence(differenceOf(then, now), view.now, spans[at - 1])), " ", compare);
}

function changes(app, view) {
  const of = (change, size) => view.pairs.filter((pair) => pair.change === change).sort((a, b) => size(b) - size(a)).slice(0, PAIRS);
  return [
    ...section("Changed sign", of("changed", () => 0).map((pair) => pairButton(app, pair, pair.after, pair.before))),
    ...section("Began", of("began", (pair) => pair.began.length).map((pair) => pairButton(app, pair, pair.after, pair.began.length))),
    ...section("Ended", of("ended", (pair) => pair.ended.length).map((pair) => pairButton(app, pair, pair.before, pair.ended.length))),
  ];
}

const section = (title, rows) => (rows.length ? [make("h4", null, title), make("ul", { class: "short" }, ...rows.map((row) => make("li", null, row)))] : []);

// Sign and number or, where the sign changed, the sign before and the one after.
function pairButton(app, { ends: [a, b] }, sign, more) {
  const changed = typeof more === "string", mark = changed ? SIGN_MARKS[more] + "\u2192" + SIGN_MARKS[sign] : SIGN_MARKS[sign] + " " + more;
  const words = changed ? SIGN_WORDS[more] + ", then " + SIGN_WORDS[sign] : SIGN_WORDS[sign] + ", " + plural(more, "statement");
  const tail = make("span", { "aria-hidden": "true" }, mark);
  return button(app, { pair: a.id + "~" + b.id }, "pair " + a.id + "~" + b.id, [bdi(a.label), " \u2013 ", bdi(b.label)], tail, words);
}

function button(app, choice, hold, label, tail, words = "") {
  return make("button", { type: "button", "data-hold": hold, onclick: () => app.pick(choice) },
    make("span", { class: "name" }, ...label, words ? make("span", { class: "unseen" }, ", " + words) : null), make("span", { class: "soft" }, tail));
}
