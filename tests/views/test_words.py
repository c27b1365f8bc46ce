"""What the page says about a statement, in plain words."""

from __future__ import annotations

from dataclasses import replace

from kg.model.relations import Relation
from kg.model.statements import Statement
from kg.views import words
from tests.views.invented import peninsula, resolved_of


def test_a_reason_and_an_origin_are_told_by_labels_without_ids(relations: dict[str, Relation]) -> None:
    records = peninsula()
    first, later = records["russia-friendlyto-north-korea-1"], records["russia-aids-north-korea-2"]
    assert isinstance(first, Statement)
    assert isinstance(later, Statement)
    rests = replace(later, because=(first.id, "crimea-vote"), derived_from=first.id)
    resolved = resolved_of(records | {rests.id: rests})
    assert words.because(resolved, relations, rests) == ("Russia is friendly to North Korea", "Vote on Crimea")
    assert words.derived(resolved, relations, rests) == "Russia is friendly to North Korea"
    assert words.derived(resolved, relations, later) == ""
