// Two eras in one picture: which lines began, ended or were kept.

export function compared(now, before) {
  const then = new Map(before.lines.map((line) => [line.index, line]));
  const lines = now.lines.map((line) => ({ ...line, change: then.has(line.index) ? "kept" : "began" }));
  const here = new Set(now.lines.map((line) => line.index));
  const gone = before.lines.filter((line) => !here.has(line.index)).map((line) => ({ ...line, change: "ended" }));
  const all = [...lines, ...gone].sort((a, b) => a.index - b.index);
  const facts = [...new Set(all.flatMap((line) => line.facts))].sort((a, b) => a.index - b.index);
  return { ...now, lines: all, facts, nodes: new Set(all.flatMap((line) => [line.from, line.to])) };
}

export function changeCounts(lines) {
  const counts = { began: 0, ended: 0, kept: 0 };
  for (const line of lines) if (line.change) counts[line.change] += 1;
  return counts;
}
