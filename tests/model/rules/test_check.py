"""All rules at once: records that keep them all, and problems in order."""

from __future__ import annotations

from dataclasses import replace

from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.rules import Problem
from kg.model.vocabulary import EventKind
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

FREEDONIA: tuple[Record, ...] = (
    state("freedonia", wikidata="Q1", iso3166="FR", cow=1),
    state("sylvania", wikidata="Q2", iso3166="SY", cow=2),
    person("rufus"),
    person("trentino"),
    office("presidency", "freedonia", leads=True),
    place("palace", country="freedonia"),
    source("gazette", date="1933", authors=("trentino",), publisher="freedonia", recorded="2024-05-03"),
    policy("tariff", proponents=("rufus",), targets=("sylvania", "ball", "palace"), adopted_by="ball", evidence=CITED),
    policy("exemption", part_of="tariff", evidence=CITED),
    event("ball", "1931", kind=EventKind.SUMMIT, participants=took_part("rufus:host"), place="palace", evidence=CITED),
    event("tea", None, part_of="ball", datings=(dating("told", "1932", "gazette"),)),
    era("reign", according_to=("rufus",), evidence=CITED),
    statement("tenure", "rufus holdsOffice presidency", evidence=CITED),
    statement("plea", "sylvania criticises freedonia", event="ball", because=("tariff", "ball", "tenure", "gloom"), evidence=CITED),
    claim(
        "gloom",
        "plea",
        "doubt",
        according_to=("rufus",),
        reported_by=(Report("sylvania", "gazette", "1932"),),
        quantities=(Quantity("duties", 40, "percent", compared_to="tariff"),),  # type: ignore[arg-type]
        evidence=CITED,
    ),
    conflict("doubt", "tea/told", "gloom", prefers="tea/told", reason="the journal"),
)
REIGNS = (("reigns", "Reigns"),)


def without(*names: str) -> list[Record]:
    return [record for record in FREEDONIA if record.id not in names]


def test_records_that_keep_every_rule_have_no_problem() -> None:
    assert faults(*FREEDONIA, periodisations=REIGNS) == []


def test_one_problem_never_hides_the_next_and_they_are_sorted() -> None:
    broken = replace(state("sylvania"), wikidata="Q1", former_ids=("rufus",))
    assert faults(*without("sylvania", "gloom", "doubt", "plea"), broken) == [
        Problem("reign", "periodisation", "no periodisation 'reigns' in corpus.yaml; there are: none"),
        Problem("sylvania", "former-ids", "the former id rufus is in use elsewhere: an id never changes hands"),
        Problem("sylvania", "wikidata", "wikidata Q1 is freedonia's already: one id, one entity"),
    ]


def test_the_same_problem_is_told_once() -> None:
    twice = (Evidence("gazete", locator="page 1"), Evidence("gazete", locator="page 2"))
    assert faults(source("gazette"), event("ball", evidence=twice)) == [
        Problem("ball", "evidence", "no source 'gazete': is gazette meant?"),
    ]
