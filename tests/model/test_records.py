"""Records by id, and entities by name."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.model.entities import Actor
from kg.model.vocabulary import ActorKind
from tests.model.build import records

SYLVANIA = Actor(id="sylvania", label="Sylvania", aliases=("The Kingdom",), kind=ActorKind.STATE)
FREEDONIA = Actor(id="freedonia", label="Freedonia", aliases=("the kingdom", "Land of the Brave"), kind=ActorKind.STATE)


@pytest.mark.parametrize("name", ["freedonia", "Freedonia", "FREEDONIA", "land of the brave"])
def test_an_entity_is_found_by_id_or_by_a_name_that_is_only_its_own(name: str) -> None:
    assert records(SYLVANIA, FREEDONIA).entity(name) == FREEDONIA


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("the Kingdom", "'the Kingdom' is the name of several: freedonia, sylvania"),
        ("Freedon", "no entity 'Freedon'; nearest: freedonia"),
    ],
)
def test_a_name_of_several_or_of_none_is_refused(name: str, why: str) -> None:
    with pytest.raises(UsageError) as raised:
        records(SYLVANIA, FREEDONIA).entity(name)
    assert str(raised.value) == why
