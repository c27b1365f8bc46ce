// The page's state as the address carries it: #era=...&compare=...&actor=...&as=...&certain=...&off=...

const TEXTS = ["era", "during", "compare", "actor", "line", "pair", "as", "view", "order", "sort"];
const SWITCHES = ["certain", "lift"];
const NUMBERS = ["near", "limit"];

export function readAddress(hash) {
  const read = {};
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  for (const name of TEXTS) if (fields.has(name)) read[name] = fields.get(name);
  for (const name of SWITCHES) if (fields.has(name)) read[name] = fields.get(name) === "true";
  for (const name of NUMBERS) if (fields.has(name)) read[name] = Number(fields.get(name));
  if (fields.has("off")) read.off = new Set(fields.get("off").split(",").filter(Boolean));
  return read;
}

// Only what differs from the page as it opens, but always the era or period: a link says what it shows.
export function writeAddress(now, opening) {
  const parts = now.during ? [["during", now.during]] : [["era", now.era]];
  for (const name of [...TEXTS, ...SWITCHES, ...NUMBERS]) {
    if (!["era", "during"].includes(name) && now[name] !== opening[name]) parts.push([name, String(now[name])]);
  }
  const [off, before] = [now.off, opening.off].map((names) => [...names].sort().join());
  if (off !== before) parts.push(["off", off]);
  return "#" + parts.map(([name, value]) => name + "=" + encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/")).join("&");
}
