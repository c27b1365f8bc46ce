"""Graphs that were made for questions, kept for the next ones: those not asked for longest go first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from kg.store import Store

__all__ = ["Alone", "Made", "Triple"]

Triple = tuple[str, str, str]

_MOST_GRAPHS, _MOST_TRIPLES = 64, 1_000_000  # 200 MB of memory


class Made:
    """The made graphs of a store, by name."""

    def __init__(self, store: Store, most: int = _MOST_GRAPHS, most_triples: int = _MOST_TRIPLES) -> None:
        self._store, self._most, self._most_triples = store, most, most_triples
        self._sizes: dict[str, int] = {}  # the one asked for last is the last

    def put(self, name: str, triples: Callable[[], Sequence[Triple]]) -> None:
        """Have a graph in the store; its triples are made where it is not there."""
        if name in self._sizes:
            self._sizes[name] = self._sizes.pop(name)
            return
        made = triples()
        self._store.put_graph(name, made)
        self._sizes[name] = len(made)

    def forget(self, but: Collection[str]) -> None:
        """Leave out what is too much, but never what the question at hand names."""
        for name in [name for name in self._sizes if name not in but]:
            if len(self._sizes) <= self._most and sum(self._sizes.values()) <= self._most_triples:
                return
            self._store.drop_graph(name)
            del self._sizes[name]


class Alone:
    """Made graphs that are asked by themselves, each in a store of its own: the engine looks through all graphs of a store."""

    def __init__(self, most: int = _MOST_GRAPHS, most_triples: int = _MOST_TRIPLES) -> None:
        self._most, self._most_triples = most, most_triples
        self._stores: dict[str, Store] = {}

    def store(self, name: str, base: str, triples: Callable[[], Sequence[Triple]]) -> Store:
        """A store that holds the graph, as its default graph; its triples are made where it is not there."""
        store = self._stores.pop(name, None)
        if store is None:
            store = Store(b"", base)
            store.put_graph(None, triples())
        self._stores[name] = store
        while len(self._stores) > 1 and (len(self._stores) > self._most or sum(map(len, self._stores.values())) > self._most_triples):
            del self._stores[next(iter(self._stores))]
        return store
