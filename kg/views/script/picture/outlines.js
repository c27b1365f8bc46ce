// Shapes of entities as SVG paths around 0,0, of the size that vis-network gives them; and how far their rim is from the middle.

export const SIZE = 9; // half a symbol, as the network's options have it
const margin = (text) => Math.min(5, 0.27 * text.height); // of a label in its box
const ROUND = 6;

export const isInside = (kind) => ["box", "ellipse"].includes(kind.shape);

// Half the width and height of a shape; `text` is the size of the label that stands in a box or an ellipse.
export function halfSize(kind, text, size) {
  if (!text || !isInside(kind)) return { x: size, y: kind.shape === "box" || kind.shape === "ellipse" ? size * 0.7 : size };
  return kind.shape === "box" ? { x: text.width / 2 + margin(text), y: text.height / 2 + margin(text) } : { x: (text.width + text.height) / 2, y: text.height };
}

// From the middle to the rim in a direction: exact for an ellipse and a box, the square around it for a symbol.
export function rim(kind, { x, y }, angle) {
  const across = Math.abs(Math.cos(angle)), down = Math.abs(Math.sin(angle));
  if (kind.shape === "ellipse" || kind.shape === "dot") return (x * y) / Math.hypot(y * across, x * down);
  return Math.min(x / (across || 1e-9), y / (down || 1e-9));
}

export function outline(kind, half) {
  return (OUTLINES[kind.shape] ?? OUTLINES.dot)(half.x, half.y);
}

const closed = (points) => "M" + points.map(([x, y]) => fixed(x) + " " + fixed(y)).join("L") + "Z";
export const fixed = (value) => String(Math.round(100 * value) / 100);
const round = (x, y) => "M" + fixed(-x) + " 0A" + fixed(x) + " " + fixed(y) + " 0 1 1 " + fixed(x) + " 0A" + fixed(x) + " " + fixed(y) + " 0 1 1 " + fixed(-x) + " 0Z";
const corners = (count, radius) => Array.from({ length: count }, (_, i) => {
  const turn = (2 * Math.PI * i) / count;
  return [radius(i) * Math.cos(turn), radius(i) * Math.sin(turn)];
});

const OUTLINES = {
  box: (x, y) => {
    const r = Math.min(ROUND, x, y), arc = "a" + r + " " + r + " 0 0 1 ";
    return "M" + fixed(r - x) + " " + fixed(-y) + "H" + fixed(x - r) + arc + r + " " + r + "V" + fixed(y - r) + arc + -r + " " + r +
      "H" + fixed(r - x) + arc + -r + " " + -r + "V" + fixed(r - y) + arc + r + " " + -r + "Z";
  },
  ellipse: round,
  dot: round,
  diamond: (x, y) => closed([[0, y], [x, 0], [0, -y], [-x, 0]]),
  square: (x, y) => closed([[-x, -y], [x, -y], [x, y], [-x, y]]),
  hexagon: (x) => closed(corners(6, () => x)),
  star: (x) => closed(corners(10, (i) => x * 0.82 * (i % 2 ? 0.5 : 1.3)).map(([a, b]) => [b, 0.08 * x - a])),
  triangle: (x) => closed(pointed(x)),
  triangleDown: (x) => closed(pointed(x).map(([a, b]) => [a, -b])),
};

function pointed(size) {
  const side = 1.15 * size, low = 0.275 * side + side / Math.sqrt(3);
  return [[0, low - side * Math.sqrt(3)], [side, low], [-side, low]];
}
