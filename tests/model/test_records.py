"""Records by id, by kind and by what they have in common."""

from __future__ import annotations

from kg.model.entities import Actor, Entity
from kg.model.events import Event
from kg.model.records import FOLDERS, folder
from kg.model.statements import Envelope, Statement
from tests.model.build import claim, conflict, dating, era, event, office, person, place, policy, records, source, state, statement

ONE_OF_EACH = (
    state("freedonia"),
    office("presidency", "freedonia"),
    place("palace"),
    policy("tariff"),
    event("ball"),
    source("gazette"),
    era("reign"),
    statement("plea", "freedonia criticises tariff"),
    claim("gloom", "tariff"),
    conflict("doubt", "plea", "gloom"),
)


def test_every_kind_of_record_has_a_word() -> None:
    words = ["actor", "office", "place", "policy", "event", "source", "era", "statement", "claim", "conflict"]
    assert [folder(record) for record in ONE_OF_EACH] == words
    assert list(FOLDERS.values()) == words


def test_records_of_a_kind_include_the_narrower_kinds() -> None:
    every = records(*ONE_OF_EACH)
    assert [r.id for r in every.of(Actor)] == ["freedonia"]
    assert [r.id for r in every.of(Statement)] == ["plea"]
    assert [r.id for r in every.of(Envelope)] == ["gloom", "plea"]  # type: ignore[type-var]
    assert [r.id for r in every.of(Entity)] == ["ball", "freedonia", "gazette", "palace", "presidency", "reign", "tariff"]


def test_events_policies_eras_statements_and_claims_have_a_time() -> None:
    assert [r.id for r in records(*ONE_OF_EACH).dated()] == ["ball", "gloom", "plea", "reign", "tariff"]


def test_an_entity_is_called_by_its_label_and_all_else_by_its_id() -> None:
    every = records(*ONE_OF_EACH)
    assert [every.label(name) for name in ("freedonia", "plea", "nowhere")] == ["Freedonia", "plea", "nowhere"]


def test_label_and_aliases_prove_a_mention() -> None:
    assert person("rufus", aliases=("Firefly", "the president")).names == ("Rufus", "Firefly", "the president")


def test_the_preferred_dating_is_found_wherever_it_stands() -> None:
    late = dating("late", "2019", preferred=True, reason="the journal")
    assert event("ball", None, datings=(dating("early", "2018"), late)).preferred_dating is late
    assert event("ball", None, datings=(dating("early", "2018"),)).preferred_dating is None
    assert event("ball").preferred_dating is None


def test_a_conflict_over_datings_disputes_their_record_once() -> None:
    assert conflict("doubt", "ball/early", "ball/late", "plea").disputed_records == {"ball", "plea"}


def test_the_records_of_an_empty_corpus_are_none() -> None:
    assert list(records().of(Event)) == []
    assert list(records().dated()) == []
