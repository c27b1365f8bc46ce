import { eraAfter } from "/script/timeline/play.js";
import { equal } from "/script-tests/check.js";

const spans = ["first", "second", "third"].map((id) => ({ id }));
const data = { groups: [{ spans }, { spans: [{ id: "alone" }] }] };
const after = (era, compare = "") => eraAfter(data, { era, compare })?.id ?? null;

export function after_an_era_comes_the_next_of_its_periodisation_and_after_the_last_none() {
  equal(["first", "second", "third", "alone"].map((era) => after(era)), ["second", "third", null, null]);
}

export function the_compared_era_is_passed_over() {
  equal([after("first", "second"), after("second", "third")], ["third", null]);
}
