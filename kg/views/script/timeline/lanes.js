// The eras of the shown periodisation below the bars: what each possibly spans is light, what it certainly spans is solid.

import { placeOf } from "./axis.js";
import { bdi, make } from "../base/dom.js";
import { packSpans } from "./pack.js";
import { groupOf } from "../model/state.js";

const LETTER = 7.2, ROOM = 90; // CSS px: a letter, a label that is cut short
const LABELLED = 2; // rows: more are too low for labels

export function makeLanes(app) {
  const element = make("div", { class: "time-eras", role: "group", "aria-label": "Eras on the axis" });
  const rows = rowsFor(app, element);
  let shown = null;
  return {
    element,
    draw(axis) {
      const { data, state } = app, group = groupOf(data, state.era);
      if (shown?.axis !== axis || shown.group !== group) element.replaceChildren(...buttons(app, axis, group, rows(group)));
      shown = { axis, group };
      for (const button of element.children) {
        const id = button.dataset.span;
        button.setAttribute("aria-current", String(!state.during && id === state.era));
        button.classList.toggle("compared", id === state.compare);
      }
    },
  };
}

// In which row each span of a group lies; the element becomes as high as the group needs, at first before anything is measured.
function rowsFor(app, element) {
  const rows = ({ spans }) => {
    const found = packSpans(spans.map((span) => span.outer));
    element.classList.toggle("many", Math.max(...found) > 0);
    return found;
  };
  rows(groupOf(app.data, app.state.era));
  return rows;
}

// The tabs do the same by keyboard, so these are not in its way.
function buttons(app, axis, { spans }, rows) {
  const count = Math.max(...rows) + 1;
  return spans.map((span, i) => {
    const [left, right] = placeOf(axis, span.outer), inner = placeOf(axis, span.inner);
    const button = make("button", {
      tabindex: -1, "data-span": span.id, title: span.label, "aria-label": span.label, onclick: () => app.set({ era: span.id, during: "" }),
    });
    Object.assign(button.style, { left: left + "px", width: right - left + "px", top: rows[i] * 100 / count + "%", height: 100 / count + "%" });
    if (inner) {
      const solid = make("span", { class: "solid" });
      Object.assign(solid.style, { left: inner[0] - left + "px", width: inner[1] - inner[0] + "px" });
      button.append(solid);
    }
    if (right - left >= Math.min(LETTER * span.label.length, ROOM) && count <= LABELLED) button.append(make("span", { class: "name" }, bdi(span.label)));
    return button;
  });
}
