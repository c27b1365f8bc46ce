"""What relations may join, whose views there are, and who reports them."""

from __future__ import annotations

import pytest

from kg.dataset import relations
from kg.model.evidence import Report
from kg.model.rules import Problem, problems
from kg.model.vocabulary import ActorKind
from tests.model.build import CITED, claim, event, faults, office, person, records, source, state, statement

WORLD = (
    state("a"),
    person("rufus"),
    person("groucho"),
    office("seat", "a"),
    event("ball", evidence=CITED),
    source("gazette", authors=("rufus",)),
)


def said(triple: str, **more: object) -> list[Problem]:
    return faults(*WORLD, statement("x", triple, evidence=CITED, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("triple", ["a criticises rufus", "rufus criticises ball", "rufus holdsOffice seat", "seat mediatesIn ball"])
def test_a_relation_joins_what_it_may_join(triple: str) -> None:
    assert said(triple) == []


def test_a_relation_is_of_a_known_kind() -> None:
    assert said("a criticizes rufus") == [Problem("x", "relation", "no kind of relation 'criticizes': is criticises meant?")]
    assert said("a xyz rufus") == [Problem("x", "relation", "no kind of relation 'xyz': kinds are defined in ontology/relations.ttl")]


@pytest.mark.parametrize(
    ("triple", "field", "why"),
    [
        ("a holdsOffice seat", "subject", "a is a State: holdsOffice takes Person there"),
        ("rufus holdsOffice a", "object", "a is a State: holdsOffice takes Office there"),
        ("gazette criticises a", "subject", "gazette is a Source: criticises takes Actor there"),
        ("rufus mediatesIn a", "object", "a is a State: mediatesIn takes Event or Policy there"),
        ("rufus holdsOffice groucho", "object", "groucho is a Person: holdsOffice takes Office there"),
    ],
)
def test_a_relation_is_told_what_it_may_join(triple: str, field: str, why: str) -> None:
    assert said(triple) == [Problem("x", field, why)]


def test_a_statement_joins_two_entities() -> None:
    assert said("a criticises a") == [Problem("x", "object", "a is the subject already: a statement joins two entities")]


@pytest.mark.parametrize("kind", ActorKind)
def test_every_kind_of_actor_is_an_actor(kind: ActorKind) -> None:
    assert faults(*WORLD, state("somebody", kind=kind), statement("x", "somebody criticises a", evidence=CITED)) == []


def test_a_class_of_two_words_is_named_as_the_ontology_names_it() -> None:
    league = state("league", kind=ActorKind.INTERNATIONAL_BODY)
    problem = Problem("x", "subject", "league is an InternationalBody: holdsOffice takes Person there")
    assert faults(*WORLD, league, statement("x", "league holdsOffice seat", evidence=CITED)) == [problem]


def test_a_derived_relation_is_never_written() -> None:
    why = "metWith is derived by the build: write the event with its participants"
    assert said("rufus metWith a") == [Problem("x", "relation", why)]


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("metWith", "write the event with its participants"),
        ("proposes", "write the policy's proponents"),
        ("targets", "write the policy's targets"),
        ("leads", "write the office held"),
    ],
)
def test_for_each_relation_that_the_ontology_derives_there_is_something_to_write(name: str, instead: str) -> None:
    found = problems(records(*WORLD, statement("x", f"rufus {name} a", evidence=CITED)), relations())
    assert Problem("x", "relation", f"{name} is derived by the build: {instead}") in found


def test_the_ontology_derives_no_other_relation() -> None:
    assert {kind.name for kind in relations().values() if kind.derived} == {"metWith", "proposes", "targets", "leads"}


def test_a_sign_of_ones_own_is_for_relations_without_one() -> None:
    assert said("seat mediatesIn ball", polarity=1) == []
    assert said("seat mediatesIn ball", polarity=-1) == []
    assert said("a criticises rufus", polarity=1) == [Problem("x", "polarity", "leave polarity out: criticises has its own")]
    assert said("a criticises rufus", polarity=-1) == [Problem("x", "polarity", "leave polarity out: criticises has its own")]


def test_a_negated_statement_has_no_sign() -> None:
    assert said("seat mediatesIn ball", negated=True) == []
    assert said("seat mediatesIn ball", negated=True, polarity=1) == [
        Problem("x", "polarity", "leave polarity out: a negated statement has none")
    ]


def test_every_view_has_a_holder() -> None:
    why = "according-to is missing: whose view it is, or `undisputed`"
    assert said("a criticises rufus", according_to=()) == [Problem("x", "according-to", why)]
    assert faults(*WORLD, claim("x", "a", according_to=(), evidence=CITED)) == [Problem("x", "according-to", why)]


def test_undisputed_stands_alone() -> None:
    assert said("a criticises rufus", according_to=("a", "rufus")) == []
    why = "undisputed stands alone: where it has holders, name only them"
    assert said("a criticises rufus", according_to=("a", "undisputed")) == [Problem("x", "according-to", why)]


def test_the_author_of_a_cited_source_is_left_out_of_the_reporters() -> None:
    why = "leave out rufus: the author of gazette is added by the build"
    assert said("a criticises rufus", reported_by=(Report("rufus", "gazette"),)) == [Problem("x", "reported-by", why)]


@pytest.mark.parametrize("report", [Report("rufus"), Report("a", "gazette"), Report("rufus", "memoir"), Report("rufus", "a")])
def test_every_other_reporter_may_be_written(report: Report) -> None:
    memoir = source("memoir", authors=("rufus",))
    assert faults(*WORLD, memoir, statement("x", "a criticises rufus", reported_by=(report,), evidence=CITED)) == []
