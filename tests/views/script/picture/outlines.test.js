import { halfSize, outline, rim } from "/script/picture/outlines.js";
import { equal } from "/script-tests/check.js";

const kind = (shape) => ({ shape });
const rounded = (value) => Math.round(1000 * value) / 1000;

export function a_label_makes_its_box_as_large_as_itself_with_a_margin() {
  equal(halfSize(kind("box"), { width: 80, height: 20 }, 9), { x: 45, y: 15 });
  equal(halfSize(kind("ellipse"), { width: 80, height: 20 }, 9), { x: 50, y: 20 });
  equal(halfSize(kind("diamond"), { width: 80, height: 20 }, 9), { x: 9, y: 9 });
}

export function the_rim_lies_where_the_shape_ends() {
  const half = { x: 40, y: 10 };
  equal([0, Math.PI / 2, Math.PI].map((angle) => rounded(rim(kind("box"), half, angle))), [40, 10, 40]);
  equal([0, Math.PI / 2, -Math.PI / 2].map((angle) => rounded(rim(kind("ellipse"), half, angle))), [40, 10, 10]);
  const angle = 0.3, far = rim(kind("ellipse"), half, angle), x = far * Math.cos(angle), y = far * Math.sin(angle);
  equal(rounded((x / 40) ** 2 + (y / 10) ** 2), 1);
}

// A browser measures the path: every shape is drawn within the square that the picture gives it, but for pointed ones that reach a little further.
export function every_shape_has_the_size_that_is_asked_for() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.append(path);
  document.body.append(svg);
  const sizes = ["box", "ellipse", "dot", "diamond", "square", "hexagon", "star", "triangle", "triangleDown"].map((shape) => {
    path.setAttribute("d", outline(kind(shape), { x: 10, y: 10 }));
    const { x, y, width, height } = path.getBBox();
    return [shape, [x, y, x + width, y + height].map((value) => Math.round(value))];
  });
  svg.remove();
  equal(Object.fromEntries(sizes), {
    box: [-10, -10, 10, 10], ellipse: [-10, -10, 10, 10], dot: [-10, -10, 10, 10], diamond: [-10, -10, 10, 10], square: [-10, -10, 10, 10],
    hexagon: [-10, -9, 10, 9], star: [-10, -10, 10, 9], triangle: [-11, -10, 12, 10], triangleDown: [-11, -10, 12, 10],
  });
}
