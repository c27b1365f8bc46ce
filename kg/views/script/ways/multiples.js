// Small multiples: every era of the periodisation side by side; one is drawn when it comes into sight.

import { bdi, byId, make, svg } from "../base/dom.js";
import { shownBy } from "../base/fresh.js";
import { groupOf } from "../model/state.js";
import { FRAME, thumbnailOf } from "../picture/thumbnail.js";

export function multiples(app) {
  const list = make("ul", { class: "eras" }), spans = new Map();
  byId("multiples").replaceChildren(list);
  // An item may be seen again, or when it is no longer in the list.
  const draw = (item) => {
    watch.unobserve(item);
    if (spans.has(item) && !isDrawn(item)) fill(item.firstChild, thumbnailOf(app, spans.get(item), app.theme));
  };
  const watch = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => draw(one.target)), { rootMargin: "400px" });
  let drawn = "";
  return () => {
    if (app.state.view !== "eras") return;
    const group = groupOf(app.data, app.state.era);
    const wanted = shownBy(app.state, { era: group.id, during: "", compare: "", actor: app.state.actor }) + app.theme.name;
    if (wanted !== drawn) {
      watch.disconnect();
      spans.clear();
      for (const span of group.spans) spans.set(frame(app, span), span);
      list.replaceChildren(...spans.keys());
      for (const item of spans.keys()) watch.observe(item);
    }
    drawn = wanted;
    for (const [item, span] of spans) item.firstChild.setAttribute("aria-current", String(!app.state.during && span.id === app.state.era));
  };
}

function frame(app, span) {
  const picture = svg("svg", { viewBox: "0 0 " + FRAME.width + " " + FRAME.height, "aria-hidden": "true" });
  const open = () => app.set({ era: span.id, during: "", view: "graph" });
  return make("li", null, make("button", { onclick: open }, picture, make("b", null, bdi(span.label)), " ", make("span", null)));
}

const isDrawn = (item) => item.querySelector("svg").hasChildNodes();

function fill(button, { element, words }) {
  const [picture, , below] = button.children;
  picture.replaceChildren(element);
  below.textContent = words;
}
