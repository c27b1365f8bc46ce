// How large an entity is drawn: shape and label, in world units, as vis-network makes them.

const SYMBOL = 9, MARGIN = 6, LINE = 1.2;
const context = document.createElement("canvas").getContext("2d");
const widths = new Map();

// Half the width, and how far it reaches above and below its place, at a size of text.
export function boxOf(node, font) {
  const lines = node.lines.split("\n");
  const width = Math.max(...lines.map(widthOf)) * font, height = LINE * font * lines.length;
  if (node.kind.shape === "ellipse") return { half: (width + height) / 2, above: height, below: height };
  if (node.kind.shape === "box") return { half: width / 2 + MARGIN, above: height / 2 + MARGIN, below: height / 2 + MARGIN };
  return { half: Math.max(width / 2, SYMBOL), above: SYMBOL + 2, below: SYMBOL + 4 + height };
}

// In em, of the font that the picture is drawn with.
export function widthOf(text) {
  if (!widths.has(text)) {
    context.font = "100px system-ui, sans-serif";
    widths.set(text, context.measureText(text).width / 100);
  }
  return widths.get(text);
}
