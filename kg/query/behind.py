"""The statements behind a row that comes from the direct triples of a day, a period or an era."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from kg.query.engine import Engine
from kg.query.patterns import patterns, values
from kg.query.scope import Scope
from kg.query.tokens import Token, named_iris, tokens
from kg.rdf.namespaces import KG, REL, XSD
from kg.rdf.terms import Iri, Literal, Term

__all__ = ["Behind"]

_Ends = tuple[str, str]
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Behind:
    """Finds, for each row of one query, the statements between the ends of its triple patterns.

    An end is what the row binds, else what the query names or gives to the variable by VALUES; a pattern with an end
    that neither tells is passed over. Only statements of the dated graphs that the query asks, of the pattern's kind
    of relation, and its way round; where paths stand in place of kinds, of any kind that the query names, either way.
    ``timed`` is whether any dated graph is asked at all.
    """

    def __init__(self, engine: Engine, text: str, scope: Scope, variables: Sequence[str]) -> None:
        found = tokens(text)
        path = scope.path()
        graphs = {iri for iri in _iris(engine, found) if engine.is_dated(iri)} | ({engine.base + path} if path else set())
        self.timed = bool(graphs)
        self._columns = {name: i for i, name in enumerate(variables)}
        self._prologue = found[: next((i for i, token in enumerate(found) if token.text.upper() in _FORMS), 0)]
        self._engine = engine
        self._kinds = {iri for iri in _iris(engine, found) if iri.startswith(REL)}
        self._named = _iris(engine, found) - graphs
        self._patterns = [p for p in patterns(found) if p.predicate.kind == "variable" or self._iris([p.predicate]) & self._kinds]
        self._given: dict[str, set[str]] = {}
        for names, terms in values(found):
            for name in names:
                self._given.setdefault(name, set()).update(self._iris(terms))
        self._between: dict[_Ends, set[tuple[str, str]]] = {}
        for row in (row for graph in sorted(graphs) for row in engine.statements_in(graph)):
            kind, ends = REL + row.relation, (engine.base + row.subject, engine.base + row.object)
            both = Literal("true", XSD + "boolean") in engine.store.objects(kind, KG + "symmetric")
            for pair in (ends, ends[::-1]) if both else (ends,):
                self._between.setdefault(pair, set()).add((kind, f"{engine.base}statement/{row.id}"))

    def statements(self, row: Sequence[Term | None]) -> list[Iri]:
        """IRIs of the statements behind the row, sorted."""
        return sorted({Iri(name) for name in self._found(row)})

    def _found(self, row: Sequence[Term | None]) -> Iterator[str]:
        for pattern in self._patterns:
            subjects, kinds, objects = (self._meant(token, row) for token in pattern)
            yield from self._among(product(subjects or (), objects or ()), kinds)
        if not self._patterns and self._kinds:
            bound = {str(term) for term in row if isinstance(term, Iri)}
            yield from self._among([*product(bound, bound | self._named), *product(self._named, bound)], self._kinds)

    def _among(self, pairs: Iterable[_Ends], kinds: Collection[str] | None) -> Iterator[str]:
        for pair in pairs:
            yield from (name for kind, name in self._between.get(pair, ()) if kinds is None or kind in kinds)

    def _meant(self, token: Token, row: Sequence[Term | None]) -> Collection[str] | None:
        """The IRIs that a term stands for in this row; None where nothing tells."""
        if token.kind != "variable":
            return self._iris([token])
        name = token.text[1:]
        if name in self._columns:
            term = row[self._columns[name]]
            return {str(term)} if isinstance(term, Iri) else ()
        return self._given.get(name)

    def _iris(self, terms: Sequence[Token]) -> set[str]:
        """The IRIs among the terms, by the prefixes that the query declares too."""
        return _iris(self._engine, [*self._prologue, *terms])


def _iris(engine: Engine, found: Sequence[Token]) -> set[str]:
    return {iri for _, iri in named_iris(list(found), engine.prefixes)}
