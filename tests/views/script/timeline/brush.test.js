import { drawn, moved, outermost, resized, stepped } from "/script/timeline/brush.js";
import { readPeriod, writePeriod } from "/script/base/days.js";
import { equal } from "/script-tests/check.js";

const limits = readPeriod("2010/2019"), period = readPeriod("2013/2015");
const day = (text) => readPeriod(text)[0];
const text = (days) => writePeriod(...days);

export function a_drag_draws_all_the_years_it_touches_either_way() {
  equal(text(drawn(day("2013-05-04"), day("2015-02-01"), "year", limits)), "2013/2015");
  equal(text(drawn(day("2015-02-01"), day("2013-05-04"), "year", limits)), "2013/2015");
  equal(text(drawn(day("2013-05-04"), day("2013-05-09"), "year", limits)), "2013");
}

export function with_months_a_drag_draws_months() {
  equal(text(drawn(day("2013-05-04"), day("2014-12-31"), "month", limits)), "2013-05/2014-12");
  equal(text(drawn(day("2013-12-31"), day("2014-01-01"), "month", limits)), "2013-12/2014-01");
}

export function a_drag_ends_where_the_axis_ends() {
  equal(text(drawn(limits[0] - 900, limits[1] + 900, "year", limits)), "2010/2019");
}

export function an_edge_goes_to_the_nearest_begin_of_a_year() {
  equal(text(resized(period, "begin", day("2012-03-01"), "year")), "2012/2015");
  equal(text(resized(period, "begin", day("2012-11-01"), "year")), "2013/2015");
  equal(text(resized(period, "end", day("2017-11-01"), "year")), "2013/2017");
  equal(text(resized(period, "end", day("2017-03-20"), "month")), "2013-01/2017-03");
}

export function an_edge_stops_a_year_before_the_other() {
  equal(text(resized(period, "begin", day("2019-05-01"), "year")), "2015");
  equal(text(resized(period, "end", day("2010-05-01"), "year")), "2013");
  equal(text(resized(period, "end", day("2010-05-01"), "month")), "2013-01");
}

export function a_period_moves_as_a_whole_and_keeps_its_length() {
  equal(text(moved(period, 700, "year", limits)), "2015/2017");
  equal(text(moved(period, -150, "year", limits)), "2013/2015");
  equal(text(moved(readPeriod("2013-11/2014-02"), 61, "month", limits)), "2014-01/2014-04");
}

export function a_period_moves_no_further_than_the_axis() {
  equal(text(moved(period, 9000, "year", limits)), "2017/2019");
  equal(text(moved(period, -9000, "year", limits)), "2010/2012");
  equal(text(moved(readPeriod("2000/2030"), 400, "year", limits)), "2000/2030");
}

export function an_arrow_takes_an_edge_a_year_or_a_month() {
  equal(text(stepped(period, "begin", false, "year", limits)), "2012/2015");
  equal(text(stepped(period, "begin", true, "month", limits)), "2013-02/2015-12");
  equal(text(stepped(period, "end", true, "year", limits)), "2013/2016");
  equal(text(stepped(period, "end", false, "month", limits)), "2013-01/2015-11");
}

export function an_arrow_takes_an_edge_within_a_year_to_its_rim() {
  const within = readPeriod("2013-05/2015-08");
  equal(text(stepped(within, "begin", true, "year", limits)), "2014-01/2015-08");
  equal(text(stepped(within, "begin", false, "year", limits)), "2013-01/2015-08");
  equal(text(stepped(within, "end", false, "year", limits)), "2013-05/2014-12");
  equal(text(stepped(within, "end", true, "year", limits)), "2013-05/2015-12");
}

export function an_arrow_leads_neither_over_the_other_edge_nor_off_the_axis() {
  equal(text(stepped(readPeriod("2013"), "begin", true, "year", limits)), "2013");
  equal(text(stepped(readPeriod("2013"), "end", false, "year", limits)), "2013");
  equal(text(stepped(limits, "begin", false, "month", limits)), "2010/2019");
  equal(text(stepped(limits, "end", true, "month", limits)), "2010/2019");
}

export function home_and_end_take_an_edge_as_far_as_it_goes() {
  equal(text(outermost(period, "begin", true, "year", limits)), "2010/2015");
  equal(text(outermost(period, "begin", false, "year", limits)), "2015");
  equal(text(outermost(period, "end", true, "year", limits)), "2013/2019");
  equal(text(outermost(period, "end", false, "month", limits)), "2013-01");
}
