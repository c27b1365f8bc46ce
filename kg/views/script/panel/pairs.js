// Pairs in short: buttons with who, which sign and how many statements, as the panel lists them.

import { duringAny, shownLine } from "./chosen.js";
import { bdi, make } from "../base/dom.js";
import { differenceOf } from "../model/difference.js";
import { SIGN_MARKS, SIGN_WORDS } from "../model/signs.js";
import { plural } from "../model/words.js";

const PARTNERS = 10; // named one by one

// Pairs of what is so in either set, either way round, on the lines shown: those with most statements first; ties by id.
export function strongestPairs(before, now, state) {
  const [then, here] = [before, now].map((facts) => facts.filter((fact) => shownLine(fact, state)));
  return bySize(differenceOf(then, here, (fact) => [shownLine(fact, state).from, shownLine(fact, state).to]));
}

export const bySize = (pairs) => pairs.sort((a, b) => sizeOf(b) - sizeOf(a));
const sizeOf = ({ began, ended, kept }) => began.length + ended.length + kept.length;

// Those of one entity: its friends and foes at a glance.
export function partners(app, view, node, facts) {
  const { state } = app, during = (period) => (period ? duringAny(facts, state, [period]) : []);
  const pairs = strongestPairs(during(view.before), during(view.now), state).filter(({ ends }) => ends.includes(node)), rest = pairs.length - PARTNERS;
  const rows = pairs.slice(0, PARTNERS).map((pair) => pairButton(app, pair, [pair.ends.find((end) => end !== node) ?? node], view.before));
  return shortList("With whom", rows, rest);
}

// A titled list, and how many more there would be.
export function shortList(title, rows, rest = 0) {
  if (!rows.length) return [];
  const more = rest > 0 ? [make("p", { class: "soft" }, "and " + rest + " more")] : [];
  return [make("h4", null, title), make("ul", { class: "short" }, ...rows.map((row) => make("li", null, row))), ...more];
}

// Sign and number or, where the sign changed, the sign before and the one after; `compared` says also what began or ended.
export function pairButton(app, pair, named = pair.ends, compared = null) {
  const { before, after, change } = pair, id = pair.ends.map((end) => end.id).join("~"), sign = after ?? before;
  const became = compared && change !== "kept" ? " " + change : "";
  const [mark, words] = change === "changed" ? [SIGN_MARKS[before] + "\u2192" + SIGN_MARKS[after], SIGN_WORDS[before] + ", then " + SIGN_WORDS[after]]
    : [SIGN_MARKS[sign] + " " + sizeOf(pair) + became, SIGN_WORDS[sign] + ", " + plural(sizeOf(pair), "statement") + became];
  return shortButton(app, { pair: id }, "pair " + id, named.flatMap((end, i) => [i ? " \u2013 " : "", bdi(end.label)]), mark, words);
}

// `words` are read aloud instead of the tail.
export function shortButton(app, choice, hold, name, tail, words = "") {
  return make("button", { "data-hold": hold, onclick: () => app.pick(choice) },
    make("span", { class: "name" }, ...name, words ? make("span", { class: "unseen" }, ", " + words) : null),
    make("span", { class: "soft", "aria-hidden": words ? "true" : null }, tail));
}
