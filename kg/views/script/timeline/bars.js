// The bars of statements a year: friendly and neither above a line, unfriendly below it; and what the year under the pointer holds.

import { make, svg } from "../base/dom.js";
import { dayOf } from "../base/days.js";
import { ticksOf } from "./axis.js";
import { thousands } from "../base/order.js";
import { SIGNS, fullest, totalOf } from "./yearly.js";
import { plural } from "../model/words.js";

const GAP = 1; // CSS px between bars, where there is room

export function makeBars() {
  const paths = Object.fromEntries(SIGNS.map((sign) => [sign, svg("path", { class: sign })]));
  const line = svg("path", { class: "zero" }), column = svg("rect", { class: "column", y: 0, height: "100%" });
  const stripes = svg("pattern", { id: "time-stripes", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { class: "stripe", width: 4, height: 4 }), svg("rect", { class: "between", width: 1.2, height: 4 }));
  const element = svg("svg", { class: "time-bars", role: "img" }, svg("defs", {}, stripes), column, ...Object.values(paths), line);
  const years = make("div", { class: "time-years", "aria-hidden": "true" });
  let shown = null;
  return {
    element, years,
    draw(axis, counts, height) {
      if (shown?.axis === axis && shown.counts === counts && shown.height === height) return;
      shown = { axis, counts, height };
      const scale = scaleOf(counts, height);
      for (const sign of SIGNS) paths[sign].setAttribute("d", barsOf(axis, counts, sign, scale));
      line.setAttribute("d", "M0 " + scale.zero + "H" + axis.width);
      element.setAttribute("aria-label", summary(axis, counts) + "; the years are " + axis.first + " to " + axis.last);
      years.replaceChildren(...ticksOf(axis).map(({ year, x }) => make("span", { style: "left:" + x + "px" }, String(year))));
    },
    // Marks the year at a place, and says what it holds; null for no place.
    point(x) {
      const { axis, counts } = shown, all = counts.neither.length, wide = axis.width / all;
      const at = x === null ? null : Math.min(Math.max(Math.floor(x / wide), 0), all - 1);
      column.setAttribute("width", at === null ? 0 : wide);
      column.setAttribute("x", (at ?? 0) * wide);
      return at === null ? summary(axis, counts) : wordsOf(axis.first + at, counts, at);
    },
  };
}

// Where the line lies, and how high one statement is.
function scaleOf(counts, height) {
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b), 0);
  const up = most(counts.friendly.map((number, i) => number + counts.neither[i])), down = most(counts.unfriendly);
  const each = up + down ? (height - 1) / (up + down) : 0;
  return { each, zero: Math.round(up * each) + 0.5 };
}

function barsOf(axis, counts, sign, { each, zero }) {
  return counts[sign].map((number, i) => {
    if (!number) return "";
    const left = axis.at(dayOf(axis.first + i, 1, 1)), right = axis.at(dayOf(axis.first + i + 1, 1, 1));
    const gap = right - left > 3 * GAP ? GAP : 0, high = number * each;
    const top = sign === "unfriendly" ? zero : zero - high - (sign === "neither" ? counts.friendly[i] * each : 0);
    return "M" + round(left + gap / 2) + " " + round(top) + "h" + round(right - left - gap) + "v" + round(high) + "h" + round(left - right + gap) + "z";
  }).join("");
}

const round = (number) => Math.round(number * 10) / 10;

function summary(axis, counts) {
  const at = fullest(counts);
  const most = totalOf(counts, at) ? ", most in " + (axis.first + at) + ": " + thousands(totalOf(counts, at)) : ": none";
  return "Statements a year" + most;
}

function wordsOf(year, counts, i) {
  return year + ": " + plural(totalOf(counts, i), "statement") + " (" + SIGNS.map((sign) => thousands(counts[sign][i]) + " " + sign).join(", ") + ")";
}
