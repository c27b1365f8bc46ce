import { dayOf } from "/script/base/days.js";
import { anytime, countIn, fullest, totalOf, yearly } from "/script/timeline/yearly.js";
import { equal } from "/script-tests/check.js";

const exact = (from, to) => ({ earliestBegin: from, latestBegin: from, earliestEnd: to, latestEnd: to });
const years = (from, to) => exact(dayOf(from, 1, 1), dayOf(to, 12, 31));
const fact = (bounds, sign = 0) => ({ bounds, sign });

export function a_statement_counts_in_every_year_of_which_it_holds_a_day() {
  const facts = [fact(exact(dayOf(2013, 12, 31), dayOf(2015, 1, 1)), 1), fact(years(2014, 2014), -1), fact(years(2014, 2016))];
  equal(yearly(facts, [2013, 2016], false), { friendly: [1, 1, 1, 0], unfriendly: [0, 1, 0, 0], neither: [0, 1, 1, 1] });
}

export function what_reaches_out_of_the_years_counts_within_them_and_what_lies_outside_not_at_all() {
  const facts = [fact(years(1990, 2030)), fact(years(1990, 2012)), fact(years(2017, 2030)), fact(exact(1, 3652059))];
  equal(yearly(facts, [2013, 2016], false).neither, [2, 2, 2, 2]);
}

export function certain_counts_only_what_certainly_held_in_the_year() {
  const sometime = { earliestBegin: dayOf(2014, 1, 1), latestBegin: dayOf(2014, 12, 31), earliestEnd: dayOf(2014, 1, 1), latestEnd: dayOf(2014, 12, 31) };
  const vague = { earliestBegin: dayOf(2013, 1, 1), latestBegin: dayOf(2015, 12, 31), earliestEnd: dayOf(2013, 1, 1), latestEnd: dayOf(2015, 12, 31) };
  const rimmed = { earliestBegin: dayOf(2013, 1, 1), latestBegin: dayOf(2014, 6, 1), earliestEnd: dayOf(2015, 6, 1), latestEnd: dayOf(2016, 12, 31) };
  const facts = [sometime, vague, rimmed].map((bounds) => fact(bounds));
  equal(yearly(facts, [2013, 2016], true).neither, [0, 2, 1, 0]);
  equal(yearly(facts, [2013, 2016], false).neither, [2, 3, 2, 1]);
}

export function the_fullest_year_is_the_first_of_those_with_most() {
  const counts = { friendly: [1, 2, 0], unfriendly: [0, 1, 2], neither: [0, 0, 1] };
  equal([0, 1, 2].map((i) => totalOf(counts, i)), [1, 3, 3]);
  equal(fullest(counts), 1);
}

export function a_period_counts_every_statement_once() {
  const facts = [fact(years(2013, 2016)), fact(years(2014, 2014)), fact(years(2016, 2016))], days = [dayOf(2014, 1, 1), dayOf(2015, 12, 31)];
  equal(countIn(facts, { outer: days, inner: days }, false), 2);
}

export function filters_count_and_time_does_not() {
  const kind = { id: "state" }, ends = { subject: { kind }, object: { kind }, relation: { id: "aids" }, wording: "plain", viewers: [] };
  const one = (id, more) => ({ ...ends, id, real: true, status: "actual", family: { id: "friendly" }, uncontested: true, ...more });
  const data = {
    people: [{ id: "kim" }],
    facts: [one("kept"), one("planned", { real: false }), one("off", { family: { id: "votes" } }), one("contested", { uncontested: false }), one("kims", { uncontested: false, viewers: [0] })],
  };
  const passed = (as) => anytime(data, { as, off: new Set(["votes"]) }).map((fact) => fact.id);
  equal(passed("everybody"), ["kept", "contested", "kims"]);
  equal(passed("undisputed"), ["kept"]);
  equal(passed("kim"), ["kept", "kims"]);
}
