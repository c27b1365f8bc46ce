"""Statements that a question selected: as rows, ids and triples, and counted by pair, neighbour and triangle."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from kg.index import measures
from kg.index.answers import Pair, Triangles, Turn
from kg.index.rows import Row
from kg.index.texts import as_array
from kg.rdf.namespaces import REL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.index.index import Index

__all__ = ["Selected"]


class Selected:
    """Some statements of an index, as ``places`` in its columns, ascending. Iterated over, they are rows in the order of their ids."""

    def __init__(self, index: Index, places: NDArray[np.intp]) -> None:
        self._index, self.places = index, places

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._index.rows_at(self._by_id))

    @property
    def ranks(self) -> NDArray[np.integer]:
        """Their places among the ids of all statements in order, rising."""
        import numpy as np

        return np.sort(self._index.columns.rank[self.places])

    def ids(self) -> tuple[str, ...]:
        """Their ids, in order."""
        columns = self._index.columns
        return tuple(columns.ids.at(columns.rank[self._by_id]))

    def in_time(self) -> tuple[str, ...]:
        """Their ids, by earliest begin."""
        columns = self._index.columns
        return tuple(columns.ids.at(columns.rank[self.places]))

    def __or__(self, other: Selected) -> Selected:
        """These and those of the same index, each once."""
        import numpy as np

        return Selected(self._index, measures.distinct(np.concatenate([self.places, other.places])))

    def direct(self) -> Selected:
        """Those of them that are actual and not negated."""
        return Selected(self._index, self.places[self._index.columns.direct[self.places]])

    def triples(self) -> list[tuple[str, str, str]]:
        """Subject, relation and object of each, as paths and names, by earliest begin."""
        index, columns = self._index, self._index.columns
        subject, object_ = (index.path_array[side[self.places]].tolist() for side in (columns.subject, columns.object))
        return list(zip(subject, index.kind_array[columns.kind[self.places]].tolist(), object_, strict=True))

    def graph(self, base: str, symmetric: Collection[str]) -> list[tuple[str, str, str]]:
        """The triples of the direct ones as IRIs, each once, symmetric kinds both ways round: what a graph of a time holds."""
        index = self._index
        both = [name in symmetric for name in index.kinds]
        subject, kind, object_ = measures.triples(index.columns, self.places, both, len(index.paths))
        iris = as_array([base + path for path in index.paths])
        kinds = as_array([REL + name for name in index.kinds])
        return list(zip(iris[subject].tolist(), kinds[kind].tolist(), iris[object_].tolist(), strict=True))

    def pairs(self) -> tuple[Pair, ...]:
        """Every two entities that any direct one joins, by their ids, with the direct ones counted by sign."""
        grouped = measures.by_pair(self._index.columns, self.places)
        names = self._index.id_array
        counts = (grouped.friendly, grouped.unfriendly, grouped.other)
        return tuple(map(Pair, names[grouped.a].tolist(), names[grouped.b].tolist(), *(each.tolist() for each in counts)))

    def triangles(self) -> Triangles:
        """How many triangles the direct ones close, by the number of their unfriendly sides."""
        return Triangles(*measures.triangles(measures.by_pair(self._index.columns, self.places), len(self._index.paths)))

    def turned(self, after: Selected) -> tuple[Turn, ...]:
        """The pairs that are sides of one sign here and of the other there."""
        names, columns = self._index.id_array, self._index.columns
        was, now = (measures.by_pair(columns, each.places) for each in (self, after))
        found = measures.turned(was, now, len(self._index.paths))
        return tuple(map(Turn, names[found.a].tolist(), names[found.b].tolist(), found.before.tolist(), found.after.tolist()))

    @cached_property
    def _by_id(self) -> NDArray[np.intp]:
        import numpy as np

        return self.places[np.argsort(self._index.columns.rank[self.places])]
