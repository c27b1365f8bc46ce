"""Records without a passage, and passages outside their source."""

from __future__ import annotations

import pytest

from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.rules import Problem
from tests.model.build import CITED, claim, conflict, dating, era, event, faults, office, place, policy, source, state, statement

# "first\nsecond\nlast"
TEXT = source("text", length=17, paragraphs=(0, 6, 13))
WORLD = (state("a"), state("b"), source("gazette"), TEXT)
REIGNS = (("reigns", "Reigns"),)


def passage(paragraph: int, start: int, end: int, name: str = "text") -> Evidence:
    return Evidence(name, paragraph=paragraph, chars=(start, end))


@pytest.mark.parametrize(
    "record",
    [
        event("x"),
        policy("x"),
        era("x"),
        statement("x", "a criticises b"),
        claim("x", "a"),
        event("x", None, datings=(dating("told", "2014"),)),
    ],
)
def test_what_is_held_to_be_so_cites_a_passage(record: Record) -> None:
    why = "no evidence: say in which source, paragraph and characters it stands"
    assert faults(*WORLD, record, periodisations=REIGNS) == [Problem("x", "", why)]


def test_evidence_of_a_dating_is_evidence_and_some_records_need_none() -> None:
    tea = event("tea", None, datings=(dating("told", "2014", "gazette"), dating("heard", "2015")))
    assert faults(*WORLD, tea, office("presidency", "a"), place("palace"), conflict("doubt", "tea", "palace")) == []


@pytest.mark.parametrize(
    "piece", [passage(1, 0, 5), passage(2, 6, 12), passage(2, 8, 9), passage(3, 13, 17), Evidence("text", row=2), *CITED]
)
def test_a_passage_inside_its_paragraph_is_no_problem(piece: Evidence) -> None:
    assert faults(*WORLD, event("x", evidence=(piece,))) == []


@pytest.mark.parametrize(
    ("piece", "why"),
    [
        (passage(1, 0, 6), "chars 0-6 lie outside paragraph 1 of text, which is 0-5"),
        (passage(2, 5, 12), "chars 5-12 lie outside paragraph 2 of text, which is 6-12"),
        (passage(3, 13, 18), "chars 13-18 lie outside paragraph 3 of text, which is 13-17"),
        (passage(4, 13, 17), "text has paragraphs 1 to 3, not 4"),
        (passage(-1, 0, 5), "text has paragraphs 1 to 3, not -1"),
        (Evidence("text", locator="page 1"), "text has a text: give paragraph and chars, not a locator"),
        (passage(1, 0, 5, "gazette"), "gazette has no text: give a locator, not a paragraph"),
    ],
)
def test_a_passage_outside_its_paragraph_or_source_is_told_where_that_lies(piece: Evidence, why: str) -> None:
    assert faults(*WORLD, event("x", evidence=(piece,))) == [Problem("x", "evidence", why)]
    assert faults(*WORLD, state("x", evidence=(piece,))) == [Problem("x", "evidence", why)]
    told = dating("told", "2014", "gazette")
    within = event("x", None, datings=(told, type(told)("heard", told.when, evidence=(piece,))))
    assert faults(*WORLD, within) == [Problem("x", "datings/heard", why)]


def test_every_piece_of_evidence_is_looked_at() -> None:
    pieces = passage(1, 0, 5), passage(1, 4, 9), passage(9, 0, 1)
    assert faults(*WORLD, claim("x", "a", evidence=pieces)) == [
        Problem("x", "evidence", "chars 4-9 lie outside paragraph 1 of text, which is 0-5"),
        Problem("x", "evidence", "text has paragraphs 1 to 3, not 9"),
    ]
