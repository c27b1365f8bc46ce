"""References to what does not exist or does not fit, ids that change hands, places in a periodisation."""

from __future__ import annotations

import pytest

from kg.model.dated import When
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.rules import Problem
from kg.model.vocabulary import ConflictKind
from tests.model.build import (
    CITED,
    claim,
    conflict,
    dating,
    era,
    event,
    faults,
    office,
    person,
    place,
    policy,
    source,
    state,
    statement,
    took_part,
)

ENTITY = "actor or office or place or policy or event or source or era"
WORLD = (state("freedonia"), person("rufus"), source("gazette"), event("ball", evidence=CITED))
ELSEWHERE = (Evidence("nowhere", locator="page 1"),)
FIGURES = (Quantity("duties", 40, "percent", compared_to="nowhere"),)  # type: ignore[arg-type]
PLEA = "freedonia criticises rufus"


@pytest.mark.parametrize(
    ("record", "field", "wanted"),
    [
        (event("x", When("2014", after="nowhere"), evidence=CITED), "after", "event"),
        (policy("x", When("2014", before="nowhere"), evidence=CITED), "before", "event"),
        (event("x", None, datings=(dating("a", When("2014", after="nowhere"), "gazette"),)), "datings/a", "event"),
        (event("x", None, datings=(dating("a", When("2014", before="nowhere"), "gazette"),)), "datings/a", "event"),
        (event("x", None, datings=(dating("a", "2014", "gazette", "nowhere"),)), "datings/a", "source"),
        (state("x", evidence=ELSEWHERE), "evidence", "source"),
        (event("x", evidence=CITED, quantities=FIGURES), "quantities", "record"),
        (policy("x", evidence=CITED, quantities=FIGURES), "quantities", "record"),
        (office("x", "nowhere"), "of", "actor"),
        (place("x", country="nowhere"), "country", "actor"),
        (policy("x", proponents=("rufus", "nowhere"), evidence=CITED), "proponents", "actor"),
        (policy("x", targets=("rufus", "nowhere"), evidence=CITED), "targets", "actor or policy or event or place"),
        (policy("x", adopted_by="nowhere", evidence=CITED), "adopted-by", "event"),
        (policy("x", part_of="nowhere", evidence=CITED), "part-of", "policy"),
        (event("x", participants=took_part("rufus:host", "nowhere:guest"), evidence=CITED), "participants", "actor"),
        (event("x", place="nowhere", evidence=CITED), "place", "place"),
        (event("x", part_of="nowhere", evidence=CITED), "part-of", "event"),
        (source("x", authors=("rufus", "nowhere")), "author", "actor"),
        (source("x", publisher="nowhere"), "publisher", "actor"),
        (era("x", according_to=("nowhere",), evidence=CITED), "according-to", "actor"),
        (claim("x", "ball", according_to=("nowhere",), evidence=CITED), "according-to", "actor"),
        (statement("x", PLEA, reported_by=(Report("nowhere"),), evidence=CITED), "reported-by", "actor"),
        (statement("x", PLEA, reported_by=(Report("rufus", "nowhere"),), evidence=CITED), "reported-by", "actor or source"),
        (statement("x", PLEA, event="nowhere", evidence=CITED), "event", "event"),
        (statement("x", PLEA, because=("ball", "nowhere"), evidence=CITED), "because", "event or policy or statement or claim"),
        (statement("x", "nowhere criticises rufus", evidence=CITED), "subject", ENTITY),
        (statement("x", "rufus criticises nowhere", evidence=CITED), "object", ENTITY),
        (claim("x", "ball", "nowhere", evidence=CITED), "about", "record"),
        (conflict("x", "ball", "nowhere", kind=ConflictKind.DATE), "disputes", "record"),
        (conflict("x", "ball", "rufus", prefers="nowhere"), "prefers", "record"),
    ],
)
def test_a_reference_to_what_does_not_exist_says_what_was_wanted(record: Record, field: str, wanted: str) -> None:
    assert faults(*WORLD, record, periodisations=(("reigns", "Reigns"),)) == [Problem("x", field, f"no {wanted} 'nowhere'")]
    assert faults(*WORLD, record, periodisations=(("reigns", "Reigns"),), unread=frozenset({"nowhere"})) == []


@pytest.mark.parametrize(
    ("record", "field", "why"),
    [
        (event("x", When("2014", after="rufus"), evidence=CITED), "after", "rufus is an actor, where an event fits"),
        (state("x", evidence=(Evidence("ball", locator="page 1"),)), "evidence", "ball is an event, where a source fits"),
        (office("x", "gazette"), "of", "gazette is a source, where an actor fits"),
        (place("x", country="ball"), "country", "ball is an event, where an actor fits"),
        (policy("x", part_of="ball", evidence=CITED), "part-of", "ball is an event, where a policy fits"),
        (
            policy("x", targets=("gazette",), evidence=CITED),
            "targets",
            "gazette is a source, where an actor or policy or event or place fits",
        ),
        (event("x", place="freedonia", evidence=CITED), "place", "freedonia is an actor, where a place fits"),
        (event("x", part_of="gazette", evidence=CITED), "part-of", "gazette is a source, where an event fits"),
        (source("x", authors=("ball",)), "author", "ball is an event, where an actor fits"),
        (statement("x", PLEA, event="rufus", evidence=CITED), "event", "rufus is an actor, where an event fits"),
        (
            statement("x", PLEA, because=("gazette",), evidence=CITED),
            "because",
            "gazette is a source, where an event or policy or statement or claim fits",
        ),
        (
            statement("x", "rufus criticises x", evidence=CITED),
            "object",
            f"x is a statement, where an {ENTITY} fits",
        ),
    ],
)
def test_a_reference_to_a_record_of_the_wrong_kind_says_which_kinds_fit(record: Record, field: str, why: str) -> None:
    assert faults(*WORLD, record) == [Problem("x", field, why)]


def test_a_slip_of_the_pen_is_told_what_is_near() -> None:
    assert faults(*WORLD, office("x", "fredonia")) == [Problem("x", "of", "no actor 'fredonia': is freedonia meant?")]


def test_a_claim_is_about_records_of_any_kind_and_not_about_one_dating() -> None:
    tea, doubt = event("tea", None, datings=(dating("told", "2014", "gazette"),)), conflict("doubt", "ball", "tea")
    assert faults(*WORLD, tea, doubt, claim("x", "rufus", "gazette", "tea", "doubt", evidence=CITED)) == []
    assert faults(*WORLD, tea, claim("x", "tea/told", evidence=CITED)) == [Problem("x", "about", "no record 'tea/told'")]


def test_a_former_id_is_free_and_one_records_only() -> None:
    assert faults(state("freedonia", former_ids=("old-freedonia",)), state("sylvania", former_ids=("old-sylvania",))) == []
    why = "the former id {} is in use elsewhere: an id never changes hands"
    assert faults(state("freedonia"), state("sylvania", former_ids=("freedonia",))) == [
        Problem("sylvania", "former-ids", why.format("freedonia")),
    ]
    assert faults(
        state("freedonia", former_ids=("ruritania",)), conflict("doubt", "freedonia", "freedonia", former_ids=("ruritania",))
    ) == [
        Problem("doubt", "former-ids", why.format("ruritania")),
        Problem("freedonia", "former-ids", why.format("ruritania")),
    ]


TWO = (("reigns", "Reigns"), ("cabinets", "Cabinets"))


def test_eras_of_one_periodisation_have_places_of_their_own() -> None:
    first, second, third = era("a", order=1, evidence=CITED), era("b", order=2, evidence=CITED), era("c", order=1, evidence=CITED)
    other = era("d", order=1, periodisation="cabinets", evidence=CITED)
    assert faults(source("gazette"), first, second, other, periodisations=TWO) == []
    why = "two eras of reigns have order 1: give each its own"
    assert faults(source("gazette"), first, second, third, other, periodisations=TWO) == [
        Problem("a", "order", why),
        Problem("c", "order", why),
    ]


def test_the_periodisation_of_an_era_is_one_that_the_corpus_names() -> None:
    assert faults(source("gazette"), era("a", periodisation="dynasties", evidence=CITED), periodisations=TWO) == [
        Problem("a", "periodisation", "no periodisation 'dynasties' in corpus.yaml; there are: cabinets, reigns"),
    ]


def test_datings_that_a_conflict_names_exist() -> None:
    tea = event("tea", None, datings=(dating("a", "2014", "gazette"), dating("b", "2015", "gazette")))
    assert faults(*WORLD, tea, conflict("x", "tea/a", "tea/b", prefers="tea/a")) == []
    assert faults(*WORLD, tea, conflict("x", "tea/a", "tea/c", "ball/a", "rufus/a", prefers="tea/d")) == [
        Problem("x", "disputes", "ball has no dating 'a'"),
        Problem("x", "disputes", "rufus has no dating 'a'"),
        Problem("x", "disputes", "tea has no dating 'c'"),
        Problem("x", "prefers", "tea has no dating 'd'"),
    ]
    assert faults(*WORLD, conflict("x", "ball", "nowhere/a")) == [Problem("x", "disputes", "no record 'nowhere'")]
