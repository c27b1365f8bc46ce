"""Which dates are admitted, and which days they may mean."""

from __future__ import annotations

import pytest

from kg.errors import DateError
from kg.model.edtf import extent, one_of, plain_extent, sub_year


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("0410", "0410-01-01", "0410-12-31"),
        ("2014-04", "2014-04-01", "2014-04-30"),
        ("2014-12", "2014-12-01", "2014-12-31"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2012-02-29", "2012-02-29", "2012-02-29"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("00XX", "0001-01-01", "0099-12-31"),
        ("2014-XX", "2014-01-01", "2014-12-31"),
        ("2014-XX-XX", "2014-01-01", "2014-12-31"),
        ("2014-02-XX", "2014-02-01", "2014-02-28"),
    ],
)
def test_a_date_means_every_day_in_it(text: str, first: str, last: str) -> None:
    days = extent(text)
    assert (str(days.first), str(days.last)) == (first, last)
    assert days.widened == (days.first, days.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014~", "2013-01-01", "2015-12-31"),
        ("2014-05~", "2014-04-01", "2014-06-30"),
        ("2014-01~", "2013-12-01", "2014-02-28"),
        ("2014-12~", "2014-11-01", "2015-01-31"),
        ("2014-03-01~", "2014-02-28", "2014-03-02"),
        ("2014-12-31~", "2014-12-30", "2015-01-01"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("20XX~", "1900-01-01", "2199-12-31"),
        ("2014-XX~", "2013-01-01", "2015-12-31"),
        ("2014-XX-XX~", "2013-01-01", "2015-12-31"),
        ("2014-05-XX~", "2014-04-01", "2014-06-30"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("0001-01~", "0001-01-01", "0001-02-28"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("000X~", "0001-01-01", "0019-12-31"),
        ("00XX~", "0001-01-01", "0199-12-31"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
        ("999X~", "9980-01-01", "9999-12-31"),
        ("99XX~", "9800-01-01", "9999-12-31"),
    ],
)
@pytest.mark.parametrize("hedge", ["~", "?", "%"])
def test_a_hedge_adds_one_unit_each_way_within_the_calendar(text: str, first: str, last: str, hedge: str) -> None:
    days = extent(text.replace("~", hedge))
    assert tuple(map(str, days.widened)) == (first, last)
    plain = extent(text.removesuffix("~"))
    assert (days.first, days.last) == (plain.first, plain.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-23", "2014-09-01", "2014-11-30"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2015-24", "2015-12-01", "2016-02-29"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2014-33", "2014-01-01", "2014-03-31"),
        ("2014-34", "2014-04-01", "2014-06-30"),
        ("2014-35", "2014-07-01", "2014-09-30"),
        ("2014-36", "2014-10-01", "2014-12-31"),
        ("2014-40", "2014-01-01", "2014-06-30"),
        ("2014-41", "2014-07-01", "2014-12-31"),
    ],
)
def test_a_sub_year_means_its_months(text: str, first: str, last: str) -> None:
    days = sub_year(text)
    assert days is not None
    assert (str(days.first), str(days.last)) == (first, last)
    assert days.widened == (days.first, days.last)


@pytest.mark.parametrize("text", ["2014", "2014-12", "2014-12-21", "2014-20", "2014-42", "2014-21/2014-22", "２０１４-21", ""])
def test_what_is_no_sub_year_is_left_to_others(text: str) -> None:
    assert sub_year(text) is None


@pytest.mark.parametrize("code", [25, 26, 27, 28, 29, 30, 31, 32, 37, 38, 39])
def test_only_seasons_quarters_and_semesters_are_sub_years(code: int) -> None:
    with pytest.raises(DateError, match=r"sub-years are 21 to 24 \(seasons\), 33 to 36 \(quarters\), 40 and 41 \(semesters\)"):
        sub_year(f"2014-{code}")


@pytest.mark.parametrize("text", ["2014-21~", "2014-33?", "2014-41%"])
def test_a_sub_year_stands_unqualified(text: str) -> None:
    with pytest.raises(DateError, match="stands unqualified"):
        sub_year(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2016-13", "no month 13 in 2016-13: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"),
        ("2016-00", "no month 00 in 2016-00: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"),
        ("2016-42", "no month 42 in 2016-42: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"),
        ("2014-02-29", "no day 2014-02-29: 2014-02 has days 01 to 28"),
        ("1900-02-29", "no day 1900-02-29: 1900-02 has days 01 to 28"),
        ("2014-04-31", "no day 2014-04-31: 2014-04 has days 01 to 30"),
        ("2014-04-00", "no day 2014-04-00: 2014-04 has days 01 to 30"),
        ("0000", "'0000': years run from 0001 to 9999"),
        ("0000-05~", "'0000-05~': years run from 0001 to 9999"),
        ("201X-05", "'201X-05': after an unspecified year no month can stand"),
        ("201X-XX", "'201X-XX': after an unspecified year no month can stand"),
        ("2014-XX-05", "'2014-XX-05': after an unspecified month no day can stand"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(DateError) as caught:
        extent(text)
    assert str(caught.value) == why


def test_the_year_0000_has_no_seasons_either() -> None:
    with pytest.raises(DateError, match="years run from 0001 to 9999"):
        sub_year("0000-21")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("[2013..2015]", "2013-01-01", "2015-12-31"),
        ("[2013,2016]", "2013-01-01", "2016-12-31"),
        ("[2016,2013]", "2013-01-01", "2016-12-31"),
        ("[2013-05-03,2013-05-01,2013-05-02]", "2013-05-01", "2013-05-03"),
        ("[2014, 2016-05]", "2014-01-01", "2016-05-31"),
        ("[2013,2015-02..2015-04]", "2013-01-01", "2015-04-30"),
        ("[2013~,2016?]", "2012-01-01", "2017-12-31"),
        ("[..2014]", "0001-01-01", "2014-12-31"),
        ("[2014..]", "2014-01-01", "9999-12-31"),
    ],
)
def test_a_one_of_set_means_its_hull(text: str, first: str, last: str) -> None:
    days = one_of(text)
    assert days is not None
    assert (str(days.first), str(days.last)) == (first, last)
    assert days.widened == (days.first, days.last)


@pytest.mark.parametrize("text", ["2014", "[2014", "2014]", "{2014,2015}", ""])
def test_what_is_no_set_is_left_to_others(text: str) -> None:
    assert one_of(text) is None


@pytest.mark.parametrize("text", ["2014", "2014-05", "2014-05-03"])
def test_a_plain_date_is_read_like_any_other(text: str) -> None:
    assert plain_extent(text) == extent(text)


@pytest.mark.parametrize("text", ["2014~", "201X", "2014-XX", "2014-05-XX", "２０１４", "2014-05-03T10:00", " 2014", "2014\n", ""])
def test_a_plain_date_has_no_qualifier_and_no_gap(text: str) -> None:
    with pytest.raises(DateError, match="is no plain date"):
        plain_extent(text)
