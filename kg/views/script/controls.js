// Whose view, how certain, compared with what: the fields beside the legend.

const LIMITS = [20, 40, 60, 120];

export function makeControls(data, set) {
  const holders = new Set(data.facts.flatMap((fact) => fact.viewers));
  if (data.people.some((person) => person.id === data.opening.as)) holders.add(data.people.findIndex((p) => p.id === data.opening.as));
  const seen = [...holders].map((i) => data.people[i]).sort((a, b) => a.label.localeCompare(b.label, "en"));
  options(byId("as"), [["everybody", "everybody\u2019s"], ["undisputed", "what nobody disputes"], ...seen.map((p) => [p.id, "as " + p.label + " saw it"])], "everybody");
  options(byId("compare"), [["", "nothing"], ...data.spans.map((span) => [span.id, span.label])], "");
  options(byId("limit"), [...LIMITS.map((n) => [String(n), n + " entities, the strongest"]), ["0", "all"]], "60");
  for (const id of ["as", "compare"]) byId(id).addEventListener("change", () => set({ [id]: byId(id).value }));
  byId("certain").addEventListener("change", () => set({ certain: byId("certain").value === "true" }));
  byId("limit").addEventListener("change", () => set({ limit: Number(byId("limit").value) }));
  for (const id of ["unreal", "near"]) byId(id).addEventListener("change", () => set({ [id]: byId(id).checked }));
}

export function showControls(data, state, view) {
  byId("as").value = state.as;
  byId("compare").value = state.compare;
  for (const option of byId("compare").options) option.disabled = option.value === state.era;
  byId("certain").value = String(state.certain);
  byId("unreal").checked = state.unreal;
  byId("unreal-count").textContent = String(view.unreal);
  byId("near").checked = state.near && state.actor !== null;
  byId("near").disabled = state.actor === null;
  byId("limit").value = String(state.limit);
  byId("limit-row").hidden = data.nodes.length <= LIMITS[0];
}
