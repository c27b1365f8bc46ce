"""Our reading of dates held against the `edtf` package's, and against any text at all."""

from __future__ import annotations

from datetime import date
from time import struct_time

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import DateError
from kg.model.bounds import bounds
from kg.model.edtf import extent, sub_year
from kg.model.period import Period
from tests.model.build import four
from tests.model.enumeration import ENUMERATED

YEARS = st.integers(1, 9999).map("{:04}".format)
MONTHS = st.tuples(YEARS, st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02}")
DAYS = st.dates().map(date.isoformat)
PLAIN = YEARS | MONTHS | DAYS
HEDGES = st.sampled_from(["", "~", "?", "%"])
GAPS = (
    st.integers(1, 999).map("{:03}X".format)
    | st.integers(1, 99).map("{:02}XX".format)
    | YEARS.map("{}-XX".format)
    | YEARS.map("{}-XX-XX".format)
    | MONTHS.map("{}-XX".format)
)
SUB_YEARS = st.tuples(YEARS, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41])).map(lambda p: f"{p[0]}-{p[1]}")


def forwards(pair: tuple[str, str]) -> tuple[str, str]:
    first, second = sorted(pair, key=lambda text: extent(text).first)
    return first, second


def joined(parts: tuple[str, ...]) -> str:
    return "".join(parts)


HEDGED = st.tuples(PLAIN, HEDGES).map(joined)
CLOSED = st.tuples(st.tuples(PLAIN, PLAIN).map(forwards), HEDGES, HEDGES).map(lambda p: f"{p[0][0]}{p[1]}/{p[0][1]}{p[2]}")
OPEN = st.tuples(HEDGED, st.sampled_from(["{}/..", "{}/", "../{}", "/{}"])).map(lambda p: p[1].format(p[0]))
RANGES = st.one_of(*(st.tuples(dates, dates).map(forwards).map("..".join) for dates in (YEARS, MONTHS, DAYS)))
SETS = RANGES.map("[{}]".format) | st.lists(HEDGED, min_size=2, max_size=4).map(",".join).map("[{}]".format)
OPEN_SETS = st.tuples(PLAIN, st.sampled_from(["[{}..]", "[..{}]"])).map(lambda p: p[1].format(p[0]))
ADMITTED = st.one_of(HEDGED, st.tuples(GAPS, HEDGES).map(joined), SUB_YEARS, CLOSED, OPEN, SETS, OPEN_SETS)
JUDGED = settings(ENUMERATED, max_examples=120)  # the judge needs 10 ms a date
MARKS = st.text(alphabet="0129-X/~?%[].,T ２", max_size=14)


@JUDGED
@given(ADMITTED)
def test_what_we_admit_is_edtf(text: str) -> None:
    bounds(text)
    parse_edtf(text)


@JUDGED
@given(ADMITTED | MARKS | st.text(max_size=12))
def test_any_text_has_four_days_in_order_or_is_refused(text: str) -> None:
    try:
        span = bounds(text)
    except DateError:
        return
    assert span.earliest_begin <= span.latest_begin <= span.latest_end
    assert span.earliest_begin <= span.earliest_end <= span.latest_end


@JUDGED
@given(ADMITTED | MARKS | st.text(max_size=12))
def test_any_text_is_a_period_or_is_refused(text: str) -> None:
    try:
        asked = Period.parse(text)
    except DateError:
        return
    span = bounds(text)
    assert (asked.start, asked.end) == (span.earliest_begin, span.latest_end)


def as_day(moment: struct_time) -> date:
    return date(*moment[:3])


@JUDGED
@given(PLAIN)
def test_a_plain_date_has_the_judges_first_and_last_day(text: str) -> None:
    judged = parse_edtf(text)
    assert (extent(text).first, extent(text).last) == (as_day(judged.lower_strict()), as_day(judged.upper_strict()))


@JUDGED
@given(SUB_YEARS.filter(lambda text: not text.endswith("-24")))
def test_all_sub_years_but_winter_have_the_judges_first_and_last_day(text: str) -> None:
    ours, judged = sub_year(text), parse_edtf(text)
    assert ours is not None
    assert (ours.first, ours.last) == (as_day(judged.lower_strict()), as_day(judged.upper_strict()))


def test_the_judge_ends_winter_with_the_year_and_we_end_it_with_february() -> None:
    ours, judged = sub_year("2014-24"), parse_edtf("2014-24")
    assert ours is not None
    assert (as_day(judged.lower_strict()), as_day(judged.upper_strict())) == (date(2014, 12, 1), date(2014, 12, 31))
    assert (ours.first, ours.last) == (date(2014, 12, 1), date(2015, 2, 28))


def test_the_judge_takes_days_that_do_not_exist_and_we_do_not() -> None:
    parse_edtf("2014-02-29")
    with pytest.raises(DateError):
        bounds("2014-02-29")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("199X/..", "1990-01-01 1999-12-31 1990-01-01 9999-12-31"),
        ("2014/202X~", "2014-01-01 2014-12-31 2014-01-01 2039-12-31"),
        ("[2014]", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
        ("[2014..2015-03]", "2014-01-01 2015-03-31 2014-01-01 2015-03-31"),
        ("[2014..2015~]", "2014-01-01 2016-12-31 2014-01-01 2016-12-31"),
    ],
)
def test_these_forms_we_read_and_the_judge_does_not(text: str, days: str) -> None:
    assert four(bounds(text)) == days
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
