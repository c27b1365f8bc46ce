import { drawingOf } from "/script/picture/drawing.js";
import { themeOf } from "/script/picture/look.js";
import { equal } from "/script-tests/check.js";
import { era, world } from "/script-tests/small.js";
import { pictureOf } from "/script/picture/picture.js";

const plain = { as: "everybody", certain: false, lift: false, near: 0, limit: 0, view: "graph", actor: "", off: new Set() };
const LOOK = { likes: { dash: [], head: "arrow", width: 2, light: "#000001" }, hates: { dash: [8, 5], head: "vee", width: 2, light: "#000002" }, meets: { dash: [2, 3], head: "", width: 2, light: "#000003" } };

function drawn(said, more = {}) {
  const data = world(said);
  data.families.forEach((family, i) => Object.assign(family, Object.values(LOOK)[i]));
  for (const kind of data.kinds) Object.assign(kind, { shape: kind.id === "state" ? "box" : "diamond", light: "#eeeeee", font: 14 });
  data.nodes.forEach((node) => { node.lines = node.label; });
  const view = pictureOf(data, plain, era("one", 2001, 2003), null, null);
  const places = new Map(data.nodes.map((node, i) => [node, { x: 200 * i, y: 0 }]));
  const path = (line) => [0, 1, 2, 3].map((i) => ({ x: places.get(line.from).x + (i / 3) * (places.get(line.to).x - places.get(line.from).x), y: 0 }));
  const map = { places, paths: new Map(view.lines.map((line) => [line.index, path(line)])) };
  return drawingOf(data, view, map, { theme: themeOf(false), focus: { line: null, actor: null }, fontOf: () => 14, marks: true, ...more });
}
const all = ({ element }, selector) => [...element.querySelectorAll(selector)];

export function every_line_is_a_path_with_the_dash_and_the_colour_of_its_family() {
  const paths = all(drawn([["A", "likes", "B", 2001, 2001], ["A", "hates", "B", 2001, 2001], ["A", "meets", "B", 2001, 2001]]), "path.line");
  equal(paths.map((path) => [path.getAttribute("stroke"), path.getAttribute("stroke-dasharray")]), [["#000001", null], ["#000003", "2 3"], ["#000002", "8 5"]]);
}

export function a_head_stands_at_the_rim_of_the_end_and_turns_with_the_line() {
  const [head, back] = all(drawn([["A", "likes", "b", 2001, 2001], ["b", "likes", "A", 2001, 2001]]), "path.head").map((one) => one.getAttribute("transform"));
  const [x, y, turn] = head.match(/-?[\d.]+/g).map(Number);
  equal([Math.abs(x - 191) < 0.5, y, turn], [true, 0, 0]); // a diamond reaches 9 from its middle
  equal(Number(back.match(/-?[\d.]+/g)[2]), 180);
}

export function a_symmetric_line_has_no_head_and_a_disputed_one_has_its_mark() {
  const drawing = drawn([["A", "meets", "B", 2001, 2001, { disputed: true }]]);
  equal([all(drawing, ".head").length, all(drawing, ".mark text").map((one) => one.textContent)], [0, ["?"]]);
  equal(all(drawn([["A", "meets", "B", 2001, 2001, { disputed: true }]], { marks: false }), ".mark").length, 0);
}

export function a_name_in_lines_stays_text_and_none_is_drawn_where_there_is_no_room() {
  const label = "<script>x</script>";
  const drawing = drawn([[label, "likes", "A", 2001, 2001]]);
  equal(all(drawing, ".node text").map((one) => one.textContent).sort(), [label, "A"]);
  equal(drawing.element.querySelector("script"), null);
  equal(all(drawn([[label, "likes", "A", 2001, 2001]], { fontOf: () => 0 }), "text").length, 0);
}

export function the_box_is_that_of_all_that_is_drawn() {
  const { element, box } = drawn([["A", "likes", "b", 2001, 2001], ["A", "likes", "long name below its shape", 2001, 2001]]);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.append(element);
  document.body.append(svg);
  const { x, y, width, height } = element.getBBox();
  svg.remove();
  equal([box[0] - x, box[1] - y, box[2] - x - width, box[3] - y - height].filter((apart) => Math.abs(apart) > 1), []);
}
