// Where something is said: sources with the places in them and, where the page carries their text, the passages.

import { bdi, link, make } from "../base/dom.js";
import { passage } from "./passage.js";

export function sources(data, evidence) {
  const once = new Map(evidence.map((piece) => [[piece.label, piece.url, piece.where].join("\u0000"), piece]));
  const bySource = groupBy([...once.values()], (piece) => piece.label + "\u0000" + piece.url);
  return make("ul", { class: "sources" }, ...bySource.map((pieces) => make("li", null, ...entry(data, pieces))));
}

function entry(data, pieces) {
  const bare = pieces.filter((piece) => !piece.passage), carried = pieces.filter((piece) => piece.passage);
  const places = bare.flatMap((piece, i) => [i ? "; " : ": ", bdi(piece.where)]);
  return [link(pieces[0].url, pieces[0].label), ...places, ...groupBy(carried, (piece) => piece.passage.paragraph).map((own) => quote(data, own))];
}

// One quotation a paragraph, with all the statement's passages in it.
function quote(data, pieces) {
  const { text } = data.raw.paragraphs[pieces[0].passage.paragraph];
  return make("figure", null, passage(text, pieces.map((piece) => piece.passage)),
    make("figcaption", { class: "soft" }, ...pieces.flatMap((piece, i) => [i ? "; " : "", bdi(piece.where)])));
}

const groupBy = (items, keyOf) => [...Map.groupBy(items, keyOf).values()];
