// How certain, how much, around whom: the fields beside the legend.

import { byId, options } from "../base/dom.js";

const LIMITS = [20, 40, 60, 120];

export function controls(app) {
  const { set } = app;
  options(byId("limit"), [...LIMITS.map((n) => [String(n), n + " entities, the strongest"]), ["0", "all"]], "60");
  byId("certain").addEventListener("change", () => set({ certain: byId("certain").value === "true" }));
  for (const id of ["limit", "near"]) byId(id).addEventListener("change", () => set({ [id]: Number(byId(id).value) }));
  byId("lift").addEventListener("change", () => set({ lift: byId("lift").checked }));
  return () => show(app.state);
}

function show(state) {
  for (const id of ["certain", "limit", "near"]) byId(id).value = String(state[id]);
  byId("lift").checked = state.lift;
  byId("near").disabled = !state.actor;
}
