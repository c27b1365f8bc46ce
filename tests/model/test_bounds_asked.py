"""Possibly, certainly and throughout, clipping and the hull, each held against every day that bounds admit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DateError
from kg.model.bounds import bounds, hull
from kg.model.period import Period
from tests.model.build import four
from tests.model.enumeration import ENUMERATED, Raw, Span, asked, at, bounded, counted, covered, period, raws, spans

SPELL, PERIOD = raws(12), asked(12)


@ENUMERATED
@given(SPELL)
def test_bounds_in_order_admit_the_same_days_as_they_were_given(raw: Raw) -> None:
    found = spans(raw)
    begins, ends = [b for b, _ in found], [e for _, e in found]
    assert counted(bounded(raw)) == (min(begins), max(begins), min(ends), max(ends))
    assert spans(counted(bounded(raw))) == found


@ENUMERATED
@given(SPELL, PERIOD)
def test_possibly_is_that_some_begin_and_end_put_a_day_in_the_period(raw: Raw, asked_for: Span) -> None:
    some = any(covered(span) & covered(asked_for) for span in spans(raw))
    assert bounded(raw).possibly(period(asked_for)) is some
    assert bounded(raw).holds(period(asked_for)) is some


@ENUMERATED
@given(SPELL, PERIOD)
def test_certainly_is_that_every_begin_and_end_put_a_day_in_the_period(raw: Raw, asked_for: Span) -> None:
    every = all(covered(span) & covered(asked_for) for span in spans(raw))
    assert bounded(raw).certainly(period(asked_for)) is every
    assert bounded(raw).holds(period(asked_for), certain=True) is every


@ENUMERATED
@given(SPELL, PERIOD)
def test_throughout_is_that_every_begin_and_end_cover_the_period(raw: Raw, asked_for: Span) -> None:
    assert bounded(raw).throughout(period(asked_for)) is all(covered(span) >= covered(asked_for) for span in spans(raw))


@ENUMERATED
@given(raws(7), raws(7))
def test_of_a_vague_era_possibly_is_some_begin_and_end_of_either(raw: Raw, era: Raw) -> None:
    assert bounded(raw).possibly(bounded(era)) is any(covered(a) & covered(b) for a in spans(raw) for b in spans(era))


@ENUMERATED
@given(raws(7), raws(7))
def test_of_a_vague_era_certainly_is_every_begin_and_end_of_both(raw: Raw, era: Raw) -> None:
    assert bounded(raw).certainly(bounded(era)) is all(covered(a) & covered(b) for a in spans(raw) for b in spans(era))


@ENUMERATED
@given(raws(7), raws(7))
def test_throughout_a_vague_era_is_all_of_it_whatever_its_days(raw: Raw, era: Raw) -> None:
    assert bounded(raw).throughout(bounded(era)) is all(covered(a) >= covered(b) for a in spans(raw) for b in spans(era))


@ENUMERATED
@given(raws(9), st.none() | raws(9), st.none() | raws(9))
def test_clipping_leaves_what_begins_after_the_one_may_end_and_ends_before_the_other_may_begin(
    raw: Raw, after: Raw | None, before: Raw | None
) -> None:
    no_earlier = min(e for _, e in spans(after)) if after else 0
    no_later = max(b for b, _ in spans(before)) if before else 99
    left = [(b, e) for b, e in spans(raw) if b >= no_earlier and e <= no_later]
    span, one, other = bounded(raw), bounded(after) if after else None, bounded(before) if before else None
    if left:
        assert spans(counted(span.clipped(one, other))) == left
    else:
        with pytest.raises(DateError, match="nothing is left of"):
            span.clipped(one, other)


@ENUMERATED
@given(st.lists(raws(9), min_size=1, max_size=4))
def test_the_hull_admits_whatever_one_of_several_admits_and_is_no_wider(several: list[Raw]) -> None:
    found = [span for raw in several for span in spans(raw)]
    begins, ends = [b for b, _ in found], [e for _, e in found]
    whole = counted(hull(bounded(raw) for raw in several))
    assert whole == (min(begins), max(begins), min(ends), max(ends))
    assert set(spans(whole)) >= set(found)


def test_a_year_written_twice_is_not_known_to_last_all_year() -> None:
    year = Period.parse("2013")
    assert not bounds("2013/2013").throughout(year)
    assert bounds("2013-01-01/2013-12-31").throughout(year)


def test_a_date_in_a_year_is_certainly_in_that_year_and_only_possibly_in_its_may() -> None:
    may = Period.parse("2013-05")
    assert bounds("2013").certainly(Period.parse("2013"))
    assert bounds("2013").possibly(may)
    assert not bounds("2013").certainly(may)


def test_what_is_still_held_is_certain_up_to_when_it_was_said_and_possible_after() -> None:
    held = bounds("2014/..", at(0))
    assert (held.certainly(Period.on("2014-12-31")), held.certainly(Period.on("2015-01-01"))) == (False, False)
    held = bounds("2014/..", Period.on("2016-07-08").start)
    assert (held.certainly(Period.on("2014-12-31")), held.certainly(Period.on("2014-12-30"))) == (True, False)
    assert (held.certainly(Period.on("2016-07-08")), held.certainly(Period.on("2016-07-09"))) == (True, False)
    assert held.possibly(Period.parse("9999"))


def test_an_era_without_a_certain_day_is_certainly_met_only_by_what_spans_every_choice_of_its_days() -> None:
    era = bounds("2014")
    assert bounds("2013/2015").certainly(era)
    assert bounds("2014-01-01/2014-12-31").certainly(era)
    assert not bounds("2014-01-02/2014-12-31").certainly(era)


def test_clipping_to_an_event_keeps_the_estimate_of_the_other_side() -> None:
    party = bounds("2016-03-03")
    assert four(bounds("2016-03").clipped(party, None)) == "2016-03-03 2016-03-31 2016-03-03 2016-03-31"
    assert four(bounds("2016-03").clipped(None, party)) == "2016-03-01 2016-03-03 2016-03-01 2016-03-03"
    assert four(bounds("2016-03").clipped(party, party)) == "2016-03-03 2016-03-03 2016-03-03 2016-03-03"
    assert bounds("2016-03").clipped(None, None) == bounds("2016-03")


def test_where_the_events_leave_nothing_the_error_says_of_what() -> None:
    with pytest.raises(DateError) as caught:
        bounds("2016-03").clipped(bounds("2016-04-01"), None)
    assert str(caught.value) == "nothing is left of 2016-03-01 to 2016-03-31 between the events it is dated by"
