"""Statements that follow from events, policies and offices."""

from __future__ import annotations

import pytest

from kg.model.dated import When
from kg.model.derive import derive
from kg.model.evidence import Evidence, Report
from kg.model.records import Record
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, ConflictKind, EventKind, Status, Wording
from tests.model.build import CITED, conflict, dating, event, office, person, policy, records, source, state, statement, took_part

PEOPLE = (person("gloria"), person("louis"), person("rufus"))


def derived(*items: Record) -> tuple[Statement, ...]:
    return derive(records(*items))


def triples(*items: Record) -> list[str]:
    return [f"{s.id}: {s.subject} {s.relation} {s.object}" for s in derived(*items)]


def test_two_people_at_a_meeting_met_with_everything_that_the_event_says() -> None:
    ball = event("ball", "1933-05-03", kind=EventKind.SUMMIT, participants=took_part("rufus:host", "louis:guest"), evidence=CITED)
    assert derived(ball, *PEOPLE) == (
        Statement(
            id="ball--louis--rufus--met",
            subject="louis",
            relation="metWith",
            object="rufus",
            derived_from="ball",
            when=When("1933-05-03"),
            according_to=("undisputed",),
            status=Status.ACTUAL,
            event="ball",
            evidence=CITED,
        ),
    )


def test_every_pair_of_people_present_met_whatever_their_roles() -> None:
    ball = event("ball", kind=EventKind.MEETING, participants=took_part("rufus:host", "louis:guest", "gloria:participant"))
    assert triples(ball, *PEOPLE) == [
        "ball--gloria--louis--met: gloria metWith louis",
        "ball--gloria--rufus--met: gloria metWith rufus",
        "ball--louis--rufus--met: louis metWith rufus",
    ]


@pytest.mark.parametrize("role", ["speaker", "mediator", "agent", "target", "body"])
def test_other_roles_do_not_say_that_one_was_there(role: str) -> None:
    ball = event("ball", kind=EventKind.SUMMIT, participants=took_part("rufus:host", f"louis:{role}"))
    assert triples(ball, *PEOPLE) == []


@pytest.mark.parametrize("kind", EventKind)
def test_people_meet_at_summits_visits_and_meetings_only(kind: EventKind) -> None:
    ball = event("ball", kind=kind, participants=took_part("rufus:host", "louis:guest"))
    meetings = {EventKind.SUMMIT, EventKind.VISIT, EventKind.MEETING}
    assert len(triples(ball, *PEOPLE)) == (1 if kind in meetings else 0)


@pytest.mark.parametrize("kind", [kind for kind in ActorKind if kind is not ActorKind.PERSON])
def test_only_people_meet(kind: ActorKind) -> None:
    ball = event("ball", kind=EventKind.SUMMIT, participants=took_part("rufus:host", "other:guest", "stranger:guest"))
    assert triples(ball, *PEOPLE, state("other", kind=kind)) == []


def test_a_person_in_two_roles_meets_nobody_twice_and_never_himself() -> None:
    ball = event("ball", kind=EventKind.SUMMIT, participants=took_part("rufus:host", "rufus:participant", "louis:guest"))
    assert triples(ball, *PEOPLE) == ["ball--louis--rufus--met: louis metWith rufus"]


@pytest.mark.parametrize("status", Status)
def test_a_meeting_has_the_status_of_its_event(status: Status) -> None:
    ball = event("ball", kind=EventKind.VISIT, participants=took_part("rufus:host", "louis:guest"), status=status)
    assert [s.status for s in derived(ball, *PEOPLE)] == [status]


def test_a_meeting_has_the_preferred_dating_and_the_evidence_of_all() -> None:
    datings = (dating("a", "1932", "b-book"), dating("b", "1933-05-03", "a-book", preferred=True, reason="the journal"))
    ball = event("ball", None, kind=EventKind.VISIT, participants=took_part("rufus:host", "louis:guest"), datings=datings, evidence=CITED)
    (met,) = derived(ball, *PEOPLE)
    assert met.when == When("1933-05-03")
    assert met.evidence == (Evidence("a-book", locator="page 1"), Evidence("b-book", locator="page 1"), *CITED)


def test_a_policy_is_proposed_by_its_proponents_and_targets_its_targets() -> None:
    tariff = policy("tariff", "1931", proponents=("rufus", "freedonia"), targets=("sylvania",), evidence=CITED)
    shared = {"derived_from": "tariff", "when": When("1931"), "according_to": ("undisputed",), "evidence": CITED}
    assert derived(tariff) == (
        Statement(id="tariff--freedonia--proposes", subject="freedonia", relation="proposes", object="tariff", **shared),  # type: ignore[arg-type]
        Statement(id="tariff--rufus--proposes", subject="rufus", relation="proposes", object="tariff", **shared),  # type: ignore[arg-type]
        Statement(id="tariff--sylvania--targets", subject="tariff", relation="targets", object="sylvania", **shared),  # type: ignore[arg-type]
    )


def test_who_holds_an_office_that_leads_leads_as_the_statement_says() -> None:
    held = statement(
        "tenure",
        "rufus holdsOffice presidency",
        "1933/1934",
        according_to=("gazette-press",),
        reported_by=(Report("louis", None, "1934"),),
        said="1933",
        status=Status.PLANNED,
        wording=Wording.HEDGED,
        evidence=CITED,
    )
    assert derived(held, office("presidency", "freedonia", leads=True)) == (
        Statement(
            id="tenure--leads",
            subject="rufus",
            relation="leads",
            object="freedonia",
            derived_from="tenure",
            when=When("1933/1934"),
            according_to=("gazette-press",),
            reported_by=(Report("louis", None, "1934"),),
            said="1933",
            status=Status.PLANNED,
            wording=Wording.HEDGED,
            evidence=CITED,
        ),
    )


def test_who_holds_another_office_or_does_not_hold_it_or_only_wants_it_does_not_lead() -> None:
    presidency, ministry = office("presidency", "freedonia", leads=True), office("ministry", "freedonia")
    assert triples(statement("a", "rufus holdsOffice ministry"), ministry) == []
    assert triples(statement("a", "rufus holdsOffice presidency", negated=True), presidency) == []
    assert triples(statement("a", "rufus criticises presidency"), presidency) == []
    assert triples(statement("a", "rufus holdsOffice nowhere")) == []


def met_according_to(*more: Record, **fields: object) -> tuple[str, ...]:
    ball = event("ball", **{"kind": EventKind.SUMMIT, "participants": took_part("rufus:host", "louis:guest")} | fields)  # type: ignore[arg-type]
    (met,) = derived(ball, *PEOPLE, *more)
    return met.according_to


def test_a_meeting_whose_event_a_conflict_of_fact_disputes_is_the_view_of_the_sources_authors() -> None:
    gazette = source("gazette", authors=("teasdale", "louis"))
    assert met_according_to(gazette, conflict("doubt", "ball", "other"), evidence=CITED) == ("louis", "teasdale")
    assert met_according_to(gazette, conflict("doubt", "ball/a", "ball/b"), evidence=CITED) == ("louis", "teasdale")


def test_the_authors_of_a_disputed_event_are_found_through_its_datings_too() -> None:
    gazette = source("gazette", authors=("teasdale",))
    assert met_according_to(gazette, conflict("doubt", "ball", "other"), when=None, datings=(dating("a", "1933", "gazette"),)) == (
        "teasdale",
    )


@pytest.mark.parametrize("kind", [kind for kind in ConflictKind if kind is not ConflictKind.FACT])
def test_a_conflict_of_another_kind_leaves_a_meeting_undisputed(kind: ConflictKind) -> None:
    gazette = source("gazette", authors=("teasdale",))
    assert met_according_to(gazette, conflict("doubt", "ball", "other", kind=kind), evidence=CITED) == ("undisputed",)


def test_a_conflict_that_prefers_an_event_does_not_dispute_it() -> None:
    gazette = source("gazette", authors=("teasdale",))
    doubt = conflict("doubt", "one", "other", prefers="ball", reason="the journal")
    assert met_according_to(gazette, doubt, evidence=CITED) == ("undisputed",)


def test_what_is_derived_is_sorted_by_id() -> None:
    ball = event("ball", kind=EventKind.SUMMIT, participants=took_part("rufus:host", "louis:guest"))
    held = statement("a-tenure", "rufus holdsOffice presidency")
    items = ball, policy("a-tariff", targets=("sylvania",)), held, office("presidency", "freedonia", leads=True)
    assert [s.id for s in derived(*items, *PEOPLE)] == ["a-tariff--sylvania--targets", "a-tenure--leads", "ball--louis--rufus--met"]
