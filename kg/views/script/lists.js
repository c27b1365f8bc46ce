// Entities and lines as lists of buttons: every action on the picture, for keyboard and screen reader.

export function fillLists(view, state, theme, pick) {
  const wanted = byId("find").value.trim().toLocaleLowerCase("en");
  const fits = (node) => [node.label, ...node.names, node.id].some((name) => name.toLocaleLowerCase("en").includes(wanted));
  const counts = new Map();
  for (const line of view.lines) {
    for (const node of new Set([line.from, line.to])) counts.set(node, (counts.get(node) ?? 0) + line.facts.length);
  }
  const nodes = [...view.nodes].filter(fits).sort((a, b) => counts.get(b) - counts.get(a) || (a.id < b.id ? -1 : 1));
  const lines = view.lines.filter((line) => fits(line.from) || fits(line.to));
  byId("actor-count").textContent = String(nodes.length);
  byId("line-count").textContent = String(lines.length);
  byId("actors").replaceChildren(...nodes.map((node) => nodeButton(node, counts.get(node), state, theme, pick)));
  byId("lines").replaceChildren(...lines.map((line) => lineButton(line, state, pick)));
}

function nodeButton(node, count, state, theme, pick) {
  const chosen = state.actor === node.id && state.line === null;
  return make("li", null, make("button", {
    type: "button", "data-actor": node.id, "aria-pressed": String(chosen), onclick: () => pick({ actor: node.id, line: null }),
  }, shape(node.kind, theme), make("span", { class: "name" }, bdi(node.label)), make("span", { class: "count" }, String(count))));
}

function lineButton(line, state, pick) {
  const change = { began: "began, ", ended: "ended, ", kept: "" }[line.change] ?? "";
  const name = make("span", { class: "name" }, bdi(line.from.label), line.directed ? " \u2192 " : " \u2013 ", bdi(line.to.label), make("br"),
    make("span", { class: "family" }, change + lineFamily(line) + (line.certain ? "" : ", possibly") + (line.disputed ? ", disputed" : "")));
  return make("li", null, make("button", {
    type: "button", "data-line": String(line.index), "aria-pressed": String(state.line === line.index), onclick: () => pick({ line: line.index }),
  }, name, make("span", { class: "count" }, String(line.facts.length))));
}
