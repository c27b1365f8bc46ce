// Entities and lines as lists of buttons: every action on the picture, for keyboard and screen reader.

import { bdi, byId, make, shape } from "../base/dom.js";
import { countEnds } from "../model/nearby.js";
import { keyed } from "../base/keyed.js";
import { compare, thousands } from "../base/order.js";
import { lineId } from "../model/state.js";
import { arrow, lineFamily } from "../model/words.js";

const FIRST = 60, MORE = 300; // rows of a list, at first and with each press of its button

export function lists(app) {
  const show = Object.fromEntries(["actors", "lines"].map((id) => [id, growing(byId(id), () => update())]));
  const update = () => fill(app, app.view, show);
  byId("list-order").addEventListener("change", update);
  for (const one of document.querySelectorAll("#lists details")) {
    one.open = app.narrow();
    one.addEventListener("toggle", update);
  }
  return update;
}

// A list that is closed has its count, and no rows: an era then changes as quickly as the picture does.
function fill(app, view, show) {
  byId("actor-count").textContent = String(view.nodes.size);
  byId("line-count").textContent = String(view.lines.length);
  const open = document.querySelector("#lists details[open]"), byName = byId("list-order").value === "name";
  const counts = open ? countEnds(view.lines.flatMap((line) => line.facts.map(() => [line.from, line.to])), (ends) => ends) : null;
  const nodes = open ? sorted([...view.nodes], byName, (node) => counts.get(node), (node) => node.label) : [];
  const lines = open ? sorted(view.lines, byName, (line) => line.facts.length, (line) => line.from.label + "\u0000" + line.to.label) : [];
  show.actors(nodes, (node) => nodeRow(app, node, counts.get(node)));
  show.lines(lines, (line) => lineRow(app, line));
}

function sorted(items, byName, strength, name) {
  return [...items].sort((a, b) => (byName ? 0 : strength(b) - strength(a)) || compare(name(a).toLowerCase(), name(b).toLowerCase()) || a.index - b.index);
}

// A list that shows so many rows, and a button for more; none while it is closed.
function growing(element, update) {
  const show = keyed(element), part = element.closest("details");
  let most = FIRST;
  const grow = () => { most += MORE; update(); };
  return (items, row) => {
    const left = items.length - most, words = "Show " + Math.min(MORE, left) + " more of " + thousands(left);
    const last = { key: "more", says: words, make: () => make("li", { class: "more" }, make("button", { onclick: grow }, words)) };
    show(!part.open ? [] : [...items.slice(0, most).map(row), ...(left > 0 ? [last] : [])]);
  };
}

function nodeRow(app, node, count) {
  const chosen = app.state.actor === node.id && !app.state.line && !app.state.pair;
  return { key: "node " + node.index, says: [count, chosen, app.theme.name].join(), make: () => make("li", null, make("button", {
    "data-actor": node.id, "aria-pressed": String(chosen), onclick: () => app.pick({ actor: node.id }),
  }, shape(node.kind, app.theme), make("span", { class: "name" }, bdi(node.label)), make("span", { class: "count" }, String(count)))) };
}

function lineRow(app, line) {
  const id = lineId(line), marks = marksOf(line), chosen = app.state.line === id;
  return { key: "line " + line.index, says: [line.facts.length, chosen, ...marks].join(), make: () => make("li", null, make("button", {
    "data-line": id, "aria-pressed": String(chosen), onclick: () => app.pick({ line: id }),
  }, make("span", { class: "name" }, bdi(line.from.label), arrow(line), bdi(line.to.label), make("br"),
    make("span", { class: "family" }, lineFamily(line)), ...marks.map((mark) => make("span", { class: "mark" }, mark))),
  make("span", { class: "count" }, String(line.facts.length)))) };
}

function marksOf(line) {
  const marks = { began: ["began"], ended: ["ended"] }[line.change] ?? [];
  return [...marks, ...(line.certain ? [] : ["possibly"]), ...(line.disputed ? ["disputed"] : [])];
}
