// One entity's neighbourhood on a narrow screen: it stands in the middle, the others left and right of it.

const MOST = 12;

// Places in CSS px around 0,0 for the entity and its strongest neighbours over all eras: the same in every era.
export function egoPlaces(centre, neighbours, graphPlaces, width, height) {
  const chosen = neighbours.slice(0, MOST);
  const x = (node) => graphPlaces[node.index].x, y = (node) => graphPlaces[node.index].y;
  const byX = [...chosen].sort((a, b) => x(a) - x(b) || a.index - b.index);
  const half = Math.ceil(byX.length / 2);
  const places = new Map([[centre.index, { x: 0, y: 0 }]]);
  for (const [side, column] of [[-1, byX.slice(0, half)], [1, byX.slice(half)]]) {
    column.sort((a, b) => y(a) - y(b) || a.index - b.index);
    const step = Math.min(84, (height - 50) / Math.max(column.length, 1));
    const tallest = Math.max(((column.length - 1) / 2) * step, 1) * 1.2;
    column.forEach((node, row) => {
      const down = (row - (column.length - 1) / 2) * step;
      const out = (width / 2 - 62) * Math.sqrt(1 - (down / tallest) ** 2);
      places.set(node.index, { x: Math.round(side * Math.max(out, 64)), y: Math.round(down) });
    });
  }
  return places;
}

// Lines between the same two entities fan out evenly: a signed roundness for each, by the line's index.
export function egoCurves(lines) {
  const pairs = new Map();
  for (const line of lines) {
    const pair = [line.from.index, line.to.index].sort((a, b) => a - b).join();
    pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
  }
  const curves = new Map();
  for (const group of pairs.values()) {
    group.forEach((line, i) => {
      const spread = Math.round((i - (group.length - 1) / 2) * 16) / 100;
      curves.set(line.index, line.from.index < line.to.index ? spread : -spread);
    });
  }
  return curves;
}
