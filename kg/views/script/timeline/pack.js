// Labels and spans in rows without overlap: first come, first placed. Pure: px in, px out.

const GAP = 8; // CSS px between two labels in a row

// Items have a mark from `left` to `right` and a label `label` px wide, which begins with the mark or, where the width ends,
// ends with it. Gives for each {row, left, right, before}, or null where no row has room.
export function packLabels(items, rows, width) {
  const taken = Array.from({ length: rows }, () => []);
  return items.map((item) => {
    for (const before of [false, true]) {
      const place = before ? [Math.min(item.left, item.right - item.label), item.right] : [item.left, Math.max(item.right, item.left + item.label)];
      if (place[0] < 0 || place[1] > width) continue;
      const row = taken.findIndex((others) => others.every(([left, right]) => place[1] + GAP <= left || right + GAP <= place[0]));
      if (row < 0) continue;
      taken[row].push(place);
      return { row, left: place[0], right: place[1], before };
    }
    return null;
  });
}

// The row of every span ([first day, last day]): the first where it meets no other.
export function packSpans(spans) {
  const taken = [];
  return spans.map(([start, end]) => {
    const free = taken.findIndex((others) => others.every(([from, to]) => end < from || to < start));
    const row = free < 0 ? taken.length : free;
    taken[row] = [...(taken[row] ?? []), [start, end]];
    return row;
  });
}
