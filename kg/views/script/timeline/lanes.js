// The eras of the shown periodisation below the bars: what each possibly spans is light, what it certainly spans is solid.

import { placeOf } from "./axis.js";
import { bdi, make } from "../base/dom.js";
import { packSpans } from "./pack.js";
import { groupOf } from "../model/state.js";

const LETTER = 7.2, ROOM = 90, HIGH = 12; // CSS px: a letter, a label that is cut short, a row with labels

export function makeLanes(app) {
  const element = make("div", { class: "time-eras", role: "group", "aria-label": "Eras on the axis" });
  let shown = null;
  return {
    element,
    draw(axis) {
      const { data, state } = app, group = groupOf(data, state.era);
      if (shown?.axis !== axis || shown.group !== group) fill(app, element, axis, group);
      shown = { axis, group };
      for (const button of element.children) {
        const id = button.dataset.span;
        button.setAttribute("aria-current", String(!state.during && id === state.era));
        button.classList.toggle("compared", id === state.compare);
      }
    },
  };
}

// The tabs do the same by keyboard, so these are not in its way.
function fill(app, element, axis, { spans }) {
  const rows = packSpans(spans.map((span) => span.outer)), last = Math.max(...rows);
  element.classList.toggle("many", last > 0);
  const height = element.clientHeight / (last + 1);
  element.replaceChildren(...spans.map((span, i) => {
    const [left, right] = placeOf(axis, span.outer), inner = placeOf(axis, span.inner);
    const button = make("button", {
      type: "button", tabindex: -1, "data-span": span.id, title: span.label, "aria-label": span.label, onclick: () => app.set({ era: span.id, during: "" }),
    });
    Object.assign(button.style, { left: left + "px", width: right - left + "px", top: rows[i] * height + "px", height: height + "px" });
    if (inner) {
      const solid = make("span", { class: "solid" });
      Object.assign(solid.style, { left: inner[0] - left + "px", width: inner[1] - inner[0] + "px" });
      button.append(solid);
    }
    if (right - left >= Math.min(LETTER * span.label.length, ROOM) && height >= HIGH) button.append(make("span", { class: "name" }, bdi(span.label)));
    return button;
  }));
}
