// Whose view: everybody's, the undisputed, or that of an author, a state, another; found by any of its names.

import { byId, make } from "../base/dom.js";
import { passes } from "../model/filter.js";
import { byLabel } from "../base/order.js";
import { fold } from "./search.js";
import { holds } from "../model/time.js";
import { periodFor } from "../model/state.js";
import { asWords } from "../model/words.js";

const GROUPS = [["authors", "Authors"], ["states", "States"], ["others", "Others"]];

export function holders(app) {
  const groups = holderGroups(app.data), known = GROUPS.flatMap(([name]) => groups[name]);
  const options = new Map(known.map((person) => [person.id, make("option", { value: person.id })]));
  byId("as").replaceChildren(make("option", { value: "everybody" }, "everybody\u2019s"), make("option", { value: "undisputed" }, "what nobody disputes"),
    ...GROUPS.filter(([name]) => groups[name].length).map(([name, label]) => make("optgroup", { label }, ...groups[name].map((person) => options.get(person.id)))));
  byId("as").addEventListener("change", () => app.set({ as: byId("as").value }));
  byName(app, known);
  return () => {
    const counts = countViews(app.data, app.state);
    for (const person of known) {
      const words = asWords(person.id, app.data) + " (" + (counts.get(person.index) ?? 0) + ")";
      if (options.get(person.id).textContent !== words) options.get(person.id).textContent = words;
    }
    byId("as").value = app.state.as;
  };
}

// Those whose view some statement is, authors by number of statements first, the others by name.
export function holderGroups(data) {
  const counts = new Map(), authors = new Set(data.facts.filter((fact) => fact.relation.id === "authorOf").map((fact) => fact.subject.id));
  for (const fact of data.facts) for (const i of fact.viewers) counts.set(i, (counts.get(i) ?? 0) + 1);
  const asked = data.people.findIndex((person) => person.id === data.opening.as);
  if (asked >= 0 && !counts.has(asked)) counts.set(asked, 0);
  const groups = { authors: [], states: [], others: [] };
  for (const [index] of counts) {
    const { id, label } = data.people[index], kind = data.node.get(id)?.kind.id;
    const group = ["state", "government"].includes(kind) ? "states" : authors.has(id) ? "authors" : "others";
    groups[group].push({ id, label, index, names: [label, ...(data.node.get(id)?.names ?? [])] });
  }
  groups.authors.sort((a, b) => counts.get(b.index) - counts.get(a.index) || byLabel(a, b));
  groups.states.sort(byLabel);
  groups.others.sort(byLabel);
  return groups;
}

// Statements of everybody's view, by place in `data.people`, that hold in the shown time and pass the filters.
export function countViews(data, state) {
  const period = periodFor(data, state), counts = new Map();
  for (const fact of data.facts) {
    if (!fact.viewers.length || !holds(fact.bounds, period, state.certain) || !passes(fact, state.off)) continue;
    for (const i of fact.viewers) counts.set(i, (counts.get(i) ?? 0) + 1);
  }
  return counts;
}

// A field for a name: "Moscow" is as good as "Russia".
function byName(app, known) {
  const field = byId("as-name");
  byId("as-names").replaceChildren(...known.flatMap((person) => person.names.map((name) => make("option", { value: name }, name === person.label ? "" : person.label))));
  field.addEventListener("change", () => {
    const wanted = fold(field.value);
    const found = wanted && known.find((person) => person.names.some((name) => fold(name) === wanted));
    byId("as-name-error").textContent = found || !wanted ? "" : "Nobody of this name holds a view here.";
    if (!found) return;
    field.value = "";
    app.set({ as: found.id });
  });
}
