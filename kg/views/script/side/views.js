// Graph, matrix, table and small multiples: equals, one shown at a time.

import { byId, make } from "../base/dom.js";
import { VIEWS } from "../model/state.js";

const NAMES = { graph: "Graph", matrix: "Matrix", table: "Table", eras: "All eras" };
const SHOWS = { graph: "picture", matrix: "matrix", table: "table", eras: "multiples" };

export function views(app) {
  const tabs = VIEWS.map((view) => make("button", {
    role: "tab", "data-view": view, "aria-controls": SHOWS[view], onclick: () => app.set({ view }),
  }, NAMES[view]));
  byId("views").replaceChildren(...tabs);
  byId("views").addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement), last = tabs.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    app.set({ view: VIEWS[to] });
    tabs[to].focus();
  });
  const show = () => {
    VIEWS.forEach((view, i) => {
      const chosen = view === app.state.view;
      tabs[i].setAttribute("aria-selected", String(chosen));
      tabs[i].tabIndex = chosen ? 0 : -1;
      byId(SHOWS[view]).hidden = !chosen;
    });
    byId("zoom").hidden = app.state.view !== "graph";
  };
  show(); // before anything is measured
  return show;
}
