// Marks on lines: "?" where a statement is disputed; + and - where a comparison finds a line begun or ended.

export function drawMarks(canvas, context) {
  if (!canvas.drawn) return;
  for (const line of canvas.drawn.lines) {
    const text = markOf(line);
    if (text && opacityOf(line, canvas.focus) > 0.2) badge(context, canvas, middleOf(canvas.places[line.from.index], canvas.places[line.to.index], canvas.curves[line.index]), line, text);
  }
}

export function markOf(line) {
  if (line.change === "began") return "+";
  if (line.change === "ended") return "\u2212";
  return line.disputed ? "?" : "";
}

function badge(context, canvas, place, line, text) {
  const size = Math.max(11.5, 12 * canvas.scale) / canvas.scale;
  const colour = line.real ? line.family[canvas.theme.name] : canvas.theme.border;
  context.save();
  context.beginPath();
  context.arc(place.x, place.y, size * 0.62, 0, 2 * Math.PI);
  context.fillStyle = canvas.theme.paper;
  context.fill();
  context.lineWidth = 1 / canvas.scale;
  context.strokeStyle = colour;
  context.stroke();
  context.fillStyle = colour;
  context.font = "600 " + size + "px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, place.x, place.y + size * 0.05);
  context.restore();
}
