"""What questions of time are answered with: the same whichever engine finds it, in the same order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

__all__ = ["Change", "Count", "Extent", "Neighbour", "Pair", "Triangles", "Turn"]


class Pair(NamedTuple):
    """Two entities, whichever way round, ``a`` before ``b``, and so many statements between them by sign."""

    a: str
    b: str
    friendly: int
    unfriendly: int
    other: int


class Neighbour(NamedTuple):
    """Somebody with whom an entity has so many statements, either way round, by sign."""

    name: str
    friendly: int
    unfriendly: int
    other: int


class Count(NamedTuple):
    """So many statements hold at some time in a year, by sign."""

    year: int
    friendly: int
    unfriendly: int
    other: int


class Triangles(NamedTuple):
    """So many triangles with no, one, two and three unfriendly sides.

    A side is a pair with friendly statements only, or with unfriendly ones only; a pair with both, or with neither, is no side.
    """

    none: int
    one: int
    two: int
    three: int


class Extent(NamedTuple):
    """The first and the last day on which any of some statements may hold."""

    first: date
    last: date


class Turn(NamedTuple):
    """A pair that was a side of one sign before, and is one of the other sign after."""

    a: str
    b: str
    before: int
    after: int


class Change(NamedTuple):
    """What holds after and not before, before and not after, and both times, by ids in order; and the pairs that turned."""

    began: tuple[str, ...]
    ended: tuple[str, ...]
    kept: tuple[str, ...]
    turned: tuple[Turn, ...]
