// The search field and what it finds, as a list that opens below it.

import { bdi, byId, make, shape } from "../base/dom.js";
import { indexOf, search } from "./search.js";
import { onlyRelation } from "./switches.js";

const MOST = 50;

export function find(app) {
  const field = byId("find"), list = byId("found"), index = indexOf(app.data);
  const box = { app, field, list, options: [], active: -1 };
  field.addEventListener("input", () => open(box, search(index, field.value)));
  field.addEventListener("focus", () => { if (field.value) open(box, search(index, field.value)); });
  field.addEventListener("keydown", (event) => byKey(box, event));
  field.addEventListener("blur", () => close(box));
  return () => {};
}

// Results in three groups; at most fifty, with the number of the rest.
function open(box, found) {
  const shown = found.slice(0, MOST), { view } = box.app;
  const groups = [
    ["In this picture", shown.filter((one) => one.node && view.nodes.has(one.node))],
    ["Not in this picture", shown.filter((one) => one.node && !view.nodes.has(one.node))],
    ["Kinds of relation", shown.filter((one) => one.relation)],
  ].filter(([, members]) => members.length);
  box.options = [];
  box.active = -1;
  box.list.replaceChildren(...groups.map(([label, members]) => groupOf(box, label, members)));
  byId("found-count").textContent = box.field.value.trim() ? countWords(found.length, shown.length) : "";
  setOpen(box, shown.length > 0);
  if (box.options.length) activate(box, 0);
}

function countWords(found, shown) {
  if (!found) return "Nothing has this name.";
  return found > shown ? "\u2026 and " + (found - shown) + " more: write more of the name." : found + " found.";
}

function groupOf(box, label, members) {
  const title = make("div", { class: "group", id: "found-" + label.replaceAll(" ", "-").toLowerCase() }, label);
  return make("div", { role: "group", "aria-labelledby": title.id }, title, ...members.map((one) => option(box, one)));
}

function option(box, one) {
  const place = box.options.length;
  const also = one.node ? one.node.kind.label : "show only these";
  const item = make("div", { role: "option", id: "found-" + place, "aria-selected": "false", "data-found": one.node?.id ?? one.relation.key },
    one.node ? shape(one.node.kind, box.app.theme) : null, make("span", { class: "name" }, bdi(one.label)), make("span", { class: "count" }, also));
  // Before the field loses the focus, and the list closes.
  item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(box, place); });
  box.options.push({ item, one });
  return item;
}

function setOpen(box, isOpen) {
  box.list.hidden = !isOpen;
  box.field.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) box.field.removeAttribute("aria-activedescendant");
}

function close(box) {
  setOpen(box, false);
  byId("found-count").textContent = "";
}

function activate(box, place) {
  box.options[box.active]?.item.setAttribute("aria-selected", "false");
  box.active = place;
  const { item } = box.options[place];
  item.setAttribute("aria-selected", "true");
  box.field.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function choose(box, place) {
  const { app, field } = box, { node, relation } = box.options[place].one;
  field.value = "";
  close(box);
  if (node) app.pick({ actor: node.id });
  else app.set({ off: onlyRelation(app.data, app.state.off, relation.key) });
}

function byKey(box, event) {
  if (event.key === "Escape") {
    box.field.value = "";
    close(box);
    event.stopPropagation();
    return;
  }
  if (!box.options.length || box.list.hidden) return;
  const last = box.options.length - 1;
  const to = { ArrowDown: box.active === last ? 0 : box.active + 1, ArrowUp: box.active <= 0 ? last : box.active - 1 }[event.key];
  if (to !== undefined) activate(box, to);
  else if (event.key === "Enter") choose(box, box.active);
  else return;
  event.preventDefault();
}
