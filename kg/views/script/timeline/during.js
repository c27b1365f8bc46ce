// The shown period as text, to read and to write.

import { readPeriod, writePeriod } from "../base/days.js";
import { make } from "../base/dom.js";
import { groupOf } from "../model/state.js";

export function makeField(app) {
  const error = make("p", { id: "period-error", class: "time-error", role: "alert" });
  const input = make("input", { type: "text", id: "period", autocomplete: "off", spellcheck: "false", "aria-describedby": "period-error", onchange: () => take() });
  const take = () => {
    const text = input.value.trim(), wrong = text ? faultOf(text) : "";
    say(input, error, wrong);
    if (!wrong) app.set(text ? changeTo(app, readPeriod(text)) : { during: "" });
  };
  return {
    element: make("div", { class: "time-period" }, error, make("label", null, "Period ", input)),
    draw(axis, span) {
      const [start, end] = [Math.max(span.outer[0], axis.limits[0]), Math.min(span.outer[1], axis.limits[1])];
      input.placeholder = writePeriod(start, Math.max(start, end));
      if (document.activeElement !== input || readPeriod(input.value.trim())) input.value = app.state.during;
      if (input.value === app.state.during) say(input, error, "");
    },
  };
}

// A period that is just an era of the shown tabs is that era.
function changeTo({ data, state }, period) {
  const era = groupOf(data, state.era).spans.find(({ inner, outer }) => [inner, outer].every((days) => days.every((day, i) => day === period[i])));
  return era ? { era: era.id, during: "" } : { during: writePeriod(...period) };
}

function say(input, error, wrong) {
  error.textContent = wrong;
  input.toggleAttribute("aria-invalid", wrong !== "");
  if (wrong) input.setAttribute("aria-invalid", "true");
}

// What is wrong with a text that should be a period; nothing where it is one.
export function faultOf(text) {
  if (readPeriod(text)) return "";
  const sides = text.split("/");
  if (sides.length === 2 && sides.every((side) => readPeriod(side))) return "The end lies before the begin: " + text;
  return "No period: " + text + ". Write 2014, 2014-03, 2014-03-27, or two of them with a / between.";
}
