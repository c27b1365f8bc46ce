import { byLabel, compare, thousands } from "/script/base/order.js";
import { equal } from "/script-tests/check.js";

export function labels_are_sorted_without_regard_to_case_and_ties_keep_their_order() {
  const sorted = [{ label: "b" }, { label: "C" }, { label: "B", index: 1 }, { label: "a" }].sort(byLabel);
  equal(sorted.map((one) => one.label), ["a", "b", "B", "C"]);
  equal([compare(1, 2), compare("b", "a"), compare("a", "a")], [-1, 1, 0]);
}

export function thousands_are_set_apart() {
  equal([0, 999, 1000, 12345, 1234567].map(thousands), ["0", "999", "1,000", "12,345", "1,234,567"]);
}
