// The head of the panel: what is chosen, what it comes to, and what can be done with it.

import { duringAny, shownLine } from "./chosen.js";
import { disputesOfNode, evidenceOf } from "../model/data.js";
import { disputes } from "./dispute.js";
import { bdi, make } from "../base/dom.js";
import { partners } from "./pairs.js";
import { SIGN_MARKS, SIGN_WORDS, signOf } from "../model/signs.js";
import { sources } from "./sources.js";
import { groundsOf, kindsOf, standingOf } from "./tally.js";
import { accordingTo, arrow, capital, lineFamily, plural } from "../model/words.js";

const STEPS = ["everybody", "one step", "two steps"];
const KINDS = 8, HOLDERS = 3; // named one by one

export function head(app, view, chosen, facts, told) {
  const { line, node } = chosen;
  return [...(node ? nodeHead(app, view, node, facts, told) : pairHead(app, view, line, chosen.ends, facts)), ...actions(app, view, chosen, facts)];
}

function pairHead(app, view, line, [from, to], facts) {
  const what = line ? lineFamily(line) : "Both ways, all kinds";
  return [
    make("p", { class: "soft" }, what + ", ", bdi(timeOf(view))),
    make("h3", null, end(app, from), line ? arrow(line) : " \u2013 ", end(app, to)),
    ...(facts.length ? [sum(app, view, line ? facts : facts.filter((fact) => fact.real), facts, line ? [] : ways(facts, app.state, from, to))] : []),
    ...kinds(facts),
  ];
}

const timeOf = (view) => view.now.label + (view.before ? " against " + view.before.label : "");
const end = (app, node) => button("end " + node.id, bdi(node.label), () => app.pick({ actor: node.id }), "plain");

// The sign of what is so, compared that of either time; and whose word it is.
function sum(app, view, signed, facts, towards) {
  const { holders, undisputed, passages } = groundsOf(app.data, facts);
  const rest = undisputed && (undisputed === facts.length ? "undisputed" : undisputed + " undisputed");
  const periods = view.before ? [view.now, view.before] : [];
  const signs = periods.flatMap((period) => [", ", signWords(duringAny(signed, app.state, [period])), " in ", bdi(period.label)]).slice(1);
  return make("p", { class: "sum" }, make("b", null, ...(periods.length ? signs : [capital(signWords(signed))])), ", ",
    bdi(accordingTo(holders, rest, HOLDERS)), ": " + plural(facts.length, "statement"), ...towards, ", " + plural(passages, "passage") + ".");
}

// Of both ways, those that the matrix has in the cell of the first towards the second: mutual ones are among them.
function ways(facts, state, from, to) {
  const lines = facts.map((fact) => shownLine(fact, state)).filter((line) => !line.directed || line.from === from);
  const mutual = lines.every((line) => line.directed) ? "" : " or mutual";
  return [" both ways", ...(lines.length < facts.length ? [", " + lines.length + " of them ", bdi(from.label), " \u2192 ", bdi(to.label), mutual] : [])];
}

const signWords = (facts) => (facts.length ? SIGN_MARKS[signOf(facts)] + " " + SIGN_WORDS[signOf(facts)] : "nothing that is so");

function kinds(facts) {
  const found = kindsOf(facts), rest = found.slice(KINDS).reduce((total, kind) => total + kind.count, 0);
  if (!found.length) return [];
  const item = (words, count) => make("li", null, words, " ", make("span", { class: "count" }, String(count)));
  const items = found.slice(0, KINDS).map(({ relation, count }) => item(bdi(relation.label), count));
  return [make("ul", { class: "kinds" }, ...items, rest ? item("others", rest) : null)];
}

function nodeHead(app, view, node, facts, told) {
  const own = evidenceOf(app.data, node);
  const rows = [["Also", [node.names.join(", ")]], ["When", [node.when]], ["Involved", node.parts]].filter(([, texts]) => texts.some(Boolean));
  return [
    make("p", { class: "soft" }, node.kind.label + ", ", bdi(timeOf(view))),
    make("h3", null, bdi(node.label)),
    node.about ? make("p", null, bdi(node.about)) : null,
    rows.length ? make("dl", null, ...rows.flatMap(([term, texts]) => [make("dt", null, term), ...texts.map(dd)])) : null,
    own.length ? sources(app.data, own) : null,
    ...disputes(disputesOfNode(app.data, node), told),
    ...standing(facts.filter((fact) => fact.real), node),
    ...partners(app, view, node, facts),
  ].filter(Boolean);
}

const dd = (text) => make("dd", null, bdi(text));

// How many statements there are from it and towards it, friendly and unfriendly.
function standing(facts, node) {
  const ways = Object.entries(standingOf(facts, node)).filter(([, counts]) => counts.some(Boolean));
  if (!ways.length) return [];
  const words = { from: "from it", towards: "to it", mutual: "mutual" };
  const row = ([way, counts]) => make("tr", null, make("th", { scope: "row" }, words[way]), ...counts.map((count) => make("td", null, String(count))));
  const titles = ["+ friendly", "\u2212 unfriendly", "0 neither"].map((title) => make("th", { scope: "col" }, title));
  return [make("table", { class: "standing" }, make("caption", { class: "unseen" }, "Statements that are so"),
    make("thead", null, make("tr", null, make("td"), ...titles)), make("tbody", null, ...ways.map(row)))];
}

function actions(app, view, { line, node, ends }, facts) {
  const found = node ? [make("span", { id: "near-words", class: "soft" }, "Neighbourhood"), nearby(app)] : [];
  if (line) found.push(button("pair", "Both ways, all kinds", () => app.pick({ pair: ends.map((one) => one.id).join("~") })));
  const seen = app.state.view === "graph" && ends.every((one) => view.nodes.has(one));
  if (!seen && facts.length) found.push(button("graph", "Show in the graph", () => app.set(shownInGraph(app.state, ends))));
  return found.length ? [make("div", { class: "actions" }, ...found)] : [];
}

function nearby(app) {
  const steps = STEPS.map((words, near) => make("button", {
    "data-hold": "near " + near, "aria-pressed": String(app.state.near === near), onclick: () => app.set({ near }),
  }, words));
  return make("span", { role: "group", "aria-labelledby": "near-words" }, ...steps);
}

const button = (hold, words, onclick, style) => make("button", { class: style ?? "", "data-hold": hold, onclick }, words);

// The graph with the neighbourhood of the first end, its kind switched on.
function shownInGraph(state, ends) {
  const off = new Set(state.off);
  for (const one of ends) off.delete(one.kind.id);
  return { view: "graph", actor: ends[0].id, near: Math.max(1, state.near), off };
}
