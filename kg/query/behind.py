"""The statements behind a row that comes from the direct triples of a day, a period or an era."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.query.asked import Asked
from kg.query.patterns import Pattern, patterns
from kg.query.scope import Scope
from kg.query.tokens import named_iris, tokens, unprojected
from kg.rdf.namespaces import REL
from kg.rdf.terms import Iri, Term

__all__ = ["Behind"]

_Row = tuple[Term | None, ...]


class Behind:
    """Finds, for each row of one query, the statements that its triple patterns stand for.

    The query is asked again with nothing projected away, so that each row has all its terms: ends, kinds and graphs.
    A pattern with an end or a kind that even so nothing tells (in an aggregate, in a subquery) is passed over.
    ``timed`` is whether any dated graph is asked at all.
    """

    def __init__(self, engine: Asked, text: str, scope: Scope, variables: Sequence[str]) -> None:
        found, path = tokens(text), scope.path()
        asked = {iri for keyword, iri in named_iris(found, engine.prefixes, engine.base) if keyword == "FROM"} | (
            {engine.base + path} if path else set()
        )
        self._engine = engine
        self._default = set(filter(engine.is_dated, asked))
        inside = any(token.kind == "word" and token.text.upper() == "GRAPH" for token in found)
        self._patterns = patterns(text, engine.prefixes) if self._default or inside else []
        self.timed = bool(self._default) or any(p.graph.startswith("?") or engine.is_dated(p.graph) for p in self._patterns)
        self._variables = tuple(variables)
        self._whole = self._ask_whole(text, scope) if self.timed else {}
        self._edges: dict[str, dict[tuple[str, str, str], set[str]]] = {}

    def statements(self, row: Sequence[Term | None]) -> list[Iri]:
        """IRIs of the statements behind the row, sorted."""
        own = dict(zip(self._variables, row, strict=True))
        found: set[Iri] = set()
        for solution in self._whole.get(tuple(row), [own]) if self.timed else ():
            for pattern in self._patterns:
                found.update(self._found(pattern, solution))
        return sorted(found)

    def _ask_whole(self, text: str, scope: Scope) -> dict[_Row, list[Mapping[str, Term | None]]]:
        """The solutions with all their terms, by what the query itself projects of them."""
        if (whole := unprojected(text)) is None:
            return {}
        answer = self._engine.ask(whole, scope)
        solutions: dict[_Row, list[Mapping[str, Term | None]]] = {}
        for row in answer.rows:
            solution = dict(zip(answer.variables, row, strict=True))
            solutions.setdefault(tuple(solution.get(name) for name in self._variables), []).append(solution)
        return solutions

    def _found(self, pattern: Pattern, solution: Mapping[str, Term | None]) -> Iterator[Iri]:
        graph, *triple = (str(solution.get(term[1:]) or "") if term.startswith("?") else term for term in pattern)
        subject, kind, object = triple
        if not all(triple) or not kind.startswith(REL) or (pattern.graph and not graph):
            return
        for name in [graph] if graph else self._default:
            yield from (Iri(statement) for statement in self._in(name).get((subject, kind, object), ()))

    def _in(self, graph: str) -> dict[tuple[str, str, str], set[str]]:
        """The statements of a dated graph by their direct triple, symmetric kinds both ways round."""
        if graph not in self._edges:
            edges: dict[tuple[str, str, str], set[str]] = {}
            for statement, subject, kind, object in self._engine.edges(graph) if self._engine.is_dated(graph) else ():
                edges.setdefault((subject, kind, object), set()).add(statement)
                if kind in self._engine.symmetric:
                    edges.setdefault((object, kind, subject), set()).add(statement)
            self._edges[graph] = edges
        return self._edges[graph]
