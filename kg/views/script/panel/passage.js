// A passage in its paragraph, marked; the paragraph is folded around it until somebody wants it whole.

import { make } from "../base/dom.js";

const ROOM = 100; // characters kept at either side

// The paragraph in parts, marked or not; ranges that meet are one.
export function partsOf(text, ranges) {
  const parts = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= at) continue;
    const last = parts.at(-1);
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    if (start <= at && last?.marked) last.text += text.slice(at, end);
    else parts.push({ text: text.slice(Math.max(at, start), end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

// The same with the first and the last part cut at a word, where they are longer than `room`.
export function folded(parts, room) {
  const [first, last] = [parts[0], parts.at(-1)];
  return parts.map((part) => {
    if (part.marked || part.text.length <= room) return part;
    if (part === first) return { text: "\u2026 " + afterWord(part.text.slice(-room)), marked: false };
    return part === last ? { text: beforeWord(part.text.slice(0, room)) + " \u2026", marked: false } : part;
  });
}

// A cut in the midst of a word leaves that word out; text without spaces stays, but for half of a letter.
const afterWord = (text) => (/\s/.test(text) ? text.replace(/^\S*\s+/, "") : text.replace(/^[\udc00-\udfff]/, ""));
const beforeWord = (text) => (/\s/.test(text) ? text.replace(/\s+\S*$/, "") : text.replace(/[\ud800-\udbff]$/, ""));

export function passage(text, ranges) {
  const parts = partsOf(text, ranges), short = folded(parts, ROOM), quote = make("bdi");
  const fill = (shown) => quote.replaceChildren(...shown.map((part) => (part.marked ? make("mark", null, part.text) : part.text)));
  fill(short);
  const cut = short.some((part, i) => part !== parts[i]);
  return make("blockquote", null, quote, ...(cut ? [" ", unfolding((open) => fill(open ? parts : short))] : []));
}

function unfolding(show) {
  const button = make("button", { class: "plain", "aria-expanded": "false" }, "whole paragraph");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", String(open));
    show(open);
  });
  return button;
}
