// The matrix as data: what each row's entity is said to be towards each column's, sign and number, then and now. Pure.

import { add } from "../model/filter.js";
import { countEnds } from "../model/nearby.js";
import { byLabel } from "../base/order.js";
import { SIGN_MARKS, SIGN_WORDS, signOf } from "../model/signs.js";
import { certainly, holds } from "../model/time.js";
import { plural } from "../model/words.js";

export const cellKey = (row, column) => row.index + " " + column.index;

// Cells by `cellKey`; a symmetric relation stands in both. Where nothing is said there is none.
export function cellsOf(view, certain) {
  const found = new Map();
  for (const line of view.lines) {
    const both = !line.directed && line.from !== line.to;
    for (const ends of both ? [[line.from, line.to], [line.to, line.from]] : [[line.from, line.to]]) {
      for (const fact of line.facts) add(found, cellKey(...ends), { fact, ends });
    }
  }
  return new Map([...found].map(([key, said]) => [key, cellOf(said[0].ends, said.map((one) => one.fact), view, certain)]));
}

// Signs and numbers are of what is so; `unreal` counts the rest.
function cellOf([row, column], facts, view, certain) {
  const real = facts.filter((fact) => fact.real);
  const [here, then] = [view.now, view.before].map((period) => (period ? real.filter((fact) => holds(fact.bounds, period, certain)) : []));
  const [after, before] = [here, then].map((own) => (own.length ? signOf(own) : null));
  const [shown, period] = here.length ? [here, view.now] : [then, view.before];
  return {
    row, column, before, after, change: view.before ? changeOf(before, after) : "", count: here.length, earlier: then.length,
    unreal: facts.length - real.length,
    possible: shown.length > 0 && !shown.some((fact) => certainly(fact.bounds, period)),
    disputed: facts.some((fact) => fact.disputed),
  };
}

function changeOf(before, after) {
  if (before === after) return before === null ? "" : "kept";
  return before === null ? "began" : after === null ? "ended" : "changed";
}

// The entities of a view in an order; `kinds` ranks them by kind.
export function ordered(view, kinds, order) {
  const ends = view.lines.flatMap((line) => line.facts.map(() => [line.from, line.to]));
  const count = countEnds(ends, (pair) => pair), rank = new Map(kinds.map((kind, i) => [kind.id, i]));
  const byStrength = (a, b) => count.get(b) - count.get(a) || byLabel(a, b);
  const byKind = (a, b) => rank.get(a.kind.id) - rank.get(b.kind.id) || byStrength(a, b);
  return [...view.nodes].sort({ kind: byKind, strength: byStrength, name: byLabel }[order]);
}

// Mark and what follows it in a cell: the number or, where two periods are compared, what became of it.
export function cellText(cell) {
  const doubt = cell.disputed ? "?" : "", mark = SIGN_MARKS[cell.after ?? cell.before] ?? "";
  if (!mark) return ["", "(" + cell.unreal + ")" + doubt];
  if (cell.change === "changed") return [SIGN_MARKS[cell.before] + "\u2192" + mark, doubt];
  const more = { "": String(cell.count), kept: "", began: " began", ended: " ended" }[cell.change];
  return [mark, more + doubt];
}

// The same in words, for who can't see it.
export function cellWords(cell, view) {
  const said = (sign, count) => (sign === null ? "no statement" : SIGN_WORDS[sign] + ", " + plural(count, "statement"));
  const parts = [cell.row.label + " towards " + cell.column.label + ": "];
  if (!cell.change) parts.push(said(cell.after, cell.count));
  else parts.push(view.before.label + " " + said(cell.before, cell.earlier) + "; " + view.now.label + " " + said(cell.after, cell.count) + "; " + CHANGES[cell.change]);
  if (cell.unreal) parts.push("; " + cell.unreal + " that did not happen, was planned, or is denied");
  if (cell.possible) parts.push("; possibly, not certainly");
  if (cell.disputed) parts.push("; disputed");
  return parts.join("");
}

const CHANGES = { began: "began", ended: "ended", changed: "changed sign", kept: "kept its sign" };
