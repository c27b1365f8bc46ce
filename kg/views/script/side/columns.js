// The columns beside the picture: each can be folded away; on a narrow screen all stand below each other.

import { byId, make } from "../base/dom.js";

const ROOMY = 1000; // CSS px: below, the filters are folded away at first
const NAMES = { side: ["\u25e7", "Filters"], evidence: ["\u25e8", "Evidence"] };

export function columns() {
  const main = document.querySelector("main"), open = main.querySelectorAll(".filters[open]");
  for (const id of Object.keys(NAMES)) addButton(main, id);
  if (innerWidth < ROOMY) fold(main, "side", true);
  const narrow = matchMedia("screen and (max-width: 799px)");
  narrow.addEventListener("change", () => arrange(main, narrow.matches, open));
  if (narrow.matches) arrange(main, true, open);
  return () => {};
}

function addButton(main, id) {
  const [sign, name] = NAMES[id];
  const button = make("button", { class: "fold", id: "fold-" + id, "aria-controls": id, "aria-label": name, title: name },
    make("span", { "aria-hidden": "true" }, sign), make("span", { class: "word" }, " " + name));
  button.addEventListener("click", () => fold(main, id, !main.classList.contains("no-" + id)));
  if (id === "side") byId("bar").prepend(button); else byId("bar").append(button);
  fold(main, id, false);
}

export const unfold = (id) => fold(document.querySelector("main"), id, false);

function fold(main, id, folded) {
  main.classList.toggle("no-" + id, folded);
  byId("fold-" + id).setAttribute("aria-expanded", String(!folded));
}

// One column: the picture first, then search, filters (closed) and lists, last the evidence, which may be long.
function arrange(main, isNarrow, open) {
  const [side, middle, evidence] = ["side", "middle", "evidence"].map(byId);
  main.append(...(isNarrow ? [middle, side, evidence] : [side, middle, evidence]));
  for (const one of open) one.open = !isNarrow;
}
