// The table of statements: exactly those of the lines in the picture. Filled only while it is open.

import { details } from "../model/data.js";
import { bdi, byId, link, make } from "../base/dom.js";
import { shownBy } from "../base/fresh.js";
import { thousands } from "../base/order.js";
import { HEADS, cellOf, columnsOf, inOrder, sourcesOf } from "../model/rows.js";
import { lineId } from "../model/state.js";
import { UNREAL } from "../model/words.js";

const STEP = 500; // rows shown at a time

export function table(app) {
  const more = make("button", null);
  const parts = { heads: makeHeads(app), more, most: STEP, lines: new Map() };
  byId("table").append(make("p", { class: "tools" }, more));
  let drawn = "", chosen = "";
  const show = (view, most) => {
    parts.most = most;
    fill(app, view, parts);
    drawn = shownBy(app.state);
  };
  more.addEventListener("click", () => {
    const rows = document.querySelectorAll("#table tr[data-id]"), next = rows.length;
    show(app.view, parts.most + STEP);
    document.querySelectorAll("#table tr[data-id]")[next]?.querySelector("button").focus();
  });
  window.matchMedia("print").addEventListener("change", (paper) => { if (paper.matches) show(app.view, STEP); });
  return (view) => {
    if (app.state.view !== "table") return;
    if (drawn !== shownBy(app.state)) show(view, STEP);
    for (const [row, line] of parts.lines) row.classList.toggle("chosen", isChosen(app.state, line));
    if (chosen !== (chosen = chosenIn(app.state))) byId("table").querySelector("tr.chosen")?.scrollIntoView({ block: "nearest" });
  };
}

const statements = (app, view) => inOrder(app.data, view, app.state.certain, app.state.sort);

// The ids of all statements of the table, whether or not their rows are made yet.
export function rowsOf(app) {
  return statements(app, app.view).flat().map((fact) => fact.id);
}

function makeHeads(app) {
  const heads = new Map(Object.entries(HEADS).map(([name, label]) => {
    const turn = () => app.set({ sort: app.state.sort === name ? "-" + name : name });
    return [name, make("th", { scope: "col" }, make("button", { onclick: turn }, label))];
  }));
  byId("rows").parentNode.tHead.rows[0].replaceChildren(...heads.values());
  return heads;
}

function fill(app, view, parts) {
  const { sort, certain } = app.state, names = columnsOf(view), [real, unreal] = statements(app, view);
  for (const [name, head] of parts.heads) {
    head.hidden = !names.includes(name);
    head.setAttribute("aria-sort", sort === name ? "ascending" : sort === "-" + name ? "descending" : "none");
  }
  const lineOf = new Map(view.lines.flatMap((line) => line.facts.map((fact) => [fact, line])));
  parts.lines = new Map();
  const rows = (facts) => facts.map((fact) => {
    const made = row(app, fact, lineOf.get(fact), names.map((name) => [name, cellOf(app.data, fact, name, view, certain)]));
    parts.lines.set(made, lineOf.get(fact));
    return made;
  });
  byId("table-caption").replaceChildren(", ", bdi(view.now.label), ...(view.before ? [" against ", bdi(view.before.label)] : []), " (" + view.facts.length + ")");
  byId("rows").replaceChildren(...rows(real.slice(0, parts.most)));
  const rest = unreal.slice(0, Math.max(0, parts.most - real.length));
  const head = rest.length ? [make("tr", null, make("th", { colspan: names.length, scope: "rowgroup" }, UNREAL))] : [];
  byId("unreal-rows").replaceChildren(...head, ...rows(rest));
  const left = view.facts.length - parts.lines.size;
  parts.more.hidden = left === 0;
  parts.more.textContent = "Show " + Math.min(STEP, left) + " more of " + thousands(left);
}

function row(app, fact, line, texts) {
  const pick = () => app.pick({ line: lineId(line) });
  const inside = {
    relation: (text) => [make("button", { onclick: pick }, bdi(text))],
    sources: () => sourcesOf(details(app.data, fact)).map(({ url, label, places }) => make("div", null, link(url, label), ": ", bdi(places.join("; ")))),
  };
  const cells = texts.map(([name, text]) => make("td", { class: name }, ...(inside[name]?.(text) ?? [bdi(text)])));
  return make("tr", { "data-id": fact.id, class: app.state.line === lineId(line) ? "chosen" : "" }, ...cells);
}

const chosenIn = ({ line, pair, actor }) => [line, pair, actor].join("~");

function isChosen({ line, pair, actor }, one) {
  if (line || pair) return line ? lineId(one) === line : pair === one.from.id + "~" + one.to.id || pair === one.to.id + "~" + one.from.id;
  return actor !== "" && (one.from.id === actor || one.to.id === actor);
}
