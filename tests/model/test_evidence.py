"""Where a source says it, and where its paragraphs lie."""

from __future__ import annotations

import pytest

from kg.model.evidence import Evidence
from tests.model.build import source


@pytest.mark.parametrize(
    ("piece", "place"),
    [
        (Evidence("gazette", paragraph=12, chars=(5310, 5488)), "gazette ¶12, 5310-5488"),
        (Evidence("gazette", locator="page 3"), "gazette, page 3"),
        (Evidence("gazette", row=7), "gazette, row 7"),
    ],
)
def test_a_passage_is_cited_by_the_way_it_is_located(piece: Evidence, place: str) -> None:
    assert piece.place == place


def test_evidence_sorts_by_source_then_place() -> None:
    late, early = Evidence("b", paragraph=2, chars=(9, 12)), Evidence("b", paragraph=2, chars=(8, 20))
    assert sorted([late, early, Evidence("a", row=3)]) == [Evidence("a", row=3), early, late]


def test_a_paragraph_ends_before_the_line_break_and_the_last_one_with_the_text() -> None:
    text = "first\nsecond\nlast"
    gazette = source("gazette", length=len(text), paragraphs=(0, 6, 13))
    ranges = [gazette.paragraph_range(number) for number in (1, 2, 3)]
    assert [text[start:end] for start, end in ranges] == ["first", "second", "last"]
