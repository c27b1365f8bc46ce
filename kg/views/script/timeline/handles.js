// The brush over the bars: a band with two handles, moved by pointer and by keyboard.

import { drawn, moved, outermost, resized, stepped } from "./brush.js";
import { isoOf, readPeriod, writePeriod } from "../base/days.js";
import { make } from "../base/dom.js";
import { placeOf } from "./axis.js";

const CLICK = 3; // CSS px: who moves less has clicked
const NAMES = { begin: "Begin of the period", end: "End of the period" };

// `draw` gets the axis, the shown period and the words for what it holds. `hover` hears over which place the pointer is,
// `rest` that a drag has come to its end; until then the brush is `held`.
export function makeBrush(app, bars, hover, rest) {
  const band = make("div", { class: "time-band" }), core = make("div", { class: "time-core" });
  const handles = Object.fromEntries(Object.keys(NAMES).map((edge) => [
    edge, make("div", { class: "time-handle " + edge, role: "slider", tabindex: 0, "aria-label": NAMES[edge] }),
  ]));
  const element = make("div", { class: "time-field" }, band, core, bars, ...Object.values(handles));
  const brush = { element, axis: null, period: null, held: null, put: putter(app) };
  for (const edge of Object.keys(NAMES)) {
    handles[edge].addEventListener("keydown", (event) => step(brush, edge, event));
    handles[edge].addEventListener("blur", brush.put.begin);
  }
  const partOf = (target) => Object.keys(NAMES).find((edge) => handles[edge] === target) ?? ([band, core].includes(target) ? "band" : "bars");
  follow(app, brush, partOf, hover, rest);
  brush.draw = (axis, span, words) => {
    brush.axis = axis;
    brush.period = app.state.during ? span.outer : [Math.max(span.outer[0], axis.limits[0]), Math.min(span.outer[1], axis.limits[1])];
    element.classList.toggle("brushed", app.state.during !== "");
    place(band, placeOf(axis, span.outer));
    place(core, placeOf(axis, span.inner));
    show(handles, brush, words);
  };
  return brush;
}

function place(element, ends) {
  element.hidden = ends === null;
  if (ends) Object.assign(element.style, { left: ends[0] + "px", width: ends[1] - ends[0] + "px" });
}

function show(handles, { axis, period }, words) {
  const [start, end] = period, [first, last] = axis.limits;
  const least = { begin: Math.min(first, start), end: start }, most = { begin: end, end: Math.max(last, end) };
  for (const [edge, day, x] of [["begin", start, axis.at(start)], ["end", end, axis.at(end + 1)]]) {
    handles[edge].style.left = x + "px";
    const values = { valuenow: day, valuemin: least[edge], valuemax: most[edge], valuetext: dayWords(edge, day) + "; " + words };
    for (const [name, value] of Object.entries(values)) handles[edge].setAttribute("aria-" + name, value);
  }
}

// The shortest words for a first or last day: "2014" for the first of January, or for the last of December.
function dayWords(edge, day) {
  const iso = isoOf(day);
  return [iso.slice(0, 4), iso.slice(0, 7)].find((text) => readPeriod(text)[edge === "begin" ? 0 : 1] === day) ?? iso;
}

// Puts a period into the state; a run of changes is one step back for the back button.
function putter(app) {
  let last = "";
  const put = (period) => {
    const during = writePeriod(...period), goesOn = last !== "" && last === app.state.during;
    if (during === app.state.during) return;
    last = during;
    app.set({ during }, goesOn);
  };
  put.begin = () => { last = ""; };
  return put;
}

function step(brush, edge, event) {
  const { axis, period } = brush, unit = event.shiftKey ? "month" : axis.unit;
  const forward = { ArrowRight: true, ArrowUp: true, ArrowLeft: false, ArrowDown: false }[event.key];
  const outward = { Home: edge === "begin", End: edge === "end" }[event.key];
  if (forward === undefined && outward === undefined) return;
  event.preventDefault();
  brush.put(outward === undefined ? stepped(period, edge, forward, unit, axis.limits) : outermost(period, edge, outward, unit, axis.limits));
}

// A press on a handle takes that edge, one on a brushed band the whole, one anywhere else begins a new period.
function follow(app, brush, partOf, hover, rest) {
  const { element } = brush, xOf = (event) => event.clientX - element.getBoundingClientRect().left;
  let frame = 0;
  const change = () => { frame = 0; brush.put(draggedTo(brush)); };
  const release = () => {
    const { held } = brush;
    if (frame) cancelAnimationFrame(frame);
    if (frame) change();
    brush.held = null;
    if (held?.moves) rest();
    return held;
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || brush.held) return;
    const part = partOf(event.target);
    brush.held = { part: part === "band" && !app.state.during ? "bars" : part, from: brush.period, x: xOf(event), moves: false };
    brush.put.begin();
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    const x = xOf(event), { held } = brush;
    hover(x);
    if (!held || (!held.moves && Math.abs(x - held.x) < CLICK)) return;
    Object.assign(held, { moves: true, now: x, shift: event.shiftKey });
    frame ||= requestAnimationFrame(change);
  });
  element.addEventListener("pointerup", () => {
    const held = release();
    if (held && !held.moves && ["bars", "band"].includes(held.part) && app.state.during) app.set({ during: "" });
  });
  element.addEventListener("pointercancel", release);
  element.addEventListener("pointerleave", () => hover(null));
}

// The period to which a drag has come.
function draggedTo({ axis, held: { part, from, x, now, shift } }) {
  const unit = shift ? "month" : axis.unit, day = axis.dayAt(now);
  if (part === "band") return moved(from, day - axis.dayAt(x), unit, axis.limits);
  return part === "bars" ? drawn(axis.dayAt(x), day, unit, axis.limits) : resized(from, part, day, unit);
}
