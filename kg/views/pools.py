"""Values kept once, each known by its place; and columns of such places, short where most of their rows agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

__all__ = ["Columns", "Pool", "Rare", "columns"]

_FEW = 4  # a row that is named takes about as much room as four that are not
K = TypeVar("K", bound=Hashable)
Rare = dict[str, int | dict[int, int]]
Columns = dict[str, list[int] | int | Rare]


class Pool(Generic[K]):
    """Values in the order of their first use, each known by its place.

    >>> pool = Pool[str]()
    >>> [pool.add(word) for word in ("to", "be", "to")]
    [0, 1, 0]
    """

    def __init__(self) -> None:
        self.values: dict[K, int] = {}

    def add(self, value: K) -> int:
        """The place of the value."""
        return self.values.setdefault(value, len(self.values))


def columns(rows: Iterable[dict[str, int]]) -> Columns:
    """Rows as columns: one number where it never changes; what ``most`` of the ``rows`` have and the others, where those are few.

    >>> columns([{"a": 1, "b": 7, "c": 0}] + [{"a": i, "b": 7, "c": -1} for i in range(2, 6)])
    {'a': [1, 2, 3, 4, 5], 'b': 7, 'c': {'rows': 5, 'most': -1, 'others': {0: 0}}}
    """
    made = list(rows)
    return {name: _column([row[name] for row in made]) for name in (made[0] if made else {})}


def _column(cells: list[int]) -> list[int] | int | Rare:
    (most, times), *others = Counter(cells).most_common()
    if not others:
        return most
    if len(cells) - times > len(cells) / _FEW:
        return cells
    return {"rows": len(cells), "most": most, "others": {i: cell for i, cell in enumerate(cells) if cell != most}}
