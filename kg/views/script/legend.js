// The legend: what the looks mean, how many there are of each, and a switch for each.

export function fillLegend(data, state, view, theme, set) {
  byId("legend").replaceChildren(...data.families.map((family) => entry(family, sample(family, family[theme.name]), state, view, set)));
}

export function fillSigns(data, state, view, theme, set) {
  const kinds = data.kinds.filter((kind) => view.counts[kind.id]);
  byId("signs").replaceChildren(...kinds.map((kind) => entry(kind, shape(kind, theme), state, view, set)),
    make("li", { class: "whole" }, "Thick: many statements."),
    make("li", { class: "whole" }, "Pale and thin: possibly in this time, not certainly."),
    make("li", { class: "whole" }, "? on a line: sources dispute a statement in it."),
    make("li", { class: "whole" }, "No line: no statement, which is not the same as neutral."));
}

// A family of relations or a kind of entity: sign, name, count, and whether it is on.
function entry(one, sign, state, view, set) {
  const count = view.counts[one.id] ?? 0;
  const box = make("input", { type: "checkbox", "data-off": one.id });
  box.checked = !state.off.has(one.id);
  box.addEventListener("change", () => {
    const off = new Set(state.off);
    if (box.checked) off.delete(one.id); else off.add(one.id);
    set({ off });
  });
  const label = make("label", { class: count ? "" : "none" }, box, sign, make("span", null, one.label), make("span", { class: "count" }, String(count)));
  return make("li", null, label);
}
