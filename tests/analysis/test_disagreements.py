"""What the sources disagree on."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg import resources
from kg.analysis.disagreements import Reading
from kg.errors import UnknownName

STARTER = resources.package_root() / "readers" / "curated" / "starter"


def test_both_readings_stand_with_their_passages_and_the_preferred_is_marked() -> None:
    (found,) = kg.load(STARTER).conflicts()
    assert found.conflict.id == "begin-of-the-entente"
    assert found.readings == (
        Reading(
            "entente-cordiale/from-the-signing",
            "Entente Cordiale (from-the-signing)",
            "1904-04-08/..",
            "",
            "",
            "entente-in-brief ¶3, 209-340",
            True,
        ),
        Reading(
            "entente-cordiale/from-the-visits",
            "Entente Cordiale (from-the-visits)",
            "1903/..",
            "",
            "",
            "entente-in-brief ¶4, 432-505",
            False,
        ),
    )


def test_conflicts_of_an_entity_are_those_that_touch_it() -> None:
    graph = kg.load()
    touching = {found.conflict.id for found in graph.conflicts("putin-kim-vladivostok")}
    assert touching == {"cruel-policies", "vladivostok-year"}
    assert {found.conflict.id for found in graph.conflicts("kim-jong-un")} >= {"vladivostok-year"}
    assert touching < {found.conflict.id for found in graph.conflicts()}


def test_a_reading_says_how_firmly_and_on_what_ground() -> None:
    found = {one.conflict.id: one.readings for one in kg.load().conflicts()}
    certain, hedged = sorted(found["big-war"], key=lambda reading: len(reading.how))
    assert (certain.how, hedged.how) == ("forecast", "forecast, hedged")
    grounded = [reading.how for reading in found["why-russia-joined-the-sanctions-of-2017"] if "because" in reading.how]
    assert grounded == ["because: Donald Trump courts Russia"]


def test_an_unknown_entity_is_refused(freedonia: Path) -> None:
    with pytest.raises(UnknownName, match="no entity 'nobody'"):
        kg.load(freedonia).conflicts("nobody")
