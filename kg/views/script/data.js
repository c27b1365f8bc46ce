// From columns to objects: the inverse of kg/views/encode.py.

const REAL = 1, NEGATED = 2, DISPUTED = 4;

export function decode(raw) {
  const text = (i) => raw.strings[i];
  const texts = (i) => raw.lists[i].map(text);
  const nodes = raw.nodes.id.map((id, i) => ({
    index: i, id: text(id), label: text(raw.nodes.label[i]), kind: raw.kinds[raw.nodes.kind[i]],
    names: texts(raw.nodes.names[i]), about: text(raw.nodes.about[i]),
  }));
  const lines = raw.lines.from.map((from, i) => ({
    index: i, from: nodes[from], to: nodes[raw.lines.to[i]], family: raw.families[raw.lines.family[i]],
    real: raw.lines.real[i] === 1, directed: raw.lines.directed[i] === 1,
  }));
  const people = raw.people.id.map((id, i) => ({ id, label: raw.people.label[i] }));
  const passages = raw.evidence.source.map((source, i) => ({
    label: raw.sources.label[source], url: raw.sources.url[source], where: text(raw.evidence.where[i]),
  }));
  const facts = raw.facts.id.map((id, i) => fact(raw, i, { text, texts, nodes, lines, people, passages }));
  const unreal = raw.families.find((family) => family.id === "unreal");
  return {
    title: raw.title, spans: raw.spans, opening: raw.open, kinds: raw.kinds, unreal, nodes, lines, facts, people,
    families: raw.families.filter((family) => family !== unreal),
  };
}

function fact(raw, i, { text, texts, nodes, lines, people, passages }) {
  const column = raw.facts, flags = column.flags[i];
  return {
    id: text(column.id[i]), index: i, subject: nodes[column.subject[i]], object: nodes[column.object[i]],
    relation: raw.relations.label[column.relation[i]], line: lines[column.line[i]], sign: column.sign[i],
    real: (flags & REAL) !== 0, negated: (flags & NEGATED) !== 0, disputed: (flags & DISPUTED) !== 0,
    possible: raw.lists[column.possible[i]], certain: raw.lists[column.certain[i]],
    holders: raw.lists[column.holders[i]].map((p) => people[p]), viewers: raw.lists[column.viewers[i]],
    undisputed: column.undisputed[i] === 1, when: text(column.when[i]), reports: texts(column.reports[i]),
    status: text(column.status[i]), wording: text(column.wording[i]), derived: text(column.derived[i]),
    event: text(column.event[i]), because: texts(column.because[i]), figures: texts(column.figures[i]),
    evidence: raw.lists[column.evidence[i]].map((e) => passages[e]),
  };
}
