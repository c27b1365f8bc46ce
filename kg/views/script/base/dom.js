// Elements made without markup: text is only ever text.

export const byId = (id) => document.getElementById(id);

export function make(tag, fields, ...children) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = tag; // the default would send a form
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// Text from the data, kept apart from the direction of what surrounds it.
export const bdi = (text) => make("bdi", null, text);

export function link(url, label) {
  return /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noopener noreferrer" }, bdi(label)) : bdi(label);
}

export function options(select, pairs, chosen) {
  select.replaceChildren(...pairs.map(([value, label]) => make("option", { value }, label)));
  select.value = chosen;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, fields, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(fields)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const HEADS = {
  arrow: "M32 2L42 7L32 12Z", triangle: "M32 2L42 7L32 12Z", vee: "M31 2L42 7L31 12L34 7Z", bar: "M39 1L39 13",
  circle: "M34 7A4 4 0 1 1 42 7A4 4 0 1 1 34 7Z", inv_curve: "M36 2A5 5 0 0 0 36 12",
};

// A line of a family as the picture draws it: dash and head too, for the legend; `core` is the width of the paper in a double line.
export function sample(look, color, core = 0, paper = "") {
  const parts = [svg("path", { d: "M1 7H" + (look.head ? 36 : 43), stroke: color, "stroke-width": Math.max(look.width, 1.3), "stroke-dasharray": look.dash.join(" ") || "none" })];
  if (core) parts.push(svg("path", { d: "M1 7H" + (look.head ? 32 : 43), stroke: paper, "stroke-width": core }));
  if (look.head) {
    const open = look.head === "inv_curve" || look.head === "bar";
    parts.push(svg("path", { d: HEADS[look.head], stroke: color, "stroke-width": 1.8, fill: open ? "none" : color }));
  }
  return svg("svg", { width: 44, height: 14, viewBox: "0 0 44 14", "aria-hidden": "true" }, ...parts);
}

const SHAPES = {
  box: "M1 4H17V14H1Z", ellipse: "M1 9A8 5 0 1 1 17 9A8 5 0 1 1 1 9Z", diamond: "M9 2L16 9L9 16L2 9Z", triangle: "M9 2L17 15H1Z",
  dot: "M3 9A6 6 0 1 1 15 9A6 6 0 1 1 3 9Z", square: "M3 3H15V15H3Z", hexagon: "M1 9L5 3H13L17 9L13 15H5Z",
  star: "M9 1L11 7H17L12 11L14 17L9 13L4 17L6 11L1 7H7Z", triangleDown: "M1 3H17L9 16Z",
};

export function shape(kind, theme) {
  return svg("svg", { width: 18, height: 18, viewBox: "0 0 18 18", "aria-hidden": "true" },
    svg("path", { d: SHAPES[kind.shape], fill: kind[theme.name], stroke: theme.border }));
}
