// What the sources disagree on: the readings side by side, which one is preferred, and why.

import { bdi, make } from "../base/dom.js";

// Each conflict is told in full where the panel comes to it first; `told` holds those that were.
export function disputes(found, told) {
  return found.map((dispute) => {
    const first = !told.has(dispute);
    told.add(dispute);
    return make("details", { class: "dispute", open: first },
      make("summary", null, "Disputed: ", bdi(titleOf(dispute))),
      make("ul", null, ...dispute.sides.map((side, i) => reading(side, i === dispute.preferred))),
      ...reasons(dispute));
  });
}

const titleOf = ({ kind, scope }) => [kind, ...scope].join(", ").replaceAll("-", " ");

function reading(side, preferred) {
  return make("li", { class: preferred ? "preferred" : "" }, preferred ? make("span", { class: "mark" }, "preferred") : null,
    make("p", null, bdi(side.text)), side.details ? make("p", { class: "soft" }, bdi(side.details)) : null);
}

function reasons({ preferred, reason, note }) {
  const why = preferred < 0 ? "No reading is preferred." : reason ? "Preferred because: " : "";
  return [
    why ? make("p", null, why, preferred < 0 ? null : bdi(reason)) : null,
    note ? make("p", { class: "soft" }, bdi(note)) : null,
  ].filter(Boolean);
}
