"""The same said twice, and the same recorded twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model.dated import When
from kg.model.evidence import Evidence, Report
from kg.model.rules import Problem
from kg.model.vocabulary import Status, WhenFrom
from tests.model.build import CITED, dating, event, faults, person, policy, source, state, statement

WORLD = (state("a"), state("b"), person("rufus"), source("gazette"), event("ball", evidence=CITED), event("tea", evidence=CITED))
FIRST = statement("first", "a criticises b", evidence=CITED)
SAME = Problem("second", "", "says the same as first: add the evidence to that one")


def test_two_statements_that_differ_in_their_evidence_only_are_one() -> None:
    second = replace(FIRST, id="second", evidence=(Evidence("gazette", locator="page 9"),))
    assert faults(*WORLD, FIRST, second) == [SAME]


def test_of_three_that_say_the_same_the_first_is_named_to_both_others() -> None:
    assert faults(*WORLD, FIRST, replace(FIRST, id="second"), replace(FIRST, id="third")) == [SAME, replace(SAME, record="third")]


@pytest.mark.parametrize(
    "different",
    [
        {"subject": "rufus"},
        {"relation": "mediatesIn", "object": "ball"},
        {"object": "rufus"},
        {"when": When("2015")},
        {"when": When("2014", origin=WhenFrom.CONTEXT)},
        {"when": None, "datings": (dating("told", "2014", "gazette"),)},
        {"according_to": ("rufus",)},
        {"reported_by": (Report("rufus"),)},
        {"status": Status.PLANNED},
        {"negated": True},
        {"event": "ball"},
    ],
)
def test_two_statements_that_differ_in_what_they_say_are_two(different: dict[str, object]) -> None:
    assert faults(*WORLD, FIRST, replace(FIRST, id="second", **different)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "same",
    [
        (dating("told", "2014", "gazette"), dating("heard", "2015", "gazette")),
        (dating("read", "2014", "gazette"), dating("seen", "2015", "gazette")),
    ],
)
def test_datings_with_the_same_dates_are_the_same(same: tuple[object, ...]) -> None:
    told = dating("told", "2014", "gazette"), dating("heard", "2015", "gazette")
    first, second = replace(FIRST, when=None, datings=told), replace(FIRST, id="second", when=None, datings=same)  # type: ignore[arg-type]
    assert faults(*WORLD, first, second) == [SAME]


@pytest.mark.parametrize(("field", "code"), [("wikidata", "Q159"), ("iso3166", "RU"), ("cow", 365)])
def test_an_external_id_belongs_to_one_entity(field: str, code: object) -> None:
    one, two, three = (state(name, **{field: code}) for name in ("one", "two", "three"))
    why = f"{field} {code} is one's already: one id, one entity"
    assert faults(one, two, three) == [Problem("three", field, why), Problem("two", field, why)]
    assert faults(one, state("two")) == []


def test_an_external_id_is_one_entitys_whatever_its_kind() -> None:
    tariff = policy("tariff", wikidata="Q1", evidence=CITED)
    assert faults(source("gazette"), state("freedonia", wikidata="Q1"), tariff) == [
        Problem("tariff", "wikidata", "wikidata Q1 is freedonia's already: one id, one entity"),
    ]
