"""The four days of every form that graph.md §3 admits, and the refusal of every other."""

from __future__ import annotations

import pytest

from kg.errors import DateError
from kg.model.bounds import Bounds, bounds, hull
from tests.model.build import day, four


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2014", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
        ("2014-05-03", "2014-05-03 2014-05-03 2014-05-03 2014-05-03"),
        ("2014-41", "2014-07-01 2014-12-31 2014-07-01 2014-12-31"),
        ("2014~", "2013-01-01 2015-12-31 2013-01-01 2015-12-31"),
        ("201X", "2010-01-01 2019-12-31 2010-01-01 2019-12-31"),
        ("[2013..2015]", "2013-01-01 2015-12-31 2013-01-01 2015-12-31"),
        ("[2013,2016-05]", "2013-01-01 2016-05-31 2013-01-01 2016-05-31"),
        ("2013/2015", "2013-01-01 2013-12-31 2015-01-01 2015-12-31"),
        ("2013/2013", "2013-01-01 2013-12-31 2013-01-01 2013-12-31"),
        ("2013-05-01/2013-05-03", "2013-05-01 2013-05-01 2013-05-03 2013-05-03"),
        ("2013~/2015", "2012-01-01 2014-12-31 2015-01-01 2015-12-31"),
        ("2013/2015-05?", "2013-01-01 2013-12-31 2015-04-01 2015-06-30"),
        ("2013%/2015%", "2012-01-01 2014-12-31 2014-01-01 2016-12-31"),
        ("2003/200X", "2003-01-01 2003-12-31 2003-01-01 2009-12-31"),
        ("199X/..", "1990-01-01 1999-12-31 1990-01-01 9999-12-31"),
        ("2014/", "2014-01-01 2014-12-31 2014-01-01 9999-12-31"),
        ("2014~/", "2013-01-01 2015-12-31 2013-01-01 9999-12-31"),
        ("../2014", "0001-01-01 2014-12-31 2014-01-01 2014-12-31"),
        ("/2014", "0001-01-01 2014-12-31 2014-01-01 2014-12-31"),
        ("../2014-05-03", "0001-01-01 2014-05-03 2014-05-03 2014-05-03"),
        ("../2014~", "0001-01-01 2015-12-31 2013-01-01 2015-12-31"),
    ],
)
def test_a_text_has_these_four_days(text: str, days: str) -> None:
    assert four(bounds(text)) == days


@pytest.mark.parametrize(
    ("text", "said", "days"),
    [
        ("2014/..", None, "2014-01-01 2014-12-31 2014-01-01 9999-12-31"),
        ("2014/..", "2016-07-08", "2014-01-01 2014-12-31 2016-07-08 9999-12-31"),
        ("2014/..", "2014-05-03", "2014-01-01 2014-12-31 2014-05-03 9999-12-31"),
        ("2014/..", "2010-01-01", "2014-01-01 2014-12-31 2014-01-01 9999-12-31"),
        ("2014~/..", "2016-07-08", "2013-01-01 2015-12-31 2016-07-08 9999-12-31"),
        ("2014/", "2016-07-08", "2014-01-01 2014-12-31 2014-01-01 9999-12-31"),
        ("2014", "2016-07-08", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
        ("2014/2015", "2016-07-08", "2014-01-01 2014-12-31 2015-01-01 2015-12-31"),
        ("../2014", "2016-07-08", "0001-01-01 2014-12-31 2014-01-01 2014-12-31"),
    ],
)
def test_only_what_is_still_held_lasts_to_when_it_was_said(text: str, said: str | None, days: str) -> None:
    assert four(bounds(text, day(said) if said else None)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2014/2014-05", "2014-01-01 2014-05-31 2014-05-01 2014-05-31"),
        ("2014-05/2014", "2014-05-01 2014-05-31 2014-05-01 2014-12-31"),
        ("2014/2014~", "2014-01-01 2014-12-31 2014-01-01 2015-12-31"),
        ("2014~/2014", "2013-01-01 2014-12-31 2014-01-01 2014-12-31"),
        ("201X/2014-05-03", "2010-01-01 2014-05-03 2014-05-03 2014-05-03"),
    ],
)
def test_no_begin_is_after_the_latest_end_and_no_end_before_the_earliest_begin(text: str, days: str) -> None:
    assert four(bounds(text)) == days


@pytest.mark.parametrize(
    "text",
    [
        "2015/2014",
        "2015~/2014",
        "2015/2014~",
        "2015~/2014~",
        "2014-05/2014-04",
        "2014-05-03/2014-05-02",
        "2014-05-03~/2014-05-02~",
        "201X/2009",
    ],
)
def test_an_interval_that_runs_backwards_is_refused_before_any_widening(text: str) -> None:
    with pytest.raises(DateError) as caught:
        bounds(text)
    begin, end = text.split("/")
    assert str(caught.value) == f"'{text}' runs backwards: {begin} is after {end}"


@pytest.mark.parametrize("text", ["[2015..2014]", "[2013,2015-05..2015-04]", "[2015~..2014]", "[2015..2014~]"])
def test_a_range_in_a_set_that_runs_backwards_is_refused_before_any_widening(text: str) -> None:
    with pytest.raises(DateError, match="runs backwards"):
        bounds(text)


@pytest.mark.parametrize("text", ["/", "../..", "../", "/.."])
def test_an_interval_without_begin_and_end_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        bounds(text)
    assert str(caught.value) == f"'{text}' bounds nothing: give a begin or an end"


@pytest.mark.parametrize("text", ["2013/2014/2015", "2013//2015", "//", "2013/2014/"])
def test_an_interval_has_one_slash(text: str) -> None:
    with pytest.raises(DateError) as caught:
        bounds(text)
    assert str(caught.value) == f"'{text}': an interval has one slash: write A/B"


NEGATIVE_AND_LONG = ["-0003", "-2014", "Y12000", "Y-17E7", "12014", "014", "14", "2014S2"]
WITH_TIMES = ["2014-05-03T10:00", "2014-05-03T10:00:00Z", "2014-05-03T10:00/2014-05-04", "2014-05-03 10:00"]
LEVEL_TWO = [
    "2014-~05",
    "~2014",
    "2014~-05",
    "2014-05~-03",
    "2014-?05-03",
    "1X99",
    "X999",
    "1XXX",
    "XXXX",
    "2014-1X",
    "2014-05-0X",
    "2014~?",
    "{2013,2014}",
]
MISSHAPEN = [
    "",
    " ",
    " 2014",
    "2014 ",
    "2014\n",
    "2014-5",
    "2014-05-3",
    "2014-5-03",
    "20140503",
    "2014/05/03",
    "2014-",
    "2014-05-",
    "May 2014",
    "..",
    "~",
]
OTHER_SCRIPTS = ["２０１４", "2014-０５", "٢٠١٤", "201４/2015", "２０１４-21", "2014–2015"]
SUB_YEARS_IN_COMPANY = [
    "2014-21/2014-22",
    "2014/2014-41",
    "2014-33/..",
    "../2014-36",
    "[2014-21,2015]",
    "2014-21~",
    "2014-25",
    "2014-37",
    "2014-21-03",
]
EMPTY_PLACES = ["[]", "[,]", "[2014,]", "[..]", "[2014", "2014]", "[2014..2015..2016]", "[2013/2014]", "[[2014,2015]]", "[2014 ..2015]"]
OTHER_INTERVALS = [
    "2014/2015-13",
    "2014-02-29/2015",
    "0000/2014",
    "/0000",
    "2014/...",
    "2014../2015",
    "[2013,2014]/2015",
    "2014/[2015,2016]",
]


@pytest.mark.parametrize(
    "text",
    [*NEGATIVE_AND_LONG, *WITH_TIMES, *LEVEL_TWO, *MISSHAPEN, *OTHER_SCRIPTS, *SUB_YEARS_IN_COMPANY, *EMPTY_PLACES, *OTHER_INTERVALS],
)
def test_every_other_form_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        bounds(text)


def test_bounds_that_leave_no_begin_and_end_are_refused() -> None:
    with pytest.raises(DateError, match="the earliest begin 2014-05-04 is after the latest end 2014-05-03"):
        Bounds(day("2014-05-04"), day("2014-05-04"), day("2014-05-03"), day("2014-05-03"))


@pytest.mark.parametrize("days", ["2014-05-04 2014-05-03 2014-05-04 2014-05-05", "2014-05-01 2014-05-02 2014-05-05 2014-05-04"])
def test_bounds_whose_begin_or_end_has_no_day_are_refused(days: str) -> None:
    with pytest.raises(DateError):
        Bounds(*map(day, days.split()))


def test_the_hull_holds_whichever_dating_is_right() -> None:
    assert four(hull([bounds("2018"), bounds("2019-04-24/2019-04-25")])) == "2018-01-01 2019-04-24 2018-01-01 2019-04-25"
    assert hull([bounds("2018")]) == bounds("2018")
