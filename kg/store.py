"""The SPARQL engine: the only place that knows pyoxigraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.files import read_bytes
from kg.rdf.terms import Iri, Literal, Quad, Term

__all__ = ["Answer", "Store", "read_turtle"]

_LONGEST = 160  # of the engine's own words on a syntax error, which may list a whole alphabet
_GRAPHS = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES}
_TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: rows of terms by variable (SELECT), triples as rows (CONSTRUCT), or a truth value (ASK)."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truth: bool | None = None


class Store:
    """A data set in memory. Named graphs are only those that a question names."""

    def __init__(self, nquads: bytes) -> None:
        self._store = ox.Store()
        try:
            self._store.bulk_load(nquads, format=ox.RdfFormat.N_QUADS)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"the data set is damaged: {error}") from None
        self.graphs: tuple[str, ...] = tuple(sorted(g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode)))

    def __len__(self) -> int:
        return len(self._store)

    def quads(self) -> Iterator[Quad]:
        """Every quad, in the engine's order."""
        return (_quad(quad) for quad in self._store)

    def objects(self, subject: str, predicate: str) -> list[Term]:
        """All objects of a subject and predicate in the record."""
        pattern = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, ox.DefaultGraph())
        return [_term(quad.object) for quad in pattern]

    def put_graph(self, name: str, triples: Iterable[tuple[str, str, str]]) -> None:
        """Make a named graph of triples of IRIs; what stood under that name is gone."""
        graph = ox.NamedNode(name)
        self._store.clear_graph(graph)
        node = ox.NamedNode
        self._store.extend(ox.Quad(node(s), node(p), node(o), graph) for s, p, o in triples)

    def name_record(self, name: str) -> None:
        """Let a named graph hold what the default graph holds."""
        graph = ox.NamedNode(name)
        record = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        self._store.extend([ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in record])

    def triples_of(self, graph: str) -> set[tuple[str, str, str]]:
        """The triples of a named graph of IRIs."""
        pattern = self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        return {(_text(q.subject), _text(q.predicate), _text(q.object)) for q in pattern}

    def query(self, text: str, prefixes: Mapping[str, str], default: Sequence[str | None], named: Sequence[str]) -> Answer:
        """Evaluate; ``default`` and ``named`` are the graphs asked, None among the default ones being the record."""
        answer = self._evaluate(text, prefixes, default, named)
        try:
            if isinstance(answer, ox.QueryBoolean):
                return Answer((), (), bool(answer))
            if isinstance(answer, ox.QueryTriples):
                triples = {(_term(t.subject), _term(t.predicate), _term(t.object)) for t in answer}
                return Answer(("subject", "predicate", "object"), tuple(sorted(triples, key=str)))
            variables = tuple(variable.value for variable in answer.variables)
            return Answer(variables, tuple(tuple(map(_optional, solution)) for solution in answer))
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query fails: {error}") from None

    def serialise(self, text: str, prefixes: Mapping[str, str], default: Sequence[str | None], named: Sequence[str], format: str) -> bytes:
        """Evaluate and write in a standard format: json xml csv tsv for rows, turtle ntriples for triples."""
        answer = self._evaluate(text, prefixes, default, named)
        try:
            if isinstance(answer, ox.QueryTriples):
                if format not in _GRAPHS:
                    raise QueryError(f"the query gives triples: write them as {' or '.join(_GRAPHS)}, not {format}")
                triples = sorted(answer, key=str)
                written = ox.serialize(triples, format=_GRAPHS[format], prefixes=dict(prefixes) if format == "turtle" else None)
                return _sorted_prefixes(written or b"")
            if format not in _TABLES:
                raise QueryError(f"the query gives rows: write them as {' or '.join(_TABLES)}, not {format}")
            if isinstance(answer, ox.QueryBoolean) and format in ("csv", "tsv"):
                return f"{'true' if answer else 'false'}\n".encode()
            written = answer.serialize(format=_TABLES[format])
            assert written is not None
            return written
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query fails: {error}") from None

    def _evaluate(
        self, text: str, prefixes: Mapping[str, str], default: Sequence[str | None], named: Sequence[str]
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        graphs: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [
            ox.DefaultGraph() if name is None else ox.NamedNode(name) for name in default
        ]
        try:
            return self._store.query(
                text, prefixes=dict(prefixes), default_graph=graphs, named_graphs=[ox.NamedNode(name) for name in named]
            )
        except (SyntaxError, ValueError) as error:
            why = " ".join(str(error).split())
            raise QueryError(f"no valid SPARQL: {why if len(why) <= _LONGEST else why[:_LONGEST] + ' …'}") from None


def _sorted_prefixes(turtle: bytes) -> bytes:
    """The engine declares prefixes in an order that changes from run to run, and also those that nothing uses."""
    lines = turtle.decode().splitlines(keepends=True)
    body = "".join(line for line in lines if not line.startswith("@prefix "))
    used = (line for line in lines if line.startswith("@prefix ") and line.split()[1] in body)
    return ("".join(sorted(used)) + body).encode()


def read_turtle(path: Path) -> list[Quad]:
    """The triples of a Turtle file that has no blank nodes, or none that matter: those with one are left out.

    Raises `StoreError` with line and column where the file is not Turtle.
    """
    try:
        parsed = list(ox.parse(read_bytes(path), format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise StoreError(f"{path}: not Turtle: {error}") from None
    return [_quad(quad) for quad in parsed if not any(isinstance(term, ox.BlankNode) for term in (quad.subject, quad.object))]


def _quad(quad: ox.Quad) -> Quad:
    graph = Iri(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else None
    return Quad(Iri(_text(quad.subject)), Iri(quad.predicate.value), _term(quad.object), graph)


def _text(term: object) -> str:
    return str(_term(term))


def _optional(term: object) -> Term | None:
    return None if term is None else _term(term)


def _term(term: object) -> Term:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, language=term.language)
        plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        return Literal(term.value, "" if plain else term.datatype.value)
    # A query may make a blank node or a quoted triple; they are shown as the engine writes them.
    return Literal(str(term))
