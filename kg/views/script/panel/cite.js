// A statement's citation in one line, to be copied.

import { bdi, make } from "../base/dom.js";

// Source, place in it, and the statement's id; several passages one after the other.
export function citationOf(data, fact, more) {
  const places = more.evidence.map((piece) => [piece.label, piece.where, piece.url].filter(Boolean).join(", "));
  const ground = places.length ? places.join("; ") : "Derived from " + more.derived;
  return ground + ". Statement " + fact.id + ", " + data.about.corpus + " " + data.about.version + ".";
}

// Copies where the browser lets it; the text is shown and selected in any case, ready to be copied by hand.
export function cite(text) {
  const said = make("span", { class: "soft" }), citation = bdi(text);
  const shown = make("output", { class: "citation", hidden: true }, said, citation);
  const copy = async () => {
    shown.hidden = false;
    getSelection().selectAllChildren(citation);
    said.textContent = (await copied(text)) ? "Copied: " : "Selected, ready to be copied: ";
  };
  return [make("button", { class: "plain", onclick: copy }, "Cite"), shown];
}

async function copied(text) {
  try { await navigator.clipboard.writeText(text); } catch { return false; }
  return true;
}
