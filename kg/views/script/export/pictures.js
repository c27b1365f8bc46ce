// What is kept of each way to look: its drawing, the words that belong to it, and its legend.

import { ordered } from "../ways/cells.js";
import { svg } from "../base/dom.js";
import { drawingOf } from "../picture/drawing.js";
import { KEYS, MOST } from "../ways/matrix.js";
import { legendOf } from "./poster.js";
import { sheetOf, shortened } from "./sheet.js";
import { groupOf } from "../model/state.js";
import { FRAME, thumbnailOf } from "../picture/thumbnail.js";
import { asWords } from "../model/words.js";

// {element, box, words: [texts], legend}
export function pictureFor(app, theme) {
  return { graph: graphPicture, matrix: matrixPicture, eras: erasPicture }[app.state.view](app, theme);
}

function graphPicture({ data, view, map, focus }, theme) {
  const drawing = drawingOf(data, view, map, { theme, focus, fontOf: map.fontOf, marks: true });
  return { ...drawing, words: chosenWords(focus), legend: legendOf(data, drawing, theme, true) };
}

function chosenWords({ line, pair, actor }) {
  if (pair) return ["Chosen: the lines between " + pair[0].label + " and " + pair[1].label + "."];
  if (line) return ["Chosen: the line between " + line.from.label + " and " + line.to.label + "."];
  return actor ? ["Chosen: the lines of " + actor.label + "."] : [];
}

function matrixPicture({ data, view, state }, theme) {
  const nodes = ordered(view, data.kinds, state.order).slice(0, MOST);
  const sheet = sheetOf(view, nodes, { certain: state.certain, families: data.families, theme });
  return { ...sheet, words: [view.before ? KEYS.compared : KEYS.plain], legend: [] };
}

const COLUMNS = 3, GAP = 14, WORDS = 24, LONGEST = 11; // px, also for the words below a drawing; em of an era's name

function erasPicture(app, theme) {
  const { data, state } = app, group = groupOf(data, state.era), made = group.spans.map((span) => thumbnailOf(app, span, theme));
  const [width, height] = [FRAME.width + GAP, FRAME.height + WORDS + GAP];
  const cells = made.map(({ element, words }, i) => svg("g", { class: "era", transform: "translate(" + (i % COLUMNS) * width + " " + Math.floor(i / COLUMNS) * height + ")" },
    element, svg("rect", { width: FRAME.width, height: FRAME.height + WORDS, fill: "none", stroke: theme.border, "stroke-width": 0.5 }),
    svg("text", { x: 8, y: FRAME.height + 14, "font-size": 12, fill: theme.ink }, svg("tspan", { "font-weight": 700 }, shortened(group.spans[i].label, LONGEST)), svg("tspan", { dx: 8 }, words))));
  const view = [group.label, state.as === "everybody" ? "" : asWords(state.as, data), state.certain ? "only what certainly holds" : ""].filter(Boolean).join("; ");
  return {
    element: svg("g", {}, ...cells), box: [0, 0, COLUMNS * width - GAP, Math.ceil(made.length / COLUMNS) * height - GAP], words: [view + "."],
    legend: legendOf(data, { lines: made.flatMap((one) => one.lines), nodes: made.flatMap((one) => one.nodes) }, theme, false),
  };
}
