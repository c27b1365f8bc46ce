"""Dates that do not exist, run backwards or wait on each other."""

from __future__ import annotations

import pytest

from kg.model.dated import When
from kg.model.evidence import Report
from kg.model.records import Record
from kg.model.rules import Problem
from tests.model.build import CITED, claim, dating, era, event, faults, policy, source, state, statement

WORLD = (state("a"), state("b"), source("gazette", date="1933"))
REIGNS = (("reigns", "Reigns"),)
NO_MONTH = "no month 13 in 2016-13: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"


@pytest.mark.parametrize("text", ["2014", "2013/2015", "2014/..", "[2013..2014]", "2014-41", "2014~", "../2014", "201X"])
def test_an_admitted_date_is_no_problem(text: str) -> None:
    dated = event("x", text, evidence=CITED), policy("y", text, evidence=CITED), era("z", text, evidence=CITED)
    views = statement("s", "a criticises b", text, evidence=CITED), claim("c", "a", when=text, evidence=CITED)
    assert faults(*WORLD, *dated, *views, periodisations=REIGNS) == []


@pytest.mark.parametrize(
    "record",
    [
        event("x", "2016-13", evidence=CITED),
        policy("x", "2016-13", evidence=CITED),
        era("x", "2016-13", evidence=CITED),
        statement("x", "a criticises b", "2016-13", evidence=CITED),
        claim("x", "a", when="2016-13", evidence=CITED),
    ],
)
def test_every_dated_record_is_held_to_the_calendar(record: Record) -> None:
    assert faults(*WORLD, record, periodisations=REIGNS) == [Problem("x", "when", NO_MONTH)]


def test_every_dating_is_held_to_the_calendar() -> None:
    datings = dating("one", "2016-13", "gazette"), dating("two", "2014", "gazette"), dating("three", "2014-02-29", "gazette")
    assert faults(*WORLD, event("x", None, datings=datings)) == [
        Problem("x", "datings/one", NO_MONTH),
        Problem("x", "datings/three", "no day 2014-02-29: 2014-02 has days 01 to 28"),
    ]


def test_a_record_has_a_date() -> None:
    why = "no date: `when` is obligatory, the narrowest frame will do"
    assert faults(*WORLD, event("x", None, evidence=CITED)) == [Problem("x", "datings", why)]


def test_when_a_view_was_voiced_exists_and_is_told_once() -> None:
    view = statement("x", "a criticises b", said="2016-13", evidence=CITED)
    assert faults(*WORLD, view) == [Problem("x", "said", NO_MONTH)]


def test_when_a_view_was_reported_exists() -> None:
    view = claim("x", "a", reported_by=(Report("a", None, "1933"), Report("b", None, "2016-13")), evidence=CITED)
    assert faults(*WORLD, view) == [Problem("x", "reported-by", NO_MONTH)]


def test_the_date_of_a_source_exists_and_is_told_once() -> None:
    cited = event("x", evidence=CITED), claim("y", "a", evidence=CITED)
    assert faults(state("a"), source("gazette", date="2016-13"), *cited) == [Problem("gazette", "date", NO_MONTH)]


@pytest.mark.parametrize(
    ("recorded", "why"),
    [
        ("2024", "recorded is a day, YYYY-MM-DD, not '2024'"),
        ("2024-05", "recorded is a day, YYYY-MM-DD, not '2024-05'"),
        ("2024-05-03~", "recorded is a day, YYYY-MM-DD, not '2024-05-03~'"),
        ("2024-05-XX", "'2024-05-XX' is no plain date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2024-02-30", "no day 2024-02-30: 2024-02 has days 01 to 29"),
    ],
)
def test_a_source_was_recorded_on_a_day(recorded: str, why: str) -> None:
    assert faults(source("gazette", date="1933", recorded="2024-05-03")) == []
    assert faults(source("gazette", date="1933", recorded=recorded)) == [Problem("gazette", "recorded", why)]


def test_what_its_event_leaves_nothing_of_is_a_problem_of_the_record_and_not_of_the_event() -> None:
    vote = event("vote", "2017", evidence=CITED)
    assert faults(*WORLD, vote, event("x", When("2017-03", after="vote"), evidence=CITED)) == []
    why = "nothing is left of 2016-03-01 to 2016-03-31 between the events it is dated by"
    assert faults(*WORLD, vote, event("x", When("2016-03", after="vote"), evidence=CITED)) == [Problem("x", "when", why)]
    told = event("x", None, datings=(dating("told", When("2016-03", after="vote"), "gazette"),))
    assert faults(*WORLD, vote, told) == [Problem("x", "datings", why)]


def test_every_event_in_a_circle_is_told_of_it() -> None:
    circle = event("x", When("2016", after="y"), evidence=CITED), event("y", When("2016", after="x"), evidence=CITED)
    assert faults(*WORLD, *circle) == [
        Problem("x", "when", "events wait on each other in a circle: x after y after x"),
        Problem("y", "when", "events wait on each other in a circle: y after x after y"),
    ]
