import { isLit, onPaper, opacityOf } from "/script/picture/look.js";
import { equal } from "/script-tests/check.js";

const [a, b, c] = ["a", "b", "c"];
const line = (index, from, to) => ({ index, from, to, certain: true, change: "" });
const lines = [line(0, a, b), line(1, b, a), line(2, b, c)];
const lit = (focus) => lines.map((one) => isLit(one, { line: null, pair: null, actor: null, ...focus }));

export function a_line_a_pair_both_ways_or_all_lines_of_an_entity_stand_out() {
  equal([lit({ line: lines[1] }), lit({ pair: [b, a] }), lit({ actor: c })], [[false, true, false], [true, true, false], [false, false, true]]);
}

export function what_is_not_chosen_is_pale_and_what_both_eras_have_too() {
  const [chosen, all] = [{ pair: [a, b] }, {}];
  equal(lines.map((one) => opacityOf(one, chosen)), [1, 1, 0.15]);
  equal([opacityOf(lines[0], all), opacityOf({ ...lines[0], change: "kept" }, all), opacityOf({ ...lines[0], change: "kept" }, chosen)], [0.95, 0.28, 1]);
}

export function a_paler_colour_is_mixed_with_the_paper() {
  equal([onPaper("#000000", "#ffffff", 0.4), onPaper("#102030", "#ffffff", 1)], ["#999999", "#102030"]);
}
