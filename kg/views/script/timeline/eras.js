// One tab an era, and the same as a list for narrow screens; above them the choice of the periodisation.

import { bdi, byId, make, options } from "../base/dom.js";
import { nearestSpan } from "../base/nearest.js";
import { groupOf, periodFor } from "../model/state.js";

export function eras(app) {
  const { data, set } = app, group = byId("group"), select = byId("era");
  options(group, data.groups.map((one) => [one.id, one.label]), data.groups[0].id);
  byId("group-choice").hidden = data.groups.length < 2;
  byId("era-choice").hidden = false;
  group.addEventListener("change", () => {
    const chosen = data.groups.find((one) => one.id === group.value);
    set({ era: nearestSpan(chosen.spans, periodFor(data, app.state)).id, during: "", compare: "" });
  });
  select.addEventListener("change", () => set({ era: select.value, during: "" }));
  byId("tabs").addEventListener("keydown", (event) => byArrow(app, event));
  let made = null;
  const tabs = () => {
    const shown = groupOf(data, app.state.era);
    if (made !== shown) makeTabs(app, shown);
    made = shown;
  };
  tabs(); // before the picture is measured
  return () => {
    tabs();
    group.value = made.id;
    showEra(app.state);
  };
}

function makeTabs(app, group) {
  byId("tabs").replaceChildren(...group.spans.map((span) => make("button", {
    role: "tab", "data-era": span.id, "aria-controls": "middle", title: span.label, onclick: () => app.set({ era: span.id, during: "" }),
  }, bdi(span.label))));
  byId("tabs").setAttribute("aria-label", "Eras by " + group.label);
}

// The next or the previous era of the same periodisation; none beyond its ends.
export function stepEra(app, step) {
  const { spans } = groupOf(app.data, app.state.era);
  const next = spans[spans.findIndex((span) => span.id === app.state.era) + step];
  if (next) app.set({ era: next.id, during: "" });
}

function byArrow(app, event) {
  const tabs = [...byId("tabs").children], at = tabs.indexOf(document.activeElement), last = tabs.length - 1;
  const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  app.set({ era: tabs[to].dataset.era, during: "" });
  tabs[to].focus();
}

// With a period of one's own no tab is chosen, but one is still reached with Tab.
function showEra(state) {
  for (const tab of byId("tabs").children) {
    const here = tab.dataset.era === state.era, chosen = here && !state.during;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = here ? 0 : -1;
    tab.classList.toggle("compared", tab.dataset.era === state.compare);
    if (chosen && !tab.matches(".seen")) requestAnimationFrame(() => tab.scrollIntoView({ block: "nearest", inline: "nearest" }));
    tab.classList.toggle("seen", chosen);
  }
  showSelected(state);
}

function showSelected(state) {
  const tabs = [...byId("tabs").children].map((tab) => [tab.dataset.era, tab.textContent]);
  const own = state.during ? [["", state.during.replace("/", "\u2013") + " (a period of your own)"]] : [];
  options(byId("era"), [...own, ...tabs], state.during ? "" : state.era);
}
