// What lies within one or two steps of an entity; and who is strongest.

export function touches(fact, node) {
  return fact.subject === node || fact.object === node;
}

// Statements whose nearer end lies fewer than so many steps away from the entity.
export function within(facts, node, steps, endsOf) {
  let reached = new Set([node]);
  for (let step = 1; step < steps; step += 1) {
    const next = new Set(reached);
    for (const fact of facts) {
      const [a, b] = endsOf(fact);
      if (reached.has(a)) next.add(b);
      if (reached.has(b)) next.add(a);
    }
    reached = next;
  }
  return facts.filter((fact) => endsOf(fact).some((end) => reached.has(end)));
}

// Entities by number of statements, ties by id.
export function strongest(facts, endsOf) {
  const count = countEnds(facts, endsOf);
  return [...count.keys()].sort((a, b) => count.get(b) - count.get(a) || (a.id < b.id ? -1 : 1));
}

export function countEnds(facts, endsOf) {
  const count = new Map(), more = (node) => count.set(node, (count.get(node) ?? 0) + 1);
  for (const fact of facts) {
    const [a, b] = endsOf(fact);
    more(a);
    if (b !== a) more(b);
  }
  return count;
}

// So many lines as can be followed: the strongest of each entity first, then the strongest of all; ties by their order.
export function followed(facts, lineOf, most) {
  const count = new Map();
  for (const fact of facts) count.set(lineOf(fact), (count.get(lineOf(fact)) ?? 0) + 1);
  const order = [...count.keys()].sort((a, b) => count.get(b) - count.get(a) || a.index - b.index);
  const met = new Set();
  const first = order.filter(({ from, to }) => {
    const isNew = !met.has(from) || !met.has(to);
    met.add(from).add(to);
    return isNew;
  });
  return new Set([...new Set([...first, ...order])].slice(0, most));
}
