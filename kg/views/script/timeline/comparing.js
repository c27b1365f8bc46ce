// What the shown time is compared with; and, as chips, the comparison and a period of one's own, each with a way back.

import { bdi, byId, make } from "../base/dom.js";
import { groupOf, periodFor, spanOf } from "../model/state.js";

export function comparing(app) {
  const select = byId("compare");
  select.addEventListener("change", () => app.set(inOrder(app, select.value)));
  const chips = make("div", { class: "chips" });
  byId("status").before(chips);
  let made = null;
  return () => {
    const group = groupOf(app.data, app.state.era);
    if (made !== group) select.replaceChildren(make("option", { value: "" }, "nothing"), ...groupsOf(app.data, group));
    made = group;
    for (const option of select.options) option.disabled = !app.state.during && option.value === app.state.era;
    select.value = app.state.compare;
    showChips(app, chips);
  };
}

// Of two eras the later is compared with the earlier, whichever was shown; "swap" turns them round.
function inOrder({ data, state }, id) {
  const later = id && !state.during && spanOf(data, id).outer[0] > spanOf(data, state.era).outer[0];
  return later ? { era: id, compare: state.era } : { compare: id };
}

// The eras of the shown periodisation first.
function groupsOf(data, first) {
  const groups = [first, ...data.groups.filter((group) => group !== first)];
  return groups.map((group) => make("optgroup", { label: group.label }, ...group.spans.map((span) => make("option", { value: span.id }, span.label))));
}

// Chips are made anew only when what they say changes: a button that has the focus keeps it.
function showChips(app, chips) {
  const { during, compare, era } = app.state, key = [during, compare, era].join(" ");
  if (chips.dataset.key === key) return;
  const held = chips.contains(document.activeElement);
  chips.dataset.key = key;
  byId("now").classList.toggle("busy", Boolean(during || compare));
  chips.replaceChildren(...(during ? [periodChip(app)] : []), ...(compare ? [compareChip(app)] : []));
  if (held) (chips.querySelector("button") ?? byId("compare")).focus();
}

function periodChip(app) {
  const back = spanOf(app.data, app.state.era).label;
  return make("span", { class: "chip" }, bdi(periodFor(app.data, app.state).label),
    make("button", { id: "back-to-era", onclick: () => app.set({ during: "" }) }, "back to ", bdi(back)));
}

function compareChip(app) {
  const { data, state } = app, swapped = { era: state.compare, compare: state.era };
  const swap = make("button", { id: "swap", onclick: () => app.set(swapped) }, "swap");
  const now = make("span", { class: "now" }, bdi(periodFor(data, state).label));
  return make("span", { class: "chip" }, now, " against ", bdi(spanOf(data, state.compare).label),
    state.during ? null : swap, make("button", { id: "stop-comparing", onclick: () => app.set({ compare: "" }) }, "stop comparing"));
}
