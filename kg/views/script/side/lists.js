// Entities and lines as lists of buttons: every action on the picture, for keyboard and screen reader.

import { bdi, byId, make, shape } from "../base/dom.js";
import { countEnds } from "../model/nearby.js";
import { compare } from "../base/order.js";
import { lineId } from "../model/state.js";
import { arrow, lineFamily } from "../model/words.js";

const MOST = 100; // rows in a list

export function lists(app) {
  const update = () => fill(app, app.view);
  byId("list-order").addEventListener("change", update);
  return update;
}

function fill(app, view) {
  const counts = countEnds(view.lines.flatMap((line) => line.facts.map(() => [line.from, line.to])), (ends) => ends);
  const byName = byId("list-order").value === "name";
  const nodes = sorted([...view.nodes], byName, (node) => counts.get(node), (node) => node.label);
  const lines = sorted(view.lines, byName, (line) => line.facts.length, (line) => line.from.label + "\u0000" + line.to.label);
  byId("actor-count").textContent = String(nodes.length);
  byId("line-count").textContent = String(lines.length);
  byId("actors").replaceChildren(...capped(nodes, (node) => nodeButton(app, node, counts.get(node))));
  byId("lines").replaceChildren(...capped(lines, (line) => lineButton(app, line)));
}

function sorted(items, byName, strength, name) {
  return [...items].sort((a, b) => (byName ? 0 : strength(b) - strength(a)) || compare(name(a).toLowerCase(), name(b).toLowerCase()) || a.index - b.index);
}

function capped(items, row) {
  const rest = items.length - MOST;
  return [...items.slice(0, MOST).map(row), ...(rest > 0 ? [make("li", { class: "rest" }, "\u2026 " + rest + " more: narrow the filters, or search.")] : [])];
}

function nodeButton(app, node, count) {
  const chosen = app.state.actor === node.id && !app.state.line && !app.state.pair;
  return make("li", null, make("button", {
    type: "button", "data-actor": node.id, "aria-pressed": String(chosen), onclick: () => app.pick({ actor: node.id }),
  }, shape(node.kind, app.theme), make("span", { class: "name" }, bdi(node.label)), make("span", { class: "count" }, String(count))));
}

function lineButton(app, line) {
  const name = make("span", { class: "name" }, bdi(line.from.label), arrow(line), bdi(line.to.label), make("br"),
    make("span", { class: "family" }, lineFamily(line)), ...marksOf(line).map((mark) => make("span", { class: "mark" }, mark)));
  return make("li", null, make("button", {
    type: "button", "data-line": lineId(line), "aria-pressed": String(app.state.line === lineId(line)), onclick: () => app.pick({ line: lineId(line) }),
  }, name, make("span", { class: "count" }, String(line.facts.length))));
}

export function marksOf(line) {
  const marks = { began: ["began"], ended: ["ended"] }[line.change] ?? [];
  return [...marks, ...(line.certain ? [] : ["possibly"]), ...(line.disputed ? ["disputed"] : [])];
}
