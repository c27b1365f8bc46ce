"""Who an entity is."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import UnknownName


def test_a_portrait_tells_relations_events_and_claims_in_order(freedonia: Path) -> None:
    portrait = kg.load(freedonia).show("firefly")
    assert (portrait.entity.label, portrait.kind) == ("Firefly", "person")
    assert portrait.relations == [
        ("1931-01-01/1933-12-31", "Firefly holds office Head", "undisputed", "", "gazette, h"),
        ("1931-01-01/1933-12-31", "Firefly leads Freedonia", "undisputed", "", "gazette, h"),
        ("1932-06-01", "Firefly met with Trentino", "undisputed", "", "gazette, June"),
    ]
    assert portrait.events == [("1932-06-01", "Ball", "host", "actual", "gazette, June")]
    assert portrait.claims == []


def test_what_is_denied_or_planned_is_told_as_such(freedonia: Path) -> None:
    relations = kg.load(freedonia).show("sylvania", era="late").relations
    assert [row[1:4] for row in relations] == [
        ("Sylvania distrusts Freedonia", "The press", ""),
        ("Freedonia — not: unfriendly to Sylvania", "The press", "negated"),
        ("Freedonia allied with Sylvania", "The press", "planned"),
        ("Freedonia sanctions Sylvania", "undisputed", ""),
    ]


def test_an_unknown_entity_names_the_nearest(freedonia: Path) -> None:
    with pytest.raises(UnknownName, match="no entity 'firefl'; nearest: firefly"):
        kg.load(freedonia).show("firefl")
