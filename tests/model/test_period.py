"""Periods that somebody asks about are closed and plain."""

from __future__ import annotations

import pytest

from kg.errors import DateError
from kg.model.period import Period
from tests.model.build import day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2014-05-03", "2014-05-03", "2014-05-03"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2014-41", "2014-07-01", "2014-12-31"),
        ("2013/2015", "2013-01-01", "2015-12-31"),
        ("2013-02/2015-02", "2013-02-01", "2015-02-28"),
        ("2014-05/2014", "2014-05-01", "2014-12-31"),
        ("2014-05-03/2014-05-03", "2014-05-03", "2014-05-03"),
    ],
)
def test_a_period_runs_from_the_first_day_to_the_last(text: str, start: str, end: str) -> None:
    assert Period.parse(text) == Period(day(start), day(end))


@pytest.mark.parametrize("text", ["2014/", "2014/..", "/2014", "../2014", "/", "../.."])
def test_a_period_asked_about_is_closed(text: str) -> None:
    with pytest.raises(DateError) as caught:
        Period.parse(text)
    assert str(caught.value) == f"'{text}': a period asked about is closed: write A/B"


@pytest.mark.parametrize(
    "text",
    [
        *("2014~", "2014?/2015", "2014/2015%", "201X", "2014-XX", "201X/2020", "[2013,2014]", "2014-33/2014-34", "2014-21~"),
        *("2013/2014/2015", "", "２０１４", "2016-13", "2014-02-29", "0000", "2014-05-03T10:00", "-0003", "Y12000", "2014 "),
    ],
)
def test_a_period_asked_about_is_plain_and_exists(text: str) -> None:
    with pytest.raises(DateError):
        Period.parse(text)


def test_a_period_runs_forwards() -> None:
    with pytest.raises(DateError, match="the period runs backwards: 2015-01-01 is after 2014-12-31"):
        Period.parse("2015/2014")


def test_a_day_is_asked_for_whole() -> None:
    assert Period.on("2016-07-08") == Period(day("2016-07-08"), day("2016-07-08"))


@pytest.mark.parametrize("text", ["2016", "2016-07", "2016-33", "2016/2017", "", "2016-07-08~", "2016-07-08/2016-07-08"])
def test_what_is_no_day_is_told_how_to_write_one(text: str) -> None:
    with pytest.raises(DateError) as caught:
        Period.on(text)
    assert str(caught.value) == f"'{text}' is no day: write YYYY-MM-DD, or ask about a period"


@pytest.mark.parametrize("text", ["2016-02-30", "2016-13-01", "0000-01-01", "2013/20145", "２０16-07-08", "2016-07-0X"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        Period.on(text)
