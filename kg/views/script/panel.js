// The evidence of a line or an entity: each statement with whose view it is, who reports it, and where it is said.

export function fillPanel(data, view, state, span) {
  const line = state.line === null ? null : view.lines.find((one) => one.index === state.line);
  const node = state.actor === null ? null : data.nodes.find((one) => one.id === state.actor);
  if (line) return show(lineHead(line, span), line.facts, view);
  if (node) return show(nodeHead(node, span), view.facts.filter((fact) => touches(fact, node.id)), view);
  byId("panel").replaceChildren(make("p", { class: "soft" }, "Choose an actor or a line, in the picture or in the lists, to read who says so and where."));
}

function show(head, facts, view) {
  const real = facts.filter((fact) => fact.real), unreal = facts.filter((fact) => !fact.real);
  const certain = new Set(view.lines.filter((line) => line.certain).flatMap((line) => line.facts));
  const parts = [...head, ...real.map((fact) => article(fact, view, certain))];
  if (unreal.length) parts.push(make("h4", null, "Did not happen, was planned, or is denied"), ...unreal.map((fact) => article(fact, view, certain)));
  if (!facts.length) parts.push(make("p", { class: "soft" }, "No statement in what is shown now. That is not the same as neutral."));
  byId("panel").replaceChildren(...parts);
}

function lineHead(line, span) {
  const sign = { "+": "friendly", "-": "unfriendly", 0: "neither friendly nor unfriendly", mixed: "mixed" }[line.sign];
  return [
    make("h3", null, bdi(line.from.label), line.directed ? " \u2192 " : " \u2013 ", bdi(line.to.label)),
    make("p", { class: "soft" }, lineFamily(line) + ", ", bdi(span.label), ": " + plural(line.facts.length, "statement") + ", " + sign + "."),
  ];
}

function nodeHead(node, span) {
  const names = node.names.length ? [make("p", { class: "soft" }, "Also: ", bdi(node.names.join(", ")))] : [];
  const about = node.about ? [make("p", null, bdi(node.about))] : [];
  return [make("h3", null, bdi(node.label)), make("p", { class: "soft" }, node.kind.label + ", ", bdi(span.label)), ...about, ...names];
}

function article(fact, view, certain) {
  const marks = [];
  if (fact.disputed) marks.push("disputed");
  if (fact.derived) marks.push("derived");
  if (fact.negated) marks.push("denied");
  if (fact.status !== "actual") marks.push(fact.status);
  const said = make("p", { class: "said" }, bdi(fact.subject.label), " ", bdi(fact.relation), " ", bdi(fact.object.label));
  for (const mark of marks) said.append(" ", make("span", { class: "mark" }, mark));
  return make("article", { "data-id": fact.id }, said, make("dl", null, ...rows(fact).flatMap(([term, ...value]) => [make("dt", null, term), make("dd", null, ...value)])));
}

function rows(fact) {
  const found = [
    ["When", bdi(fact.when)],
    ["Whose view", bdi(holdersOf(fact))],
    ["Status", fact.status + ", " + fact.wording + (fact.negated ? "; the holder says that it is not so" : "")],
  ];
  if (fact.reports.length) found.splice(2, 0, ["Reported by", bdi(fact.reports.join("; then "))]);
  if (fact.sign) found.push(["Sign", signWords(fact)]);
  if (fact.event) found.push(["Event", bdi(fact.event)]);
  if (fact.because.length) found.push(["Because", bdi(fact.because.join("; "))]);
  if (fact.figures.length) found.push(["Figures", bdi(fact.figures.join("; "))]);
  if (fact.derived) found.push(["Derived", "made by the build from ", bdi(fact.derived)]);
  if (!fact.evidence.length) found.push(["Source", "none of its own"]);
  for (const piece of fact.evidence) found.push(["Source", link(piece.url, piece.label), ", ", bdi(piece.where)]);
  return found;
}
