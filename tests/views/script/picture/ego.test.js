import { egoPlaces } from "/script/picture/ego.js";
import { equal } from "/script-tests/check.js";
import { world } from "/script-tests/small.js";

const PHONE = { width: 390, height: 480 };
const placesAmong = (count, steps = 1, size = PHONE) => {
  const data = world(Array.from({ length: count }, (_, i) => ["Centre", "likes", "State" + String(i).padStart(2, "0"), 2001, 2003]));
  return [...egoPlaces(data.facts, (fact) => [fact.subject, fact.object], data.node.get("Centre"), steps, new Map(), size)];
};

export function the_centre_stands_in_the_middle_and_one_neighbour_beside_it() {
  equal(placesAmong(1).map(([node, place]) => [node.id, place]), [["Centre", { x: 0, y: 0 }], ["State00", { x: 133, y: 0 }]]);
}

export function on_a_phone_twelve_neighbours_have_room_for_a_name_each() {
  const places = placesAmong(12).map(([, place]) => place);
  const near = places.flatMap((a, i) => places.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 100 && Math.abs(a.y - b.y) < 34));
  equal([places.length, near], [13, []]);
}

export function of_more_neighbours_than_a_phone_has_room_for_the_strongest_are_placed() {
  equal(placesAmong(40).length, 13);
}
