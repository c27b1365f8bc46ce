// Sentences: what is said of a state, a line, a statement.

import { sentence } from "./difference.js";
import { thousands } from "../base/order.js";
import { SIGN_WORDS } from "./signs.js";

export const UNREAL = "Did not happen, was planned, or is denied";

export function holdersOf(fact, holders) {
  const names = holders.map((person) => person.label);
  return (fact.uncontested ? ["undisputed", ...names] : names).join(", ");
}

// Whose word it is: the first so many holders, and what is said of those statements that nobody disputes.
export function accordingTo(holders, undisputed, most = Infinity) {
  const names = holders.slice(0, most).map((person) => person.label).join(", "), more = holders.length - most;
  const held = names && "according to " + names + (more > 0 ? " and " + more + " more" : "");
  return [held, undisputed].filter(Boolean).join("; ");
}

export const capital = (text) => text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
export const signWords = (sign) => SIGN_WORDS[sign > 0 ? "+" : sign < 0 ? "-" : 0];
export const arrow = (line) => (line.directed ? " \u2192 " : " \u2013 ");
export const lineFamily = (line) => line.family.label + (line.real ? "" : " (not so, or not yet)");

export const lineName = (line) => line.from.label + arrow(line) + line.to.label + ": " + lineFamily(line);

export function plural(count, one, many) {
  return thousands(count) + " " + (count === 1 ? one : many ?? one + "s");
}

// A name in a line of plain text: one that runs from right to left would take the numbers after it along.
const isolated = (text) => (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? "\u2068" + text + "\u2069" : text);

const NAMED = 5; // of many

function firstOf(names) {
  return names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " and " + (names.length - NAMED) + " more" : "");
}

// What is shown, in one line: read aloud when it changes.
export function statusOf(view, state, data) {
  const parts = [plural(view.nodes.size, "entity", "entities"), plural(view.lines.length, "line"), plural(view.facts.length, "statement")];
  let words = view.before ? sentence(view.pairs, view.now, view.before) + " " : "";
  words += (view.before ? "Both" : isolated(view.now.label)) + ": " + parts.join(", ");
  const few = [];
  if (view.nodes.size < view.known) few.push(view.nodes.size + " of " + plural(view.known, "entity", "entities"));
  if (view.lines.length < view.lineCount) few.push(view.lines.length + " of " + plural(view.lineCount, "line"));
  if (few.length) words += "; showing " + few.join(", ") + (view.limited || !view.out.length ? ", ranked by number of statements" : "");
  if (view.out.length) words += "; not drawn, as lines would run through somebody: " + firstOf(view.out.map((ends) => ends.map((node) => isolated(node.label)).join(" \u2013 ")));
  if (state.as !== "everybody") words += "; " + asWords(state.as, data);
  if (state.certain) words += "; only what certainly holds";
  if (state.lift) words += "; leaders counted as their states";
  return words + ".";
}

export function asWords(as, data) {
  return as === "undisputed" ? "what nobody disputes" : "as " + data.people.find((person) => person.id === as).label + " saw it";
}
