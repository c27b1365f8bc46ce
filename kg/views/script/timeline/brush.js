// What brushing makes of a period: days in, days out. Pure. A period is [first day, last day]; so are the limits of the axis.

import { dateOf, dayOf } from "../base/days.js";

const DAYS = { month: 30.436875, year: 365.2425 };

const floor = (day, unit) => dayOf(dateOf(day)[0], unit === "year" ? 1 : dateOf(day)[1], 1);
const next = (day, unit) => (unit === "year" ? dayOf(dateOf(day)[0] + 1, 1, 1) : dayOf(dateOf(day)[0], dateOf(day)[1] + 1, 1));
const nearest = (day, unit) => (day - floor(day, unit) < next(day, unit) - day ? floor(day, unit) : next(day, unit));

// All years (or months) from one day to another, whichever is the first.
export function drawn(from, to, unit, [first, last]) {
  const [start, end] = [Math.min(from, to), Math.max(from, to)].map((day) => Math.min(Math.max(day, first), last));
  return [floor(start, unit), next(end, unit) - 1];
}

// One edge taken to a day: to the nearest begin of a year, never over the other edge.
export function resized([start, end], edge, day, unit) {
  if (edge === "begin") return [Math.min(nearest(day, unit), floor(end, unit)), end];
  return [start, Math.max(nearest(day, unit), next(start, unit)) - 1];
}

// The whole period taken so many days on, as far as the limits go, and never longer or shorter by it.
export function moved([start, end], days, unit, [first, last]) {
  const step = unit === "year" ? 12 : 1;
  let months = step * Math.round(days / DAYS[unit]);
  const shifted = () => [later(start, months), later(end + 1, months) - 1];
  const back = -step * Math.sign(months);
  while (months !== 0 && (months > 0 ? shifted()[1] > last : shifted()[0] < first)) months += back;
  return shifted();
}

function later(day, months) {
  const [year, month, date] = dateOf(day);
  return dayOf(year, month + months, date);
}

// One edge a year (or month) on or back; the period as it was where that leads over the other edge or out of the limits.
export function stepped([start, end], edge, forward, unit, [first, last]) {
  const from = edge === "begin" ? start : end + 1;
  const cut = forward ? next(from, unit) : floor(from - 1, unit);
  const [a, b] = edge === "begin" ? [cut, end] : [start, cut - 1];
  return a > b || a < Math.min(first, start) || b > Math.max(last, end) ? [start, end] : [a, b];
}

// One edge as far as it goes.
export function outermost([start, end], edge, outward, unit, [first, last]) {
  if (edge === "begin") return [outward ? Math.min(first, start) : floor(end, unit), end];
  return [start, outward ? Math.max(last, end) : next(start, unit) - 1];
}
