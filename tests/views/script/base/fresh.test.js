import { shownBy } from "/script/base/fresh.js";
import { equal } from "/script-tests/check.js";

const state = { era: "one", actor: "", line: "", pair: "", near: 0, off: new Set(["b", "a"]) };
const same = (change) => shownBy({ ...state, ...change }) === shownBy(state);

export function what_is_chosen_draws_nothing_anew() {
  equal([same({ line: "x" }), same({ pair: "x" }), same({ actor: "x" }), same({ off: new Set(["a", "b"]) })], [true, true, true, true]);
}

export function another_time_filter_or_neighbourhood_does() {
  equal([same({ era: "two" }), same({ off: new Set(["a"]) }), same({ near: 1, actor: "x" })], [false, false, false]);
  equal(shownBy({ ...state, near: 1, actor: "x" }) === shownBy({ ...state, near: 1, actor: "y" }), false);
}
