// The page's state as the address carries it: #era=...&compare=...&actor=...&as=...&certain=...&off=...

const PLAIN = ["era", "compare", "actor", "as"];

export function readAddress(hash) {
  const read = {};
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  for (const name of PLAIN) {
    if (fields.has(name)) read[name] = fields.get(name);
  }
  for (const name of ["certain", "unreal", "near"]) {
    if (fields.has(name)) read[name] = fields.get(name) === "true";
  }
  if (fields.has("off")) read.off = fields.get("off").split(",").filter(Boolean);
  if (fields.has("limit")) read.limit = Number(fields.get("limit")) || 0;
  return read;
}

// Only what differs from the page as it opens, but always the era: a link says what it shows.
export function writeAddress(now, opening) {
  const parts = [["era", now.era]];
  for (const name of ["compare", "actor", "as", "certain", "unreal", "near", "limit"]) {
    if (now[name] !== opening[name]) parts.push([name, String(now[name] ?? "")]);
  }
  if ([...now.off].sort().join() !== [...opening.off].sort().join()) parts.push(["off", [...now.off].sort().join(",")]);
  return "#" + parts.map(([name, value]) => name + "=" + encodeURIComponent(value).replaceAll("%2C", ",")).join("&");
}
