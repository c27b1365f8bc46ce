"""What a conflict of fact disputes has holders."""

from __future__ import annotations

import pytest

from kg.model.rules import Problem
from kg.model.vocabulary import ConflictKind
from tests.model.build import CITED, claim, conflict, dating, faults, policy, source, state, statement

WORLD = (state("a"), state("b"), source("gazette"), policy("tariff", evidence=CITED))


def why(name: str) -> Problem:
    return Problem(name, "according-to", "undisputed, and yet the conflict doubt disputes it: name whose view it is")


def test_statements_and_claims_that_a_conflict_of_fact_disputes_are_not_undisputed() -> None:
    plea, gloom = statement("plea", "a criticises b", evidence=CITED), claim("gloom", "a", evidence=CITED)
    assert faults(*WORLD, plea, gloom, conflict("doubt", "plea", "gloom", "tariff")) == [why("gloom"), why("plea")]


def test_with_holders_they_may_be_disputed() -> None:
    plea = statement("plea", "a criticises b", according_to=("a",), evidence=CITED)
    gloom = claim("gloom", "a", according_to=("b",), evidence=CITED)
    assert faults(*WORLD, plea, gloom, conflict("doubt", "plea", "gloom", "tariff")) == []


def test_a_conflict_over_the_datings_of_a_statement_disputes_it() -> None:
    datings = dating("told", "2014", "gazette"), dating("heard", "2015", "gazette")
    plea = statement("plea", "a criticises b", None, datings=datings)
    assert faults(*WORLD, plea, conflict("doubt", "plea/told", "plea/heard")) == [why("plea")]


def test_what_a_conflict_only_prefers_may_be_undisputed() -> None:
    plea = statement("plea", "a criticises b", evidence=CITED)
    assert faults(*WORLD, plea, conflict("doubt", "tariff", "a", prefers="plea", reason="the journal")) == []


@pytest.mark.parametrize("kind", [kind for kind in ConflictKind if kind is not ConflictKind.FACT])
def test_a_conflict_of_another_kind_leaves_a_statement_undisputed(kind: ConflictKind) -> None:
    plea = statement("plea", "a criticises b", evidence=CITED)
    assert faults(*WORLD, plea, conflict("doubt", "plea", "tariff", kind=kind)) == []
