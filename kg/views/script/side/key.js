// What the marks of the picture mean, by samples drawn as the picture draws them.

import { byId, make, sample } from "../base/dom.js";
import { hasHolder } from "../model/filter.js";
import { hollowOf, opacityOf, strokeOf } from "../picture/look.js";

const CERTAIN = { certain: true, facts: [0], change: "" };
const LINES = [
  ["Certainly in this time", CERTAIN],
  ["Possibly in this time, not certainly: double and pale", { ...CERTAIN, certain: false }],
  ["Several statements: thick", { ...CERTAIN, facts: [0, 1, 2, 3, 4] }],
];
const COMPARED = [
  ["Began: thick; + where nothing was between the two", { ...CERTAIN, change: "began" }],
  ["Ended: dotted; \u2212 where nothing is left between the two", { ...CERTAIN, change: "ended" }],
  ["In both: faded", { ...CERTAIN, change: "kept" }],
];
const BESIDE = ["Thin: undisputed, beside this view", { ...CERTAIN, beside: true }];
const DISPUTED = "? on a line: sources dispute a statement in it.", CHANGED = "+\u2192\u00b1 on a line: the sign of the pair, before and after.";
const NONE = "No line: no statement, which is not the same as neutral.";

export function markKey(app) {
  let made = "";
  return (view) => {
    const held = hasHolder(app.state.as), key = [app.theme.name, held, Boolean(view.before)].join();
    if (made === key) return;
    made = key;
    const rows = [...LINES, ...(held ? [BESIDE] : []), ...(view.before ? COMPARED : [])].map(([words, line]) => make("li", null, drawn(app, line), make("span", null, words)));
    byId("marks").replaceChildren(...rows, ...[view.before ? CHANGED : DISPUTED, NONE].map((words) => make("li", null, words)));
  };
}

const LARGER = 1.4; // than in the picture as it opens, so that a double line is seen as one

function drawn({ data, theme }, line) {
  const look = { ...data.families[0], width: LARGER * strokeOf(data.families[0], line), ...(line.change === "ended" && { dash: [1, 4] }) };
  const svg = sample(look, look[theme.name], look.width * hollowOf(line), theme.paper);
  svg.setAttribute("opacity", opacityOf(line, {}));
  return svg;
}
