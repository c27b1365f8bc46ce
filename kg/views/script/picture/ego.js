// One entity's neighbourhood with places of its own: it stands in the middle, the others on ellipses around it.

import { strongest, touches, within } from "../model/nearby.js";

const MOST = [12, 24]; // neighbours on a narrow and on a wide screen
const NARROW = 600; // CSS px
const SIDE = 62, TOP = 30; // room for half a label at the rim

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
    ring.forEach((node, k) => {
      const turn = ((k + 0.5 + i / 2) / ring.length) * 2 * Math.PI;
      places.set(node, { x: Math.round(-Math.cos(turn) * radius.x * share), y: Math.round(-Math.sin(turn) * radius.y * share) });
    });
  });
  return places;
}

// Neighbours stand in the direction in which the whole picture has them; others follow.
function angleOf(node, centre, places) {
  const at = places.get(node), from = places.get(centre) ?? { x: 0, y: 0 };
  return at ? Math.atan2(at.y - from.y, at.x - from.x) : Math.PI + 1;
}
