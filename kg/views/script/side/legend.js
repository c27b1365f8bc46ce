// The legend: what the looks mean, how many there are of each, and a switch for each.

import { byId, make, sample, shape } from "../base/dom.js";
import { all, changedOf, changedRest, only, onlyRelation, relationsByFamily, switchesOf } from "./switches.js";
import { plural } from "../model/words.js";

export function legend(app) {
  const { data } = app, switches = switchesOf(data), rows = [];
  const entries = (facet, list, signOf) => byId(list).replaceChildren(...switches[facet].map((one) => {
    const row = entry(app, facet, one, signOf, () => only(app.state.off, switches[facet], one.id));
    rows.push(row);
    return row.item;
  }));
  entries("family", "legend", (id) => sample(lookOf(data.families, id), lookOf(data.families, id)[app.theme.name]));
  entries("kind", "signs", (id) => shape(lookOf(data.kinds, id), app.theme));
  entries("status", "statuses");
  entries("wording", "wordings");
  const homes = relationsByFamily(data);
  for (const family of data.families) addRelations(app, rows, rows.find((row) => row.id === family.id), homes.get(family));
  for (const [facet, list] of [["family", "legend"], ["kind", "signs"], ["status", "statuses"], ["wording", "wordings"]]) {
    const off = facet === "family" ? [...switches.family, ...switches.relation] : switches[facet];
    byId(list).before(make("button", { class: "all", "data-all": facet, onclick: () => app.set({ off: all(app.state.off, off) }) }, "all"));
  }
  const note = changes(app);
  return (view) => {
    for (const row of rows) row.show(view.counts[row.facet][row.name] ?? 0);
    note();
  };
}

const lookOf = (looks, id) => looks.find((one) => one.id === id);

// A switch: sign, name, count, and a button for "only this"; a double click on it does the same.
function entry(app, facet, one, signOf, onlyThis) {
  const box = make("input", { type: "checkbox", "data-off": one.id, onchange: () => app.set({ off: switched(app.state.off, one.id, !box.checked) }) });
  const sign = make("span", { class: "sign" }), count = make("span", { class: "count" });
  const choose = () => app.set({ off: onlyThis() });
  const label = make("label", { ondblclick: choose }, box, signOf ? sign : null, make("span", { class: "name" }, one.label), count);
  const row = make("div", { class: "switch" }, label, make("button", { class: "only", "aria-label": "Only " + one.label, onclick: choose }, "only"));
  const item = make("li", null, row);
  let theme = null;
  return {
    id: one.id, facet, name: one.id, item, row, label: one.label,
    show(number) {
      box.checked = !app.state.off.has(one.id);
      count.textContent = String(number);
      item.classList.toggle("none", !number);
      item.hidden = facet !== "family" && !number && box.checked;
      if (signOf && theme !== app.theme.name) sign.replaceChildren(signOf(one.id));
      theme = app.theme.name;
    },
  };
}

function switched(off, id, isOff) {
  const next = new Set(off);
  if (isOff) next.add(id); else next.delete(id);
  return next;
}

// The kinds of relation of a family: closed, and made when first opened.
function addRelations(app, rows, family, relations) {
  if (!relations.length) return;
  const list = make("ul", { class: "relations", hidden: true });
  const open = make("button", { class: "open", "aria-expanded": "false", "aria-label": "Kinds of relation: " + family.label }, "\u25b8");
  open.addEventListener("click", () => {
    if (!list.children.length) fill(app, rows, list, relations);
    list.hidden = !list.hidden;
    open.setAttribute("aria-expanded", String(!list.hidden));
  });
  family.row.append(open);
  family.item.append(list);
}

function fill(app, rows, list, relations) {
  const made = relations.map(({ key, label }) => entry(app, "relation", { id: key, label }, null, () => onlyRelation(app.data, app.state.off, key)));
  rows.push(...made);
  list.append(...made.map((row) => row.item));
  for (const row of made) row.show(app.view.counts.relation[row.name] ?? 0);
}

// Says what is off and was not at first, with a way back: always there, so that nothing below it moves under the pointer.
function changes(app) {
  const { as, certain, lift, off: first } = app.opening, reset = () => app.set({ as, certain, lift, off: new Set(first) });
  const words = make("span", { class: "words" }), back = make("button", { id: "reset", onclick: reset }, "reset");
  byId("changes").replaceChildren(words, " ", back);
  return () => {
    const { off, on } = changedOf(app.data, app.state.off, first);
    const rest = changedRest(app.data, app.state, app.opening), parts = [...rest];
    if (off.length) parts.push(on.length ? off.length + " off" : plural(off.length, "thing is", "things are") + " off");
    if (on.length) parts.push(on.length + " more on");
    words.textContent = "Filters: " + (parts.join(", ") || "as at first");
    words.title = [...rest, ...off.map((label) => "off: " + label), ...on.map((label) => "on: " + label)].join("; ");
    if (!parts.length && document.activeElement === back) byId("find").focus();
    back.hidden = !parts.length;
    byId("changes").classList.toggle("changed", parts.length > 0);
  };
}
