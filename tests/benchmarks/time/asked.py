"""What every engine is asked, and how its answers are compared."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from kg.index.columns import Part
from tests.benchmarks.time.invented import part

__all__ = ["QUESTIONS", "Engine", "Invented", "Question"]

Ints = np.ndarray[tuple[int], np.dtype[np.int64]]


class Question(NamedTuple):
    """``limits`` are the sizes above which an engine is not asked, for it would not end in a reasonable time."""

    name: str
    title: str
    limits: Mapping[str, int]


QUESTIONS = (
    Question("one", "one statement", {}),
    Question("neighbours", "neighbours on a day", {"rdflib": 100_000}),
    Question("day", "all that hold on a day, native", {}),
    Question("rows", "all that hold on a day, as rows", {"rdflib": 100_000}),
    Question("pairs", "era, grouped by pair, native", {}),
    Question("pair_rows", "era, grouped by pair, as rows", {"rdflib": 10_000}),
    Question("triangles", "signed triangles on a day", {"rdflib": 0, "pyoxigraph": 10_000, "networkx": 1_000_000}),
    Question("counts", "counts for 81 years", {"rdflib": 0}),
)


class Invented(NamedTuple):
    """The statements, and the day, era, actor and statement that are asked about. Days are ordinals."""

    columns: Part
    day: int
    era: tuple[int, int]
    actor: int
    one: int
    first: int
    last: int

    @classmethod
    def of(cls, count: int) -> Invented:
        """So many statements."""
        era = date(1990, 1, 1).toordinal(), date(1995, 12, 31).toordinal()
        return cls(part(count), date(1990, 5, 5).toordinal(), era, 10, count // 2, 1945, 2025)

    @property
    def sign(self) -> Ints:
        """The signs of the statements."""
        return self.columns.sign.astype(np.int64)


class Engine(ABC):
    """An engine that holds the statements. What a question gives is in no order; `plain` makes answers comparable."""

    name: str

    @abstractmethod
    def __init__(self, data: Invented) -> None: ...

    def question(self, name: str) -> Callable[[], Any] | None:
        """What asks it; none where this engine has no such question."""
        return getattr(self, name, None)


def plain(answer: Any) -> Any:
    """An answer as every engine would give it: sorted tuples of plain values, without what is counted as none."""
    rows = (tuple(map(_value, row)) for row in answer)
    return tuple(sorted((row for row in rows if len(row) < 3 or row[-1] != 0 or (len(row) == 4 and row[-2] not in (-1, 0, 1))), key=repr))


def _value(value: Any) -> Any:
    return value.removeprefix("actor/") if isinstance(value, str) else int(value)
