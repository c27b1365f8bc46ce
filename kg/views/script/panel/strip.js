// The strip of eras of a pair or an entity: one cell an era, each a button that goes there and keeps what is chosen.

import { duringAny, statementsOf } from "./chosen.js";
import { bdi, make } from "../base/dom.js";
import { SIGN_MARKS, SIGN_WORDS, signOf } from "../model/signs.js";
import { groupOf } from "../model/state.js";
import { certainly } from "../model/time.js";
import { plural } from "../model/words.js";

// What is so between two entities, either way round, in each era of the periodisation shown; without `b`, all about `a`.
// No statement has no sign: that is not the same as neutral.
export function stripOf(data, state, a, b) {
  const facts = statementsOf(data, state, { line: null, ends: b ? [a, b] : [a] }).filter((fact) => fact.real);
  return groupOf(data, state.era).spans.map((span) => {
    const own = duringAny(facts, state, [span]);
    return {
      span, count: own.length, sign: own.length ? signOf(own) : null, certain: own.some((fact) => certainly(fact.bounds, span)),
      now: !state.during && span.id === state.era, before: span.id === state.compare,
    };
  });
}

export function strip(app, [a, b]) {
  const { data, state } = app, label = groupOf(data, state.era).label;
  const cells = stripOf(data, state, a, b).map((cell) => make("li", null, button(app, cell, Boolean(b))));
  return [make("h4", null, b ? "Both ways, by era: " : "By era: ", bdi(label)), make("ol", { class: "strip" }, ...cells)];
}

// Read aloud as a sentence; seen as a mark and a number.
function button(app, cell, signed) {
  const { span, count } = cell, sign = signed ? cell.sign : null;
  return make("button", {
    class: classOf(cell, sign), style: "--sign: " + colourOf(app, sign), "data-hold": "era " + span.id,
    "aria-current": cell.now ? "true" : null, onclick: () => app.set({ era: span.id, during: "" }),
  },
  make("span", { class: "small" }, bdi(span.label)), make("span", { "aria-hidden": "true", title: wordsOf(cell, sign) }, ...content(count, sign)),
  count && !cell.certain ? make("span", { class: "small", "aria-hidden": "true" }, "possibly") : null,
  make("span", { class: "unseen" }, wordsOf(cell, sign)));
}

function content(count, sign) {
  if (!count) return ["none"];
  return sign === null ? [String(count)] : [make("b", null, SIGN_MARKS[sign]), " " + count];
}

const classOf = (cell, sign) => [
  cell.count ? (cell.certain ? "certain" : "possible") : "none", sign === "mixed" ? "mixed" : "", cell.before ? "before" : "",
].filter(Boolean).join(" ");

function colourOf({ data, theme }, sign) {
  const family = data.families.find((one) => one.id === { "+": "friendly", "-": "unfriendly" }[sign]);
  return family ? family[theme.name] : "var(--soft)";
}

function wordsOf({ count, certain, now, before }, sign) {
  const parts = count ? [...(sign === null ? [] : [SIGN_WORDS[sign]]), plural(count, "statement")] : ["no statement"];
  if (count && !certain) parts.push("possibly");
  if (now) parts.push("shown now");
  if (before) parts.push("compared with");
  return parts.join(", ");
}
