import { axisOf, placeOf, ticksOf, yearsOf } from "/script/timeline/axis.js";
import { dayOf } from "/script/base/days.js";
import { equal } from "/script-tests/check.js";

const EVER = 1, NEVER = 3652059;
const span = (from, to) => ({ outer: [from, to], inner: [from, to] });
const group = (...spans) => ({ spans });
const dataOf = (groups, facts = []) => ({ groups, spans: groups.flatMap((one) => one.spans), facts });
const years = (from, to) => span(dayOf(from, 1, 1), dayOf(to, 12, 31));

export function the_years_are_those_of_the_first_group_and_of_the_chosen_one() {
  const first = group(years(2013, 2015), years(2016, 2018)), earlier = group(years(1990, 2001)), unasked = group(years(1900, 1910));
  const data = dataOf([first, earlier, unasked]);
  equal(yearsOf(data, first), [2013, 2018]);
  equal(yearsOf(data, earlier), [1990, 2018]);
}

export function an_open_end_is_as_far_as_another_era_goes() {
  const closed = group(years(1985, 1999)), open = group(span(EVER, dayOf(1990, 6, 1)), span(dayOf(1990, 6, 2), NEVER));
  equal(yearsOf(dataOf([open, closed]), open), [1985, 1999]);
}

export function where_all_ends_are_open_the_statements_say_how_far() {
  const open = group(span(EVER, NEVER));
  const bounds = { earliestBegin: dayOf(2003, 2, 1), latestBegin: NEVER, earliestEnd: EVER, latestEnd: dayOf(2001, 2, 1) };
  equal(yearsOf(dataOf([open], [{ bounds }]), open), [2001, 2003]);
  equal(yearsOf(dataOf([open]), open), [1, 9999]);
}

export function a_day_has_its_place_and_a_place_its_day() {
  const axis = axisOf([2014, 2017], 1461);
  equal([dayOf(2014, 1, 1), dayOf(2014, 1, 2), dayOf(2018, 1, 1)].map(axis.at), [0, 1, 1461]);
  equal([0, 0.9, 365, 1460.5].map(axis.dayAt), [dayOf(2014, 1, 1), dayOf(2014, 1, 1), dayOf(2015, 1, 1), dayOf(2017, 12, 31)]);
}

export function places_beyond_the_ends_are_the_ends() {
  const axis = axisOf([2014, 2017], 1461);
  equal([dayOf(1990, 1, 1), dayOf(2030, 1, 1)].map(axis.at), [0, 1461]);
  equal([-40, 5000].map(axis.dayAt), [dayOf(2014, 1, 1), dayOf(2018, 1, 1)]);
}

export function a_span_reaches_to_the_end_of_its_last_day_and_one_outside_has_no_place() {
  const axis = axisOf([2014, 2017], 1461);
  equal(placeOf(axis, [dayOf(2014, 1, 3), dayOf(2014, 1, 3)]), [2, 3]);
  equal(placeOf(axis, [EVER, NEVER]), [0, 1461]);
  equal([[dayOf(2013, 1, 1), dayOf(2013, 12, 31)], [dayOf(2018, 1, 1), NEVER], [dayOf(2015, 2, 2), dayOf(2015, 2, 1)]].map((one) => placeOf(axis, one)), [null, null, null]);
}

export function a_short_axis_snaps_to_months_and_a_longer_one_to_years() {
  equal([[2014, 2014], [2014, 2016], [2014, 2017]].map((one) => axisOf(one, 800).unit), ["month", "month", "year"]);
}

export function years_are_written_as_far_apart_as_they_need() {
  const written = (first, last, width) => ticksOf(axisOf([first, last], width)).map((tick) => tick.year);
  equal(written(2014, 2017, 800), [2014, 2015, 2016, 2017]);
  equal(written(1990, 2022, 340), [1990, 1995, 2000, 2005, 2010, 2015, 2020]);
  equal(written(1001, 2000, 500), [1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000]);
}
