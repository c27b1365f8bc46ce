// The strip of events: labelled where there is room, those of the shown period first, the others as dots.

import { placeOf } from "./axis.js";
import { bdi, make } from "../base/dom.js";
import { packLabels } from "./pack.js";
import { holds } from "../model/time.js";

const ROW = 24, DOT = 7, LABEL = 140, MOST = 400; // CSS px: a row, a dot, the longest label; and dots at most
const FONT = "11px system-ui, sans-serif"; // as in timeline.css: to ask for it would cost a layout
const BROAD = 0.2; // of the axis: what lasts longer has no label

export function makeEvents(app) {
  const element = make("div", { class: "time-events", role: "group", "aria-label": "Events" });
  const all = app.data.nodes.filter((node) => node.kind.id === "event" && node.bounds);
  const lasting = touching(app.data.facts.filter((fact) => fact.real));
  const measure = measurer();
  return {
    element,
    draw(axis, view, height) {
      const held = element.contains(document.activeElement) ? document.activeElement.dataset.event : null;
      const seen = touching(view.facts);
      const there = all.map((node) => eventOf(app, axis, view, node)).filter((event) => event.place);
      const rank = (event) => [event.chosen, event.now, seen.get(event.node) ?? 0, lasting.get(event.node) ?? 0, -event.node.bounds.earliestBegin];
      const ranked = ranking(there, rank);
      const rows = Math.floor((height - DOT) / ROW);
      element.replaceChildren(...(app.narrow() ? listed(app, ranked) : stripped(app, axis, ranked, rows, measure)));
      if (held) element.querySelector('[data-event="' + CSS.escape(held) + '"]')?.focus({ preventScroll: true });
    },
    // The same marks in the light of another period: while the brush moves, nothing else does.
    relight(view) {
      for (const mark of element.querySelectorAll("[data-event]")) {
        mark.classList.toggle("now", holds(app.data.node.get(mark.dataset.event).bounds, view.now, false));
      }
    },
  };
}

// How many statements have an event at an end, or are derived from it.
function touching(facts) {
  const counts = new Map();
  for (const fact of facts) {
    for (const node of new Set([fact.subject, fact.object, fact.event])) if (node?.kind.id === "event") counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return counts;
}

function ranking(events, rank) {
  const keys = new Map(events.map((event) => [event, rank(event).map(Number)]));
  const order = (a, b) => keys.get(b).map((key, i) => key - keys.get(a)[i]).find((difference) => difference) ?? (a.node.id < b.node.id ? -1 : 1);
  return [...events].sort(order);
}

function eventOf(app, axis, view, node) {
  const { bounds } = node;
  return {
    node, now: holds(bounds, view.now, false), chosen: app.state.actor === node.id,
    place: placeOf(axis, [bounds.earliestBegin, bounds.latestEnd]), sure: placeOf(axis, [bounds.latestBegin, bounds.earliestEnd]),
  };
}

// Buttons in rows, and below them everything that found no place.
function stripped(app, axis, ranked, rows, measure) {
  const short = ranked.filter((event) => event.place[1] - event.place[0] <= BROAD * axis.width);
  const boxes = packLabels(short.map((event) => ({ ...markOf(event), label: measure(event.node.label) })), rows, axis.width);
  const box = new Map(short.map((event, i) => [event, boxes[i]]));
  const byTime = (a, b) => a.node.bounds.earliestBegin - b.node.bounds.earliestBegin || (a.node.id < b.node.id ? -1 : 1);
  const labelled = ranked.filter((event) => box.get(event)).sort(byTime), bare = ranked.filter((event) => !box.get(event)).slice(0, MOST);
  const longestFirst = bare.sort((a, b) => b.place[1] - b.place[0] - a.place[1] + a.place[0] || byTime(a, b));
  return [...longestFirst.map((event) => bareMark(app, event)), ...labelled.map((event) => labelledMark(app, event, box.get(event)))];
}

// A vague date is a bar over all possible days; a day is a dot.
function markOf({ place: [from, to] }) {
  const grown = Math.max(DOT - (to - from), 0) / 2;
  return { left: Math.max(from - grown, 0), right: to + grown };
}

function labelledMark(app, event, { row, left, right, before }) {
  const element = button(app, event, make("span", { class: "name" }, bdi(event.node.label)));
  element.classList.toggle("before", before);
  Object.assign(element.style, { left: left + "px", width: right - left + "px", top: DOT + row * ROW + "px" });
  element.prepend(...marks(event, left));
  return element;
}

function bareMark(app, event) {
  const { left, right } = markOf(event), element = make("span", {
    class: "bare" + nowOrNot(event), title: titleOf(event), "data-event": event.node.id, onclick: () => app.pick({ actor: event.node.id }),
  }, ...marks(event, left));
  Object.assign(element.style, { left: left + "px", width: right - left + "px" });
  return element;
}

function marks(event, origin) {
  const { left, right } = markOf(event), dot = right - left <= DOT + 1;
  const one = (name, from, to) => make("span", { class: name, style: "left:" + (from - origin) + "px;width:" + (to - from) + "px" });
  if (dot) return [one("dot", left, right)];
  return [one("possible", left, right), ...(event.sure ? [one("certain", ...event.sure)] : [])];
}

const titleOf = ({ node }) => node.label + (node.when ? ", " + node.when : "");
const nowOrNot = (event) => (event.now ? " now" : "");

function button(app, event, ...children) {
  return make("button", {
    class: "event" + nowOrNot(event), title: titleOf(event), "data-event": event.node.id, "aria-pressed": String(event.chosen),
    onclick: () => app.pick({ actor: event.node.id }),
  }, ...children);
}

// On a narrow screen: the events of the shown period to scroll through; what began before it stands where it begins, the shorter first.
function listed(app, ranked) {
  const begin = ({ node: { bounds } }) => Math.max(bounds.earliestBegin, app.view.now.outer[0]), end = ({ node }) => node.bounds.latestEnd;
  const now = ranked.filter((event) => event.now).sort((a, b) => begin(a) - begin(b) || end(a) - end(b)).slice(0, MOST);
  if (!now.length) return [make("p", { class: "soft" }, "No event in this time.")];
  return now.map((event) => button(app, event, make("span", { class: "name" }, bdi(event.node.label)), make("span", { class: "when" }, bdi(event.node.when))));
}

// The width of a label in CSS px, measured once.
function measurer() {
  const pen = document.createElement("canvas").getContext("2d"), known = new Map();
  pen.font = FONT;
  return (text) => {
    if (!known.has(text)) known.set(text, Math.min(Math.ceil(pen.measureText(text).width) + DOT + 6, LABEL));
    return known.get(text);
  };
}
