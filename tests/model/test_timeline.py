"""The bounds of records: preferred datings, hulls, events relative to events, and when a view was voiced."""

from __future__ import annotations

import pytest

from kg.errors import DateError
from kg.model.bounds import bounds
from kg.model.dated import When
from kg.model.entities import Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.statements import Envelope
from kg.model.timeline import Timeline
from tests.model.build import claim, dating, era, event, four, policy, records, source, statement


def bounds_of(name: str, *items: Record) -> str:
    it = {item.id: item for item in items}[name]
    assert isinstance(it, Event | Policy | Envelope)
    return four(Timeline(records(*items)).bounds_of(it))


def cites(*names: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(name, locator="page 1") for name in names)


def test_a_record_with_one_date_has_its_bounds() -> None:
    for item in (event("ball", "2014"), policy("ball", "2014"), statement("ball", "a criticises b"), claim("ball", "a")):
        assert bounds_of("ball", item) == "2014-01-01 2014-12-31 2014-01-01 2014-12-31"
    reign = era("reign", "2014")
    assert Timeline(records(reign)).bounds_of(reign) == bounds("2014")


def test_of_several_datings_the_preferred_one_gives_the_bounds() -> None:
    ball = event(
        "ball", None, datings=(dating("early", "2018"), dating("late", "2019-04-25", preferred=True, reason="the host's own record"))
    )
    timeline = Timeline(records(ball))
    assert timeline.bounds_of(ball) == bounds("2019-04-25")
    assert timeline.dating(ball, "early") == bounds("2018")
    assert timeline.dating(ball, "late") == bounds("2019-04-25")


def test_without_a_preferred_dating_the_hull_of_all_gives_the_bounds() -> None:
    ball = event("ball", None, datings=(dating("early", "2018-03/2018-04"), dating("late", "2019-04-25")))
    assert bounds_of("ball", ball) == "2018-03-01 2019-04-25 2018-04-01 2019-04-25"


def test_a_record_without_a_date_is_an_error() -> None:
    with pytest.raises(DateError) as caught:
        bounds_of("ball", event("ball", None))
    assert str(caught.value) == "no date: `when` is obligatory, the narrowest frame will do"


def test_after_an_event_the_estimate_begins_no_earlier_than_the_event_may_end() -> None:
    items = event("vote", "2016-03-02/2016-03-05"), event("ban", When("2016-03", after="vote"))
    assert bounds_of("ban", *items) == "2016-03-05 2016-03-31 2016-03-05 2016-03-31"


def test_before_an_event_the_estimate_ends_no_later_than_the_event_may_begin() -> None:
    items = event("vote", "2016-03-02/2016-03-05"), statement("plea", "a criticises b", When("2016-03", before="vote"))
    assert bounds_of("plea", *items) == "2016-03-01 2016-03-02 2016-03-01 2016-03-02"


def test_an_event_after_an_event_that_is_itself_after_one_is_clipped_by_both() -> None:
    first, second = event("first", "2016-03-10"), event("second", When("2016-03", after="first"))
    third = event("third", None, datings=(dating("told", When("2016-03", after="second", before="last")),))
    assert bounds_of("third", first, second, third, event("last", "2016-03-20")) == "2016-03-10 2016-03-20 2016-03-10 2016-03-20"


def test_an_event_relative_to_one_with_several_datings_follows_its_preferred_dating() -> None:
    vote = event("vote", None, datings=(dating("a", "2015"), dating("b", "2016-03-10", preferred=True, reason="the journal")))
    assert bounds_of("ban", vote, event("ban", When("2016", after="vote"))) == "2016-03-10 2016-12-31 2016-03-10 2016-12-31"


def test_where_an_event_leaves_nothing_it_is_an_error() -> None:
    with pytest.raises(DateError) as caught:
        bounds_of("ban", event("vote", "2017"), event("ban", When("2016-03", after="vote")))
    assert str(caught.value) == "nothing is left of 2016-03-01 to 2016-03-31 between the events it is dated by"


@pytest.mark.parametrize("asked", ["a", "b", "c"])
def test_events_that_wait_on_each_other_in_a_circle_are_an_error_that_names_them(asked: str) -> None:
    items = event("a", When("2016", after="b")), event("b", When("2016", after="c")), event("c", When("2016", after="a"))
    circle = {"a": "a after b after c after a", "b": "b after c after a after b", "c": "c after a after b after c"}
    with pytest.raises(DateError) as caught:
        bounds_of(asked, *items)
    assert str(caught.value) == f"events wait on each other in a circle: {circle[asked]}"


def test_what_waits_on_a_circle_is_told_of_the_circle_only() -> None:
    items = event("a", When("2016", before="a")), statement("plea", "x criticises y", When("2016", after="a"))
    with pytest.raises(DateError, match=r"^events wait on each other in a circle: a after a$"):
        bounds_of("plea", *items)


def test_an_error_in_one_record_leaves_the_others_answerable() -> None:
    circle, plain = event("circle", When("2016", after="circle")), event("plain", "2016")
    timeline = Timeline(records(circle, plain))
    for _ in range(2):
        with pytest.raises(DateError, match=r"^events wait on each other in a circle: circle after circle$"):
            timeline.bounds_of(circle)
    assert timeline.bounds_of(plain) == bounds("2016")


def test_what_is_named_but_is_no_event_clips_nothing() -> None:
    assert bounds_of("ban", event("ban", When("2016", after="nowhere"))) == "2016-01-01 2016-12-31 2016-01-01 2016-12-31"


def said(item: Event | Envelope, *sources: Source) -> str | None:
    voiced = Timeline(records(item, *sources)).said(item)  # type: ignore[arg-type]
    return four(voiced) if voiced else None


def test_a_view_was_said_when_its_record_says() -> None:
    view = statement("view", "a criticises b", said="1933-02", evidence=cites("gazette"))
    assert said(view, source("gazette", date="1930")) == "1933-02-01 1933-02-28 1933-02-01 1933-02-28"


def test_else_a_view_was_said_when_the_earliest_of_its_sources_was() -> None:
    view = claim("view", "a", evidence=cites("late", "early", "undated", "lost"))
    sources = source("late", date="1935"), source("early", date="1933"), source("undated")
    assert said(view, *sources) == "1933-01-01 1933-12-31 1933-01-01 1933-12-31"


def test_the_earliest_source_is_the_one_that_may_begin_first() -> None:
    view = claim("view", "a", evidence=cites("a-day", "b-year"))
    assert said(view, source("a-day", date="1933-05-03"), source("b-year", date="1933")) == "1933-01-01 1933-12-31 1933-01-01 1933-12-31"


def test_of_two_sources_that_begin_alike_the_one_that_ends_first_is_the_earliest() -> None:
    view = claim("view", "a", evidence=cites("a-year", "b-day"))
    assert said(view, source("a-year", date="1933"), source("b-day", date="1933-01-01")) == "1933-01-01 1933-01-01 1933-01-01 1933-01-01"


def test_a_source_without_a_date_was_said_when_it_was_recorded() -> None:
    view = claim("view", "a", evidence=cites("table"))
    assert said(view, source("table", recorded="2024-05-03")) == "2024-05-03 2024-05-03 2024-05-03 2024-05-03"
    assert said(view, source("table", recorded="2024-05-03", date="2020")) == "2020-01-01 2020-12-31 2020-01-01 2020-12-31"


def test_a_view_whose_sources_have_no_date_was_said_nobody_knows_when() -> None:
    assert said(claim("view", "a", evidence=cites("undated")), source("undated")) is None
    assert said(claim("view", "a")) is None


def test_the_sources_of_datings_count_as_sources_of_the_record() -> None:
    ball = event("ball", None, datings=(dating("a", "1930", "late"), dating("b", "1931", "early")), evidence=cites("latest"))
    sources = source("late", date="1935"), source("early", date="1933"), source("latest", date="1936")
    assert said(ball, *sources) == "1933-01-01 1933-12-31 1933-01-01 1933-12-31"


def test_what_is_still_held_is_certain_up_to_when_its_source_was_written() -> None:
    gazette = source("gazette", date="2016-07")
    for item in (
        event("war", "2014/..", evidence=cites("gazette")),
        statement("war", "a criticises b", "2014/..", evidence=cites("gazette")),
    ):
        assert bounds_of("war", item, gazette) == "2014-01-01 2014-12-31 2016-07-01 9999-12-31"


def test_what_is_still_held_is_certain_up_to_when_it_was_said_rather_than_written() -> None:
    view = statement("view", "a criticises b", "2014/..", said="2015-05", evidence=cites("gazette"))
    assert bounds_of("view", view, source("gazette", date="2016-07")) == "2014-01-01 2014-12-31 2015-05-01 9999-12-31"


def test_each_dating_is_held_up_to_its_own_source_or_else_the_records() -> None:
    war = event("war", None, datings=(dating("a", "2014/..", "late"), dating("b", "2014/..")), evidence=cites("early"))
    timeline = Timeline(records(war, source("late", date="2018"), source("early", date="2016")))
    assert four(timeline.dating(war, "a")) == "2014-01-01 2014-12-31 2018-01-01 9999-12-31"
    assert four(timeline.dating(war, "b")) == "2014-01-01 2014-12-31 2016-01-01 9999-12-31"


def test_a_dating_of_a_view_is_held_up_to_when_the_view_was_said_where_that_is_known() -> None:
    view = statement("view", "a criticises b", None, said="2010", datings=(dating("told", "2009/..", "essay"),))
    assert bounds_of("view", view, source("essay", date="2022")) == "2009-01-01 2009-12-31 2010-01-01 9999-12-31"
