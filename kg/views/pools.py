"""Values kept once, each known by its place; and columns of such places."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

__all__ = ["Columns", "Pool", "columns"]

K = TypeVar("K", bound=Hashable)
Columns = dict[str, list[int] | int]


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
    """Rows as columns; a column that never changes is one number.

    >>> columns([{"a": 1, "b": 7}, {"a": 2, "b": 7}])
    {'a': [1, 2], 'b': 7}
    """
    made = list(rows)
    found = {name: [row[name] for row in made] for name in (made[0] if made else {})}
    return {name: column[0] if len(set(column)) == 1 else column for name, column in found.items()}
