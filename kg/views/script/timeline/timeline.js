// The time line: statements a year with a brush, the eras, the events, and the period as text.

import { axisOf, yearsOf } from "./axis.js";
import { makeBars } from "./bars.js";
import { byId, make } from "../base/dom.js";
import { makeField } from "./during.js";
import { makeEvents } from "./events.js";
import { makeBrush } from "./handles.js";
import { makeLanes } from "./lanes.js";
import { groupOf } from "../model/state.js";
import { plural } from "../model/words.js";
import { SIGNS, anytime, countIn, yearly } from "./yearly.js";

export function timeline(app) {
  const note = make("p", { class: "time-note" }), bars = makeBars();
  const hover = (x) => {
    note.textContent = bars.point(x);
    note.classList.toggle("pointed", x !== null);
  };
  const brush = makeBrush(app, bars.element, hover, () => update(app.view)), lanes = makeLanes(app), events = makeEvents(app), field = makeField(app);
  const plot = make("div", { class: "time-plot" }, brush.element, lanes.element, bars.years, events.element);
  const box = byId("timeline");
  box.replaceChildren(make("div", { class: "time-head" }, note, key(), field.element), plot);
  for (const [name, value] of [["role", "group"], ["aria-label", "Time"]]) box.setAttribute(name, value);
  const years = once((group) => yearsOf(app.data, group));
  const axis = once((group, width) => axisOf(years(group), width));
  const facts = once((as) => anytime(app.data, app.state));
  const counts = once((shown, group, certain) => yearly(shown, years(group), certain));
  const measured = () => ({ width: brush.element.clientWidth, bars: bars.element.clientHeight, events: events.element.clientHeight });
  let size = measured();
  const update = (view) => {
    const { data, state } = app, group = groupOf(data, state.era);
    const now = axis(group, size.width), shown = facts(state.as, [...state.off].sort().join());
    for (const sign of SIGNS) box.style.setProperty("--time-" + sign, colourOf(app, sign));
    bars.draw(now, counts(shown, group, state.certain), size.bars);
    if (!brush.held) hover(null);
    brush.draw(now, view.now, plural(countIn(shown, view.now, state.certain), "statement") + " in " + view.now.label);
    lanes.draw(now);
    if (brush.held) events.relight(view);
    else events.draw(now, view, size.events);
    field.draw(now, view.now);
  };
  // Read when it changes, not when it is needed: in the middle of an update that costs a layout.
  new ResizeObserver(() => {
    const last = size;
    size = measured();
    if (app.view && Object.keys(size).some((name) => size[name] !== last[name])) update(app.view);
  }).observe(plot);
  return update;
}

// What a function gave for the same arguments the last time.
function once(compute) {
  let last = null;
  return (...given) => {
    if (!last || given.some((one, i) => one !== last.given[i])) last = { given, result: compute(...given) };
    return last.result;
  };
}

function colourOf({ data, theme }, sign) {
  return data.families.find((family) => family.id === (sign === "neither" ? "other" : sign))[theme.name];
}

function key() {
  const words = { friendly: "friendly", neither: "neither", unfriendly: "unfriendly" };
  return make("span", { class: "time-key", "aria-hidden": "true" }, ...Object.entries(words).map(([sign, text]) => make("span", { class: sign }, text)));
}
