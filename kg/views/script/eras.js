// One tab an era, and the same as a list for narrow screens.

export function makeEras(data, set) {
  const tabs = byId("tabs"), select = byId("era");
  tabs.replaceChildren(...data.spans.map((span) => make("button", {
    type: "button", role: "tab", "data-era": span.id, "aria-controls": "picture", onclick: () => set({ era: span.id }),
  }, bdi(span.label))));
  options(select, data.spans.map((span) => [span.id, span.label]), data.spans[0].id);
  select.addEventListener("change", () => set({ era: select.value }));
  tabs.addEventListener("keydown", (event) => {
    const at = [...tabs.children].indexOf(document.activeElement), last = data.spans.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    set({ era: data.spans[to].id });
    tabs.children[to].focus();
  });
  byId("era-choice").hidden = false;
}

export function showEra(state) {
  for (const tab of byId("tabs").children) {
    const chosen = tab.dataset.era === state.era;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  byId("era").value = state.era;
}
