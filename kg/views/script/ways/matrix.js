// The matrix: entities by entities, each cell what its row is said to be towards its column.

import { cellKey, cellText, cellWords, cellsOf, ordered } from "./cells.js";
import { bdi, byId, make, options } from "../base/dom.js";
import { shownBy } from "../base/fresh.js";
import { makeGrid } from "./grid.js";
import { ORDERS } from "../model/state.js";
import { plural } from "../model/words.js";

export const MOST = 120; // rows; beyond, neither reader nor browser gets through
const ORDER_NAMES = { kind: "kind, states first", strength: "number of statements", name: "name" };
const WHO = "Row: who; column: towards whom. + friendly, \u2212 unfriendly, \u00b1 both, 0 neither", POSSIBLE = " Pale: possibly, not certainly. ?: disputed.";
export const KEYS = {
  plain: WHO + ", with the number of statements; an empty cell: no statement, which is not the same as neutral." + POSSIBLE,
  compared: WHO + "; before \u2192 after, framed, where the sign changed this way (the evidence tells of both ways together); an empty cell: no statement." + POSSIBLE,
  unreal: " (1): did not happen, was planned, or is denied.",
};

export function matrix(app) {
  const order = make("select", { id: "matrix-order", onchange: () => app.set({ order: order.value }) });
  options(order, ORDERS.map((one) => [one, ORDER_NAMES[one]]), app.state.order);
  const caption = make("caption", null), head = make("thead", null), body = make("tbody", null), key = make("p", { class: "key" });
  const table = make("table", { role: "grid" }, caption, head, body);
  byId("matrix").replaceChildren(make("div", { class: "tools" }, make("label", null, "In order of ", order)), key, make("div", { class: "scroll" }, table));
  for (const family of app.data.families) {
    byId("matrix").style.setProperty("--" + family.id, "light-dark(" + family.light + ", " + family.dark + ")");
  }
  const cells = new WeakMap();
  const grid = makeGrid(table, (cell) => app.pick(chosenBy(cells.get(cell))));
  const parts = { caption, head, body, key, cells };
  let drawn = "";
  return (view) => {
    if (app.state.view !== "matrix") return;
    order.value = app.state.order;
    const wanted = shownBy(app.state), focused = table.contains(document.activeElement);
    if (wanted !== drawn) {
      fill(app, view, parts);
      grid.renew(focused);
    }
    drawn = wanted;
    mark(app.state, table, cells);
  };
}

const chosenBy = ({ row, column }) => (row && column ? { pair: row.id + "~" + column.id } : { actor: (row ?? column).id });

function fill(app, view, { caption, head, body, key, cells }) {
  const all = ordered(view, app.data.kinds, app.state.order), nodes = all.slice(0, MOST), found = cellsOf(view, app.state.certain);
  const rest = all.length > nodes.length ? "; the first " + nodes.length + " of " + all.length + ": narrow the filters to see the others" : "";
  caption.replaceChildren(bdi(view.now.label), ...(view.before ? [" against ", bdi(view.before.label)] : []), ": " + plural(nodes.length, "entity", "entities") + " towards each other" + rest);
  key.textContent = (view.before ? KEYS.compared : KEYS.plain) + ([...found.values()].some((cell) => cell.unreal) ? KEYS.unreal : "");
  const header = (node, fields, ends) => {
    const cell = make("th", { ...fields, tabindex: "-1", title: node.label }, make("span", null, bdi(node.label)));
    cells.set(cell, ends);
    return cell;
  };
  head.replaceChildren(make("tr", null, make("td", null), ...nodes.map((node) => header(node, { scope: "col" }, { column: node }))));
  body.replaceChildren(...nodes.map((row) => make("tr", null, header(row, { scope: "row" }, { row }), ...nodes.map((column) => {
    const cell = cellElement(found.get(cellKey(row, column)), view, row === column);
    cells.set(cell, { row, column });
    return cell;
  }))));
}

const LOOKS = { "+": "plus", "-": "minus", 0: "neutral", mixed: "mixed" };

function cellElement(cell, view, same) {
  if (!cell) return make("td", { tabindex: "-1", class: same ? "same" : null, "aria-label": "no statement" });
  const [mark, more] = cellText(cell), words = cellWords(cell, view);
  const names = [LOOKS[cell.after ?? cell.before] ?? "", cell.possible ? "possible" : "", cell.change].filter(Boolean).join(" ");
  return make("td", { tabindex: "-1", class: names, "aria-label": mark + more + ": " + words, title: words }, make("b", null, mark), more ? make("small", null, more) : null);
}

// Marks the chosen pair, or the chosen entity's headers.
function mark(state, table, cells) {
  for (const old of table.querySelectorAll("[aria-selected]")) old.removeAttribute("aria-selected");
  for (const cell of table.querySelectorAll("td, th")) {
    const ends = cells.get(cell);
    if (!ends) continue;
    const chosen = chosenBy(ends);
    if (chosen.pair ? chosen.pair === state.pair : chosen.actor === state.actor && !state.pair && !state.line) cell.setAttribute("aria-selected", "true");
  }
}
