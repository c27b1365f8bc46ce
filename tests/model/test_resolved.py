"""All that follows from records: derived statements with their bounds, and what disputes reach."""

from __future__ import annotations

import pytest

from kg.errors import DateError
from kg.model.bounds import bounds
from kg.model.records import Record
from kg.model.resolved import resolve
from kg.model.vocabulary import EventKind
from tests.model.build import CITED, claim, conflict, dating, event, office, person, policy, records, source, statement, took_part


def disputed(*items: Record) -> set[str]:
    return set(resolve(records(*items)).disputed)


def view(name: str, **more: object) -> Record:
    return statement(name, "a criticises b", **more)  # type: ignore[arg-type]


def test_bounds_are_by_record_and_by_dating_and_derived_statements_have_their_parents() -> None:
    datings = (dating("a", "1932"), dating("b", "1933", preferred=True, reason="the journal"))
    ball = event("ball", None, kind=EventKind.SUMMIT, participants=took_part("rufus:host", "louis:guest"), datings=datings)
    resolved = resolve(records(ball, person("rufus"), person("louis"), view("plea", when="1931")))
    assert resolved.bounds == {
        "ball": bounds("1933"),
        "ball/a": bounds("1932"),
        "ball/b": bounds("1933"),
        "ball--louis--rufus--met": bounds("1933"),
        "plea": bounds("1931"),
    }
    assert list(resolved.statements) == ["ball--louis--rufus--met", "plea"]


def test_a_derived_statement_has_the_hull_where_no_dating_of_its_parent_is_preferred() -> None:
    ball = event(
        "ball", None, kind=EventKind.VISIT, participants=took_part("a:host", "b:guest"), datings=(dating("x", "1932"), dating("y", "1934"))
    )
    assert resolve(records(ball, person("a"), person("b"))).bounds["ball--a--b--met"] == bounds("[1932..1934]")


def test_who_leads_by_several_datings_has_each_of_them() -> None:
    held = statement("tenure", "rufus holdsOffice presidency", None, datings=(dating("x", "1932"), dating("y", "1934")))
    resolved = resolve(records(held, office("presidency", "freedonia", leads=True)))
    hull = bounds("[1932..1934]")
    by_record = {"tenure": hull, "tenure/x": bounds("1932"), "tenure/y": bounds("1934")}
    by_derived = {"tenure--leads": hull, "tenure--leads/x": bounds("1932"), "tenure--leads/y": bounds("1934")}
    assert resolved.bounds == by_record | by_derived


def test_when_it_was_said_is_known_of_views_and_derived_statements_with_a_dated_source() -> None:
    gazette, tariff = source("gazette", date="1933"), policy("tariff", targets=("b",), evidence=CITED)
    resolved = resolve(records(gazette, tariff, view("cited", evidence=CITED), view("uncited"), claim("voiced", "tariff", said="1930")))
    assert resolved.said == {"cited": bounds("1933"), "tariff--b--targets": bounds("1933"), "voiced": bounds("1930")}


def test_a_date_that_cannot_be_is_an_error() -> None:
    with pytest.raises(DateError, match="no month 13 in 2016-13"):
        resolve(records(event("ball", "2016-13")))


def test_without_conflicts_nothing_is_disputed() -> None:
    assert disputed(event("ball"), view("plea", because=("ball",))) == set()


def test_what_a_conflict_names_is_disputed_and_nothing_else() -> None:
    assert disputed(view("one"), view("two"), view("three"), conflict("doubt", "one", "two")) == {"one", "two"}


def test_a_dating_that_a_conflict_names_disputes_its_record() -> None:
    ball = event("ball", None, datings=(dating("x", "1932"), dating("y", "1934"), dating("z", "1935")))
    assert disputed(ball, conflict("doubt", "ball/x", "ball/y")) == {"ball", "ball/x", "ball/y"}


def test_what_a_conflict_prefers_is_not_disputed_for_that() -> None:
    items = view("one"), view("two"), view("three"), view("rests", because=("three",))
    assert disputed(*items, conflict("doubt", "one", "two", prefers="three", reason="the journal")) == {"one", "two"}


def test_what_rests_on_the_disputed_is_disputed_through_because_about_event_and_derivation() -> None:
    ball = event("ball", kind=EventKind.SUMMIT, participants=took_part("rufus:host", "louis:guest"))
    items = ball, person("rufus"), person("louis"), event("tea"), event("untouched")
    rests = view("because", because=("tea", "ball")), claim("about", "rufus", "ball"), view("realises", event="ball")
    free = view("free", because=("untouched",)), claim("also-free", "untouched"), view("free-too", event="untouched")
    doubt = conflict("doubt", "ball", "tea")
    assert disputed(*items, *rests, *free, doubt) == {"ball", "tea", "because", "about", "realises", "ball--louis--rufus--met"}


def test_a_claim_rests_on_its_because_and_event_too() -> None:
    items = event("ball"), event("tea"), claim("one", "rufus", because=("ball",)), claim("two", "rufus", event="tea")
    assert disputed(*items, conflict("doubt", "ball", "tea")) == {"ball", "tea", "one", "two"}


def test_policies_and_offices_held_dispute_what_is_derived_from_them() -> None:
    tariff, held = policy("tariff", proponents=("rufus",)), statement("tenure", "rufus holdsOffice presidency")
    items = tariff, held, office("presidency", "freedonia", leads=True)
    assert disputed(*items, conflict("doubt", "tariff", "tenure")) == {"tariff", "tenure", "tariff--rufus--proposes", "tenure--leads"}


def test_dispute_runs_down_a_chain_and_not_up() -> None:
    chain = view("a"), view("b", because=("a",)), claim("c", "b"), claim("d", "c"), claim("e", "d")
    assert disputed(*chain, view("other"), conflict("doubt", "c", "other")) == {"other", "c", "d", "e"}


def test_dispute_comes_round_a_circle_once() -> None:
    circle = view("a", because=("c",)), claim("b", "a"), claim("c", "b")
    assert disputed(*circle, view("other"), conflict("doubt", "b", "other")) == {"a", "b", "c", "other"}


def test_what_rests_on_a_disputed_derived_statement_is_disputed() -> None:
    items = policy("tariff", targets=("b",)), view("rests", because=("tariff--b--targets",)), view("other")
    assert disputed(*items, conflict("doubt", "tariff", "other")) == {"tariff", "other", "tariff--b--targets", "rests"}
