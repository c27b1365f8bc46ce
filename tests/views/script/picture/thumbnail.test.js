import { FRAME, shrunk } from "/script/picture/thumbnail.js";
import { equal } from "/script-tests/check.js";

export function places_and_paths_fit_into_the_frame_and_keep_their_proportions() {
  const corners = [{ x: -500, y: 0 }, { x: 500, y: 0 }, { x: 500, y: 250 }];
  const { places, paths } = shrunk({ places: new Map(corners.map((one, i) => [i, one])), paths: new Map([[7, corners]]) }, [-500, 0, 500, 250]);
  const [a, b, c] = places.values();
  equal([a.x, b.x], [FRAME.edge, FRAME.width - FRAME.edge]);
  equal((c.y - b.y) / (b.x - a.x), 0.25);
  equal((b.y + c.y) / 2, FRAME.height / 2);
  equal(paths.get(7), [a, b, c]);
}

export function one_single_place_stands_in_the_middle() {
  const { places } = shrunk({ places: new Map([[0, { x: 9, y: 9 }]]), paths: new Map() }, [9, 9, 9, 9]);
  equal(places.get(0), { x: FRAME.width / 2, y: FRAME.height / 2 });
}
