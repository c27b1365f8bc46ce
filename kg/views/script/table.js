// The table of statements: exactly those of the lines in the picture. Filled only while it is open.

export function fillTable(view, state, span, pick) {
  byId("table-caption").replaceChildren(", ", bdi(span.label), " (" + view.facts.length + ")");
  const real = view.facts.filter((fact) => fact.real), unreal = view.facts.filter((fact) => !fact.real);
  byId("rows").replaceChildren(...real.map((fact) => row(fact, state, pick)));
  const head = unreal.length ? [make("tr", null, make("th", { colspan: "7", scope: "rowgroup" }, "Did not happen, was planned, or is denied"))] : [];
  byId("unreal-rows").replaceChildren(...head, ...unreal.map((fact) => row(fact, state, pick)));
}

export function rowsOf() {
  return [...document.querySelectorAll("#table tr[data-id]")].map((one) => one.dataset.id);
}

function row(fact, state, pick) {
  const sources = fact.evidence.flatMap((piece, i) => [...(i ? ["; "] : []), link(piece.url, piece.label), ", ", bdi(piece.where)]);
  const choose = make("button", { type: "button", onclick: () => pick({ line: fact.line.index }) }, bdi(fact.relation));
  const cells = [[bdi(fact.when)], [bdi(fact.subject.label)], [choose], [bdi(fact.object.label)], [bdi(holdersOf(fact))], [notesOf(fact)], sources];
  return make("tr", { "data-id": fact.id, class: state.line === fact.line.index ? "chosen" : "" }, ...cells.map((content) => make("td", null, ...content)));
}
