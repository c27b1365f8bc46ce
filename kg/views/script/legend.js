// The legend: what the looks mean, how many lines of each there are, and a switch for each.

export function fillLegend(data, state, view, theme, set) {
  byId("legend").replaceChildren(...data.families.map((family) => {
    const count = view.counts[family.id] ?? 0;
    const box = make("input", { type: "checkbox", "data-family": family.id });
    box.checked = !state.off.has(family.id);
    box.addEventListener("change", () => {
      const off = new Set(state.off);
      if (box.checked) off.delete(family.id); else off.add(family.id);
      set({ off });
    });
    const label = make("label", { class: count ? "" : "none" }, box, sample(family, family[theme.name]), make("span", null, family.label), make("span", { class: "count" }, String(count)));
    return make("li", null, label);
  }));
}

export function fillSigns(data, view, theme) {
  const counts = new Map();
  for (const node of view.nodes) counts.set(node.kind.id, (counts.get(node.kind.id) ?? 0) + 1);
  const kinds = data.kinds.filter((kind) => counts.has(kind.id));
  const signs = kinds.map((kind) => make("li", null, shape(kind, theme), make("span", null, kind.label), make("span", { class: "count" }, String(counts.get(kind.id)))));
  byId("signs").replaceChildren(...signs,
    make("li", { class: "whole" }, "Thick: many statements."),
    make("li", { class: "whole" }, "Pale and thin: possibly in this time, not certainly."),
    make("li", { class: "whole" }, "? on a line: sources dispute a statement in it."),
    make("li", { class: "whole" }, "No line: no statement, which is not the same as neutral."));
}
