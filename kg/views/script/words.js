// Sentences: what is said of a state, a line, a statement.

export function holdersOf(fact) {
  const names = fact.holders.map((person) => person.label);
  return (fact.undisputed ? ["undisputed", ...names] : names).join(", ");
}

export function notesOf(fact) {
  const notes = [fact.status];
  if (fact.negated) notes.push("denied: the holder says that it is not so");
  notes.push(fact.wording);
  if (fact.disputed) notes.push("disputed");
  if (fact.derived) notes.push("derived");
  return notes.join(", ");
}

export function signWords(fact) {
  return { 1: "friendly (+)", "-1": "unfriendly (\u2212)", 0: "neither (0)" }[fact.sign];
}

export function lineName(line) {
  return line.from.label + (line.directed ? " \u2192 " : " \u2013 ") + line.to.label;
}

export function lineFamily(line) {
  return line.family.label + (line.real ? "" : " (not so, or not yet)");
}

export function plural(count, one, many) {
  return count + " " + (count === 1 ? one : many ?? one + "s");
}

export function statusOf(view, state, span, before, changes) {
  const parts = [plural(view.nodes.size, "entity", "entities"), plural(view.lines.length, "line"), plural(view.facts.length, "statement")];
  let words = span.label + ": " + parts.join(", ");
  if (state.limit && view.known > state.limit) words += "; showing " + state.limit + " of " + view.known + ", ranked by number of statements";
  if (view.left) words += "; the strongest neighbours, " + view.left + " more are not shown";
  if (before) words += "; against " + before.label + ": " + changes.began + " began, " + changes.ended + " ended, " + changes.kept + " kept";
  if (state.certain) words += "; certain only";
  return words;
}

export function plainPassage(piece) {
  return piece.label + ", " + piece.where;
}
