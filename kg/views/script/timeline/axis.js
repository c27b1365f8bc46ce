// The axis of time: from which year to which, where a day lies on it, and which years are written below it.

import { dayOf, yearOf } from "../base/days.js";

const EVER = 1, NEVER = 3652059; // 0001-01-01 and 9999-12-31: how an open end is given
const APART = 46; // CSS px from one written year to the next, at least
const SHORT = 3; // years: a domain as short as that is chosen from by months
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

// First and last year of the eras of a group, those of the first group included; an open end is as far as anything is known.
export function yearsOf(data, group) {
  const spans = [...new Set([...data.groups[0].spans, ...group.spans])];
  const starts = closed(spans.map((span) => span.outer[0])), ends = closed(spans.map((span) => span.outer[1]));
  const first = starts.length === spans.length ? starts : [...starts, ...known(data, 0, "latestEnd").slice(0, 1)];
  const last = ends.length === spans.length ? ends : [...ends, ...known(data, 1, "earliestBegin").slice(-1)];
  const [start, end] = [Math.min(...first, ...ends), Math.max(...last, ...starts)];
  return Number.isFinite(start) ? [yearOf(start), yearOf(end)] : [yearOf(EVER), yearOf(NEVER)];
}

const closed = (days) => days.filter((day) => day !== EVER && day !== NEVER);

// The days, in order, at which eras begin (or end); where all are open, those at which statements do.
function known(data, side, bound) {
  const eras = closed(data.spans.map((span) => span.outer[side]));
  return (eras.length ? eras : closed(data.facts.map((fact) => fact.bounds[bound]))).sort((a, b) => a - b);
}

// An axis so many px wide; `unit` is what a drag snaps to.
export function axisOf([first, last], width) {
  const limits = [dayOf(first, 1, 1), dayOf(last, 12, 31)];
  const days = limits[1] + 1 - limits[0];
  return {
    first, last, limits, width, unit: last - first < SHORT ? "month" : "year",
    at: (day) => (Math.min(Math.max(day, limits[0]), limits[1] + 1) - limits[0]) / days * width,
    dayAt: (x) => Math.floor(Math.min(Math.max(x / width, 0), 1) * days) + limits[0],
  };
}

// Where a span lies, from the begin of its first day to the end of its last: null where none of it is on the axis.
export function placeOf(axis, [start, end]) {
  return start > end || start > axis.limits[1] || end < axis.limits[0] ? null : [axis.at(start), axis.at(end + 1)];
}

// The years that are written, each below its middle.
export function ticksOf(axis) {
  const year = axis.width / (axis.last - axis.first + 1);
  const step = STEPS.find((years) => years * year >= APART) ?? STEPS.at(-1);
  const found = [];
  for (let at = Math.ceil(axis.first / step) * step; at <= axis.last; at += step) found.push({ year: at, x: axis.at(dayOf(at, 7, 2)) });
  return found;
}
