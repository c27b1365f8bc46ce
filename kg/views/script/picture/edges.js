// vis-network draws a line along our path: the script it comes with is pinned (kg/views/assets.py), so these are its names.

import { distanceTo, pointOn } from "./curve.js";

// Gives an edge of the network its path, and the part of its width that is left open, in the colour of the paper.
export function usePath(edge, path, hollow, paper) {
  const type = edge.edgeType;
  Object.assign(type, { path, hollow, paper });
  if (type.drawsPath) return;
  type.drawsPath = true;
  type.getViaNode = () => null;
  type.getPoint = (t) => pointOn(type.path, t);
  type._line = (context) => {
    const [start, one, two, end] = type.path;
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.bezierCurveTo(one.x, one.y, two.x, two.y, end.x, end.y);
    context.stroke();
    if (type.hollow) strokeInside(context, type);
  };
  type._getDistanceToEdge = (x1, y1, x2, y2, x, y) => distanceTo(type.path, x, y);
}

function strokeInside(context, { hollow, paper }) {
  context.save();
  context.lineWidth *= hollow;
  context.strokeStyle = paper;
  context.shadowColor = "transparent";
  context.setLineDash([]);
  context.stroke();
  context.restore();
}
