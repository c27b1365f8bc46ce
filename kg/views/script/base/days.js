// Days as whole numbers, 1 being 0001-01-01, as Python's date.toordinal gives them; and periods as people write them.

const EPOCH = 719163; // 1970-01-01
const DAY = 86400000;

export function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY) + EPOCH;
}

export function dateOf(day) {
  const date = new Date((day - EPOCH) * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export const yearOf = (day) => dateOf(day)[0];

export function isoOf(day) {
  const [year, month, date] = dateOf(day);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

// First and last day of "2014", "2014-03", "2014-03-27" or "2013-01/2015", also with a dash or "to" between; null for anything else.
export function readPeriod(text) {
  const sides = text.split(/\s*(?:\/|\u2013|\bto\b)\s*/).map(readTime);
  if (sides.length > 2 || sides.includes(null)) return null;
  const [start, end] = [sides[0][0], sides.at(-1)[1]];
  return start <= end ? [start, end] : null;
}

function readTime(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!found || found[1] === "0000") return null;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? null : Number(part)));
  const start = dayOf(year, month ?? 1, day ?? 1);
  const [y, m, d] = dateOf(start);
  if (y !== year || (month !== null && m !== month) || (day !== null && d !== day)) return null;
  const end = day !== null ? start : month !== null ? endOfMonth(year, month) : dayOf(year, 12, 31);
  return [start, end];
}

const endOfMonth = (year, month) => dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1;

// The shortest text for a period: whole years and months as such.
export function writePeriod(start, end) {
  for (const length of [4, 7, 10]) {
    const [from, to] = [isoOf(start).slice(0, length), isoOf(end).slice(0, length)];
    const text = from === to ? from : from + "/" + to;
    const read = readPeriod(text);
    if (read[0] === start && read[1] === end) return text;
  }
}
