// One entity's neighbourhood with places of its own: it stands in the middle, the others on ellipses around it.

import { strongest, touches, within } from "../model/nearby.js";

const MOST = [12, 24]; // neighbours on a narrow and on a wide screen
const NARROW = 600; // CSS px
const SIDE = 62, TOP = 30; // room for half a label at the rim
const WIDE = 110, HIGH = 40; // the room of an entity, in CSS px
const STEPS = 360; // corners of the polygon that stands for an ellipse

// Places in CSS px around 0,0 for the entity and the strongest of those around it in `facts`: of all times, so that nobody moves between eras.
export function egoPlaces(facts, endsOf, centre, steps, graphPlaces, { width, height }) {
  const near = strongest(within(facts, centre, steps, endsOf), endsOf).filter((node) => node !== centre);
  const own = new Set(facts.filter((fact) => touches(fact, centre)).flatMap(endsOf));
  const most = MOST[width < NARROW ? 0 : 1];
  const rings = [near.filter((node) => own.has(node)).slice(0, most), near.filter((node) => !own.has(node)).slice(0, most)];
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const radius = { x: width / 2 - SIDE, y: height / 2 - TOP };
  rings.filter((ring) => ring.length).forEach((ring, i, all) => {
    const share = (i + 1) / all.length;
    ring.sort((a, b) => angleOf(a, centre, graphPlaces) - angleOf(b, centre, graphPlaces) || a.index - b.index);
    const around = evenly({ x: radius.x * share, y: radius.y * share }, ring.map((_, k) => (k + 0.5 + i / 2) / ring.length));
    ring.forEach((node, k) => places.set(node, around[k]));
  });
  return places;
}

// Points at parts of the way around an ellipse, from its left end by the top. The way is measured in rooms of an entity, which is wide
// and low: where the ellipse is flat fewer stand than where it is steep.
function evenly({ x, y }, parts) {
  const corners = Array.from({ length: STEPS + 1 }, (_, i) => 2 * Math.PI * i / STEPS).map((turn) => ({ x: -Math.cos(turn) * x, y: -Math.sin(turn) * y }));
  const way = [0];
  for (let i = 1; i <= STEPS; i += 1) way.push(way[i - 1] + Math.hypot((corners[i].x - corners[i - 1].x) / WIDE, (corners[i].y - corners[i - 1].y) / HIGH));
  return parts.map((part) => {
    const at = corners[way.findIndex((gone) => gone > (part % 1) * way[STEPS] - 1e-6)];
    return { x: Math.round(at.x), y: Math.round(at.y) + 0 }; // + 0: never -0
  });
}

// Neighbours stand in the direction in which the whole picture has them; others follow.
function angleOf(node, centre, places) {
  const at = places.get(node), from = places.get(centre) ?? { x: 0, y: 0 };
  return at ? Math.atan2(at.y - from.y, at.x - from.x) : Math.PI + 1;
}
