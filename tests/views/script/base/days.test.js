import { dateOf, dayOf, isoOf, readPeriod, writePeriod } from "/script/base/days.js";
import { equal } from "/script-tests/check.js";

export function days_are_counted_as_python_counts_them() {
  equal([dayOf(1, 1, 1), dayOf(1970, 1, 1), dayOf(2016, 7, 8), dayOf(9999, 12, 31)], [1, 719163, 736153, 3652059]);
}

export function a_day_is_read_back_as_the_date_it_was() {
  for (const date of [[1, 1, 1], [99, 12, 31], [1900, 2, 28], [2000, 2, 29], [2022, 5, 31]]) equal(dateOf(dayOf(...date)), date);
}

export function a_year_a_month_and_a_day_last_from_their_first_to_their_last_day() {
  equal(readPeriod("2016").map(isoOf), ["2016-01-01", "2016-12-31"]);
  equal(readPeriod("2016-02").map(isoOf), ["2016-02-01", "2016-02-29"]);
  equal(readPeriod("2016-07-08").map(isoOf), ["2016-07-08", "2016-07-08"]);
  equal(readPeriod("2013-05/2014").map(isoOf), ["2013-05-01", "2014-12-31"]);
  equal(readPeriod("2014-12/2014-12").map(isoOf), ["2014-12-01", "2014-12-31"]);
}

export function what_is_no_period_is_refused() {
  for (const text of ["", "2016-13", "2016-02-30", "2016-7", "16", "2016/2015", "2014/2015/2016", "2014/..", "0000", "x2016"]) equal([text, readPeriod(text)], [text, null]);
}

export function a_period_is_written_as_short_as_it_can_be() {
  for (const text of ["2016", "2013/2015", "2016-02", "2013-05/2014-06", "2016-07-08", "2016-07-08/2017-01-01", "0001/9999"]) equal(writePeriod(...readPeriod(text)), text);
  equal(writePeriod(...readPeriod("2016-01-01/2016-12-31")), "2016");
}
