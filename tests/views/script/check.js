// What a test of a module asks.

// The same value all the way down: key order counts for nothing in objects, and for everything in maps and sets.
export function equal(actual, expected) {
  const [found, wanted] = [written(actual), written(expected)];
  if (found !== wanted) throw new Error("found\n" + found + "\nexpected\n" + wanted);
}

// Throws unless the call does.
export function fails(call) {
  let returned;
  try { returned = call(); } catch { return; }
  throw new Error("found\n" + written(returned) + "\nexpected it to fail");
}

// A value as text, so that two different values never have the same text.
function written(value, indent = "\n") {
  const deeper = indent + "  ";
  const list = (open, items, close) => open + items.map((item) => deeper + item).join(",") + (items.length ? indent : "") + close;
  const each = (values) => [...values].map((one) => written(one, deeper));
  if (typeof value === "string") return JSON.stringify(value);
  if (Object.is(value, -0)) return "-0";
  if (value === null || !["object", "function"].includes(typeof value)) return String(value) + (typeof value === "bigint" ? "n" : "");
  if (Array.isArray(value)) return list("[", each(value), "]");
  if (value instanceof Set) return list("Set {", each(value), "}");
  if (value instanceof Map) return list("Map {", [...value].map(([key, one]) => written(key, deeper) + " => " + written(one, deeper)), "}");
  const kind = Object.getPrototypeOf(value);
  if (kind !== null && kind !== Object.prototype) throw new TypeError("can't compare a " + (kind.constructor?.name ?? "thing") + ": compare what it holds");
  return list("{", Object.keys(value).sort().map((key) => JSON.stringify(key) + ": " + written(value[key], deeper)), "}");
}
