"""The states that other people's data name: by number of the Correlates of War, by ISO code, by any of their names."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.model.vocabulary import ActorKind
from kg.readers.foreign.facts import Party

__all__ = ["State", "state", "state_named", "states"]

_TABLE = Path(__file__).with_name("states.csv")


class State(NamedTuple):
    """A state of the system 1816 to 2016, or one that other data tell apart from it.

    ``cow`` stands for whomever the Correlates of War name by it: 345 is Yugoslavia to the end, 365 Russia from the beginning. ISO
    codes are those of today. ``names`` are all but the label.
    """

    cow: int | None
    id: str
    label: str
    alpha2: str
    alpha3: str
    names: tuple[str, ...]

    @property
    def party(self) -> Party:
        """The state as a row would name it."""
        return Party(self.label, ActorKind.STATE, self.cow, self.alpha2 or None)


@cache
def states() -> tuple[State, ...]:
    """All of them, in the order of the table."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            State(int(row["cow"]) if row["cow"] else None, row["id"], row["label"], row["alpha2"], row["alpha3"], _names(row["names"]))
            for row in csv.DictReader(file)
        )


def state(code: int | str) -> State | None:
    """The state by its number, or by its ISO code of two or three capital letters.

    >>> state(732).id, state("KOR").id, state("CS")
    ('south-korea', 'south-korea', None)
    """
    return _by_code().get(code)


def state_named(name: str) -> State | None:
    """The state that has this name, case and the form of apostrophes aside.

    >>> state_named("Iran (Islamic Republic of)").id
    'iran'
    """
    return _by_name().get(_key(name))


@cache
def _by_code() -> Mapping[int | str, State]:
    return {code: each for each in states() for code in (each.cow, each.alpha2, each.alpha3) if code}


@cache
def _by_name() -> Mapping[str, State]:
    return {_key(name): each for each in states() for name in (each.label, *each.names)}


def _key(name: str) -> str:
    return name.casefold().replace("’", "'")


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
