// The path of a line: a cubic Bezier beside the spine of its pair, as kg/views/curves.py reckons it.

// Four control points from the centre of one end to that of the other. `spine` bends the pair's cable at a third and two
// thirds of the way, `lane` moves this line out of its middle, as far as the shapes at its ends reach.
export function pathOf(a, b, spine, lane, reachA, reachB) {
  const dx = b.x - a.x, dy = b.y - a.y, length = Math.hypot(dx, dy) || 1;
  const nx = -dy / length, ny = dx / length;
  const at = (t, off) => ({ x: a.x + dx * t + nx * off, y: a.y + dy * t + ny * off });
  return [at(0, clamp(lane, reachA)), at(1 / 3, spine[0] + lane), at(2 / 3, spine[1] + lane), at(1, clamp(lane, reachB))];
}

const clamp = (value, reach) => Math.max(-reach, Math.min(reach, value));

// What each of the four control points weighs at a parameter.
export function bernstein(t) {
  const u = 1 - t;
  return [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
}

export function pointOn([p, q, r, s], t) {
  const [a, b, c, d] = bernstein(t);
  return { x: a * p.x + b * q.x + c * r.x + d * s.x, y: a * p.y + b * q.y + c * r.y + d * s.y };
}

// Points evenly spread over the parameter, both ends included.
export function sampled(path, count) {
  return Array.from({ length: count }, (_, i) => pointOn(path, i / (count - 1)));
}

// How far a point lies from a path.
export function distanceTo(path, x, y) {
  const points = sampled(path, 25);
  return Math.min(...points.slice(1).map((end, i) => toSegment(points[i], end, x, y)));
}

function toSegment(a, b, x, y) {
  const dx = b.x - a.x, dy = b.y - a.y;
  const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
}
