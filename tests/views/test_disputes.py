"""What the panel tells of conflicts: the readings in words, and all that each conflict concerns."""

from __future__ import annotations

from typing import Any

import kg
from kg.model.dated import When
from kg.model.evidence import Report
from kg.model.records import Record
from kg.model.resolved import resolve
from kg.model.vocabulary import ConflictKind, EventKind, Status, Wording
from kg.views.disputes import Dispute, Disputes, Side, disputes
from tests.model.build import RELATIONS, claim, conflict, dating, event, person, records, state, statement, took_part

PARTIES = (state("freedonia"), state("sylvania"), person("rufus"), person("louis"))


def told(*items: Record) -> Disputes:
    return disputes(resolve(records(*PARTIES, *items)), RELATIONS)


def said(name: str, **more: Any) -> Record:
    return statement(name, "freedonia criticises sylvania", "1931", **more)


def test_a_conflict_is_told_with_both_sides_in_words_and_the_one_preferred() -> None:
    datings = (
        dating("as-told", "1932"),
        dating("on-record", When("1933-02", after="tea"), preferred=True, reason="the journal of the day"),
    )
    ball = event("ball", None, label="Ball at Sylvania", datings=datings)
    doubt = conflict(
        "doubt",
        "ball/as-told",
        "ball/on-record",
        kind=ConflictKind.DATE,
        prefers="ball/on-record",
        reason="the journal of the day",
        note="A year apart.",
    )
    assert told(ball, event("tea", "1931"), doubt) == Disputes(
        (
            Dispute(
                id="doubt",
                kind="date",
                scope=("within-source",),
                sides=(Side("ball/as-told", "Ball at Sylvania", "1932"), Side("ball/on-record", "Ball at Sylvania", "1933-02")),
                preferred=1,
                reason="the journal of the day",
                note="A year apart.",
            ),
        ),
        {"ball": (0,)},
    )


def test_a_statement_is_told_with_its_date_its_holders_and_its_manner_and_a_claim_by_its_gist() -> None:
    hedged = {"according_to": ("rufus", "louis"), "reported_by": (Report("louis"),), "wording": Wording.HEDGED, "status": Status.PLANNED}
    items = said("plain"), said("hedged", **hedged), said("denied", negated=True, because=("plain",)), claim("view", "rufus", when="1932")
    (found,) = told(*items, conflict("doubt", "plain", "hedged", "denied", "view")).conflicts
    assert found.sides == (
        Side("plain", "Freedonia criticises Sylvania", "1931; undisputed"),
        Side("hedged", "Freedonia criticises Sylvania", "1931; according to Rufus, Louis (via Louis); planned, hedged"),
        Side("denied", "Freedonia — not: criticises Sylvania", "1931; undisputed; negated; because: Freedonia criticises Sylvania"),
        Side("view", "It will not last.", "1932; undisputed"),
    )
    assert (found.preferred, found.reason, found.note) == (-1, "", "")


def test_what_has_no_time_is_told_by_its_name_alone() -> None:
    (found,) = told(conflict("one-man", "louis", "rufus", kind=ConflictKind.IDENTITY)).conflicts
    assert found.sides == (Side("louis", "Louis", ""), Side("rufus", "Rufus", ""))


def test_a_reading_that_is_preferred_from_outside_comes_last_and_is_not_concerned() -> None:
    found = told(said("one"), said("two"), said("right"), conflict("doubt", "one", "two", prefers="right", reason="the journal"))
    assert ([side.record for side in found.conflicts[0].sides], found.conflicts[0].preferred) == (["one", "two", "right"], 2)
    assert found.of_record == {"one": (0,), "two": (0,)}


def test_a_conflict_concerns_what_rests_on_what_it_names_through_because_about_event_and_derivation() -> None:
    ball = event("ball", kind=EventKind.SUMMIT, participants=took_part("rufus:host", "louis:guest"))
    rests = said("because", because=("ball",)), claim("about", "ball"), said("realises", event="ball"), said("on-claim", because=("about",))
    found = told(ball, event("tea"), *rests, said("free", event="tea"), conflict("doubt", "ball", "ball--louis--rufus--met"))
    assert found.of_record == dict.fromkeys(["about", "ball", "ball--louis--rufus--met", "because", "on-claim", "realises"], (0,))
    assert list(found.of_record) == sorted(found.of_record)


def test_each_of_several_conflicts_keeps_to_its_own() -> None:
    items = said("a"), said("b", because=("a",)), said("c"), said("d"), said("e", because=("b", "d"))
    found = told(*items, conflict("second", "c", "d"), conflict("first", "a", "c"), conflict("third", "e", "a"))
    assert [one.id for one in found.conflicts] == ["first", "second", "third"]
    assert found.of_record == {"a": (0, 2), "b": (0, 2), "c": (0, 1), "d": (1,), "e": (0, 1, 2)}


def test_grounds_that_run_in_a_circle_are_gone_round_once() -> None:
    found = told(said("a", because=("b",)), said("b", because=("a",)), said("c"), conflict("doubt", "a", "c"))
    assert found.of_record == {"a": (0,), "b": (0,), "c": (0,)}


def test_without_conflicts_there_is_nothing_to_tell() -> None:
    assert told(said("a"), said("b")) == Disputes((), {})


def test_in_the_shipped_corpus_all_that_is_disputed_has_its_conflicts() -> None:
    graph = kg.load()
    found, known = disputes(graph.records, graph.relations), graph.conflicts()
    assert [one.id for one in found.conflicts] == [one.conflict.id for one in known]
    assert found.of_record.keys() == {name for name in graph.records.disputed if "/" not in name}
    concerned = {(place, name) for name, places in found.of_record.items() for place in places}
    assert concerned >= {(place, name) for place, one in enumerate(known) for name in one.conflict.disputed_records}
