"""The statements behind a row that comes from the direct triples of a day, a period or an era."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from kg.query.engine import Engine
from kg.query.scope import Scope
from kg.query.tokens import named_iris, tokens
from kg.rdf.namespaces import REL
from kg.rdf.terms import Iri, Term

__all__ = ["Behind"]


class Behind:
    """Finds, for each row of one query, the statements between what the row binds and what the query names.

    Only statements of the dated graphs that the query asks, and only of the kinds of relation that it or the row
    names, where one does. ``timed`` is whether any dated graph is asked at all.
    """

    def __init__(self, engine: Engine, text: str, scope: Scope) -> None:
        named = {iri for _, iri in named_iris(tokens(text), engine.prefixes)}
        path = scope.path()
        graphs = {iri for iri in named if engine.is_dated(iri)} | ({engine.base + path} if path else set())
        self.timed = bool(graphs)
        self._kinds = {iri for iri in named if iri.startswith(REL)}
        self._named = {iri for iri in named - graphs - self._kinds if iri.startswith(engine.base)}
        self._between: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for row in (row for graph in graphs for row in engine.statements_in(graph)):
            found = REL + row.relation, f"{engine.base}statement/{row.id}"
            for ends in ((row.subject, row.object), (row.object, row.subject)):
                self._between.setdefault((engine.base + ends[0], engine.base + ends[1]), set()).add(found)

    def statements(self, row: Iterable[Term | None]) -> list[Iri]:
        """IRIs of the statements behind the row, sorted."""
        bound = {str(term) for term in row if isinstance(term, Iri)}
        kinds = self._kinds | {iri for iri in bound if iri.startswith(REL)}
        pairs = product(bound, bound | self._named)
        found = {name for pair in pairs for kind, name in self._between.get(pair, ()) if not kinds or kind in kinds}
        return sorted(map(Iri, found))
