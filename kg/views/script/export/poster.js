// A picture with what it needs to stand alone: title and state above it; legend, source, date and address below. An SVG tree.

import { widthOf } from "../picture/boxes.js";
import { sample, shape, svg } from "../base/dom.js";

const MARGIN = 24, WIDEST = 20; // px; and the size of the title
const FACE = "system-ui, sans-serif";

// `words`: {title, above: [texts], below: [texts]}; `picture`: {element, box}; `legend`: [{sign, label}], in the order given.
export function posterOf(words, picture, legend, theme) {
  const [left, top, right, bottom] = picture.box;
  const width = Math.ceil(Math.max(right - left, 720) + 2 * MARGIN), inner = width - 2 * MARGIN;
  const page = { y: MARGIN, inner, theme, parts: [] };
  write(page, words.title, WIDEST, 700, theme.ink);
  for (const text of words.above) write(page, text, 13, 400, theme.ink);
  page.y += 10;
  picture.element.setAttribute("transform", "translate(" + Math.round((width - right - left) / 2) + " " + Math.round(page.y - top) + ")");
  page.parts.push(picture.element);
  page.y += Math.ceil(bottom - top) + 18;
  flow(page, legend);
  for (const text of words.below) write(page, text, 12, 400, theme.border);
  const height = Math.ceil(page.y + MARGIN / 2);
  return svg("svg", { width, height, viewBox: "0 0 " + width + " " + height, role: "img", "font-family": FACE, xmlns: "http://www.w3.org/2000/svg" },
    svg("title", {}, [words.title, ...words.above].join(" ")), svg("rect", { width, height, fill: theme.paper }), ...page.parts);
}

// A text in lines of the page's width.
function write(page, text, size, weight, fill) {
  for (const line of wrapped(text, page.inner / size)) {
    page.y += size * 1.4;
    page.parts.push(svg("text", { x: MARGIN, y: Math.round(page.y - size * 0.4), "font-size": size, "font-weight": weight, fill }, line));
  }
}

// Lines of at most so many em; a word that is longer by itself is broken.
export function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, most))) {
    const longer = lines.at(-1) ? lines.at(-1) + " " + word : word;
    if (widthOf(longer) * 1.08 <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

function pieces(word, most) {
  const letters = [...word], each = Math.max(1, Math.floor(most));
  if (widthOf(word) * 1.08 <= most) return [word];
  return Array.from({ length: Math.ceil(letters.length / each) }, (_, i) => letters.slice(i * each, (i + 1) * each).join(""));
}

const SIZE = 12;
const room = (sign) => (sign ? Number(sign.getAttribute("width")) + 6 : 0);

function flow(page, legend) {
  let x = MARGIN;
  for (const { sign, label } of legend) {
    const width = room(sign) + widthOf(label) * SIZE * 1.08 + 20;
    if (x > MARGIN && x + width > page.inner + MARGIN) [x, page.y] = [MARGIN, page.y + 20];
    if (sign) {
      sign.setAttribute("x", x);
      sign.setAttribute("y", page.y - Number(sign.getAttribute("height")) / 2);
      page.parts.push(sign);
    }
    page.parts.push(svg("text", { x: x + room(sign), y: page.y + 4, "font-size": SIZE, fill: page.theme.ink }, label));
    x += width;
  }
  page.y += 16;
}

// What lines and entities mean: the families and kinds that are there, and the looks that need a word; `marks`: whether lines have badges.
export function legendOf(data, { lines, nodes }, theme, marks) {
  const unreal = lines.some((line) => !line.real) ? [data.unreal] : [], real = new Set(lines.filter((line) => line.real).map((line) => line.family));
  const kinds = new Set(nodes.map((node) => node.kind));
  const says = (told, label) => (told ? [{ sign: null, label }] : []);
  return [
    ...[...data.families.filter((family) => real.has(family)), ...unreal].map((family) => ({ sign: sample(family, family[theme.name]), label: family.label })),
    ...data.kinds.filter((kind) => kinds.has(kind)).map((kind) => ({ sign: shape(kind, theme), label: kind.label })),
    ...says(lines.some((line) => !line.certain), "Double and pale: possibly in this time, not certainly."),
    ...says(marks && lines.some((line) => line.disputed && !line.change), "?: sources dispute a statement."),
    ...says(lines.some((line) => line.change), "Thick, +: began. Dotted, \u2212: ended. Faded: in both. +\u2192\u00b1: changed sign."),
    ...says(true, "No line: no statement, which is not the same as neutral."),
  ];
}
