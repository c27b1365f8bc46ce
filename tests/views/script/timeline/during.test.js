import { faultOf } from "/script/timeline/during.js";
import { equal } from "/script-tests/check.js";

export function what_is_a_period_has_no_fault() {
  equal(["2014", "2014-03", "2014-03-27", "2013-05/2014", "2014-03\u20132016-06", "2014 to 2016"].map(faultOf), ["", "", "", "", "", ""]);
}

export function what_is_none_is_told_how_to_be_one() {
  const words = ". Write 2014, 2014-03, 2014-03-27, or two of them with a / between.";
  const wrong = ["2013-5", "2014-02-30", "2013/2014/2015", "soon/2014", "/"];
  equal(wrong.map(faultOf), wrong.map((text) => "No period: " + text + words));
}

export function two_times_the_wrong_way_round_are_told_so() {
  equal(faultOf("2014/2013-05"), "The end lies before the begin: 2014/2013-05");
}
