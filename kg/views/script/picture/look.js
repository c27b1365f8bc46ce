// What a line or an entity looks like, as vis-network's properties: pure; colours come from kg/views/style.py.

const THEMES = {
  light: { ink: "#15191d", border: "#4a5560", paper: "#ffffff", accent: "#0b5cad" },
  dark: { ink: "#eef1f3", border: "#8d99a5", paper: "#14181c", accent: "#7db8f0" },
};

export function themeOf(dark) {
  return { name: dark ? "dark" : "light", ...THEMES[dark ? "dark" : "light"] };
}

export function familyLook(data, line) {
  return line.real ? line.family : { ...data.unreal, head: line.family.head || line.directed ? data.unreal.head : "" };
}

// Width by number of statements: doubling it adds a little less than half.
export function strokeOf(look, line) {
  const grown = look.width * (1 + 0.42 * Math.log2(line.facts.length));
  const thin = (line.certain ? 1 : 1.15) * (line.beside ? 0.6 : 1);
  const change = { began: 1.7, ended: 0.9, kept: 0.7 }[line.change] ?? 1;
  return Math.round(100 * Math.min(grown, 6) * thin * change) / 100;
}

// Whether a line belongs to what is chosen: a line, a pair both ways, or an entity.
export function isLit(line, { line: chosen, pair, actor }) {
  if (chosen) return chosen.index === line.index;
  return pair ? pair.includes(line.from) && pair.includes(line.to) : line.from === actor || line.to === actor;
}

export function opacityOf(line, focus) {
  if ((focus.line || focus.pair || focus.actor) && !isLit(line, focus)) return 0.15;
  if (focus.line || focus.pair) return 1;
  if (line.change === "kept") return 0.28;
  return line.certain ? 0.95 : 0.9;
}

// What only possibly holds is a double line: this part of its width, in the middle, is paper. Told apart in grey and on paper too.
export const HOLLOW = 0.4;
export const hollowOf = (line) => (line.certain ? 0 : HOLLOW);

// Any curved type will do: the path is ours (edges.js).
const SMOOTH = { enabled: true, type: "curvedCW", roundness: 0 };

export function edgeLook(data, line, theme, focus) {
  const look = familyLook(data, line);
  const color = look[theme.name];
  const dash = line.change === "ended" ? [1, 4] : look.dash;
  const head = line.directed ? look.head : "";
  return {
    hidden: false, smooth: SMOOTH, width: strokeOf(look, line), dashes: dash.length ? dash : false,
    color: { color, highlight: color, hover: color, inherit: false, opacity: opacityOf(line, focus) },
    arrows: { to: { enabled: head !== "", type: head || "arrow", scaleFactor: head === "bar" ? 0.75 : 0.6 } },
  };
}

export function nodeLook(node, theme, faint) {
  // Paler, and not to be looked through: no line shows behind a name.
  const part = faint ? 0.4 : 1, [fill, border, ink] = [node.kind[theme.name], theme.border, theme.ink].map((color) => onPaper(color, theme.paper, part));
  const lit = { background: fill, border: theme.accent };
  return {
    hidden: false, color: { background: fill, border, highlight: lit, hover: lit },
    font: { color: ink, face: "system-ui, sans-serif", strokeWidth: isInside(node) ? 0 : 3, strokeColor: theme.paper },
    margin: 5,
  };
}

// So much of a colour on the paper, both as "#rrggbb".
export function onPaper(color, paper, part) {
  const at = (text, i) => parseInt(text.slice(1 + 2 * i, 3 + 2 * i), 16);
  return "#" + [0, 1, 2].map((i) => Math.round(at(color, i) * part + at(paper, i) * (1 - part)).toString(16).padStart(2, "0")).join("");
}

// Labels that stand below their shape have a halo, those inside have none.
const isInside = (node) => ["box", "ellipse"].includes(node.kind.shape);

// Text of a node in world units at a zoom: never below 11 CSS px, and not much above its opening size when near.
export function fontSize(base, scale) {
  const large = base > 16, least = large ? 12 : 11.1, most = large ? 20 : 16;
  return Math.round(10 * Math.min(Math.max(base * scale, least), most) / scale) / 10;
}
