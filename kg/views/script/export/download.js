// Gives the reader a file, made in the page: nothing leaves the machine.

import { make } from "../base/dom.js";

export function download(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// Named for the period that is shown, the one that it is compared with, and the way to look.
export function fileName({ during, era, compare, view }, ending) {
  const time = [during || era, ...(compare ? ["against", compare] : [])];
  const parts = { graph: time, table: time, matrix: [...time, "matrix"], eras: ["all-eras"] }[view];
  return ["comity", ...parts].join("-").replace(/\W+/g, "-") + "." + ending;
}
