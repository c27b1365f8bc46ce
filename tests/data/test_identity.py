"""Who held which office on every day, and codes of states: what the shipped corpus must never get wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kg import resources
from kg.dataset import relations
from kg.model.entities import Actor, Entity, Office
from kg.model.records import Records
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind
from kg.readers.curated.corpus import read

LEADING = (
    "paramount-leader-of-china",
    "president-of-russia",
    "president-of-south-korea",
    "president-of-the-united-states",
    "prime-minister-of-japan",
    "supreme-leader-of-north-korea",
)
FIRST, LAST = date(2000, 1, 1), date(2022, 5, 31)


@pytest.fixture(scope="module")
def records() -> Records:
    return read([resources.shipped_corpus()], relations()).records


def days() -> Iterator[date]:
    yield from (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))


def spells(records: Records, office: str) -> list[tuple[date, date]]:
    """First and last day of every holder, days being known."""
    found = []
    for held in records.of(Statement):
        if held.relation == "holdsOffice" and held.object == office and held.when is not None:
            first, last = held.when.text.split("/")
            found.append((date.fromisoformat(first), date.max if last == ".." else date.fromisoformat(last)))
    return found


def test_the_offices_that_lead_a_state_are_these(records: Records) -> None:
    assert sorted(office.id for office in records.of(Office) if office.leads) == sorted(LEADING)


@pytest.mark.parametrize("office", LEADING)
def test_each_has_one_holder_on_every_day_from_2000_to_may_2022(records: Records, office: str) -> None:
    held = spells(records, office)
    wrong = [day for day in days() if sum(first <= day <= last for first, last in held) != 1]
    assert wrong == []


def test_every_state_has_its_codes_but_the_one_whose_code_its_successor_bears(records: Records) -> None:
    states = [actor for actor in records.of(Actor) if actor.kind is ActorKind.STATE]
    assert sorted(state.id for state in states if not (state.iso3166 and state.cow)) == ["soviet-union"]
    assert [state.id for state in states if not state.wikidata] == []


def test_no_outside_identifier_stands_for_two_entities(records: Records) -> None:
    for field in ("wikidata", "iso3166", "cow"):
        codes = [code for entity in records.of(Entity) if (code := getattr(entity, field, None))]
        assert len(codes) == len(set(codes)), field
