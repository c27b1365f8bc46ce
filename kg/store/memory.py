"""A data set in memory, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.files import read_bytes
from kg.rdf.namespaces import RDF
from kg.rdf.terms import Iri, Literal, Quad, Reified, Term
from kg.store.formats import GRAPHS, Format
from kg.store.writing import ALL, Most, Written, write_rows, write_triples, write_truth

__all__ = ["Answer", "Store", "answer_of", "read_quads", "read_turtle"]

_READ = ("nquads", "trig", "turtle", "ntriples")  # of foreign files; the engine reads no others that are safe with strangers' text
_NQUADS = ox.RdfFormat.N_QUADS
_LONGEST = 160  # of the engine's own words on a syntax error, which may list a whole alphabet


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: rows of terms by variable (SELECT), triples as rows (CONSTRUCT), or a truth value (ASK)."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truth: bool | None = None


class Store:
    """A data set in memory. Named graphs are only those that a question names; relative IRIs of queries lie at ``base``."""

    def __init__(self, nquads: bytes, base: str | None = None) -> None:
        self._store, self._base = ox.Store(), base
        try:
            self._store.bulk_load(nquads, format=ox.RdfFormat.N_QUADS)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"the data set is damaged: {error}") from None
        self._note_graphs()

    def _note_graphs(self) -> None:
        self.graphs: tuple[str, ...] = tuple(sorted(g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode)))

    @classmethod
    def read(cls, data: bytes, file: Path, base: str) -> Store:
        """What stands in a foreign file: N-Quads, TriG, Turtle or N-Triples, by its ending. Raises `StoreError` with line and column."""
        format, store = cls.ending(file), cls(b"", base)
        try:
            store._store.bulk_load(data, format=format.engine, base_iri=base)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{file}: not {format.name}: {error}") from None
        store._note_graphs()
        return store

    @staticmethod
    def ending(file: Path) -> Format[ox.RdfFormat]:
        """The format that a foreign file has by its ending: known before a byte of it is read. Raises `StoreError`."""
        known = {f".{format.ending}": format for format in GRAPHS.values() if format.name in _READ}
        if file.suffix not in known:
            raise StoreError(f"{file}: {file.suffix or 'no ending'} is none of {' '.join(known)}")
        return known[file.suffix]

    def __len__(self) -> int:
        return len(self._store)

    def size(self, graph: str | None) -> int:
        """How many triples a graph has; none is the record."""
        name = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, name))

    def quads(self) -> Iterator[Quad]:
        """Every quad, in the engine's order."""
        return (_quad(quad) for quad in self._store)

    def objects(self, subject: str, predicate: str) -> list[Term]:
        """All objects of a subject and predicate in the record."""
        pattern = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, ox.DefaultGraph())
        return [_term(quad.object) for quad in pattern]

    def put_graph(self, name: str | None, triples: Iterable[tuple[str, str, str]]) -> None:
        """Make a graph, without a name the default one, of triples of IRIs; what stood there is gone."""
        graph, node = ox.NamedNode(name) if name else ox.DefaultGraph(), cache(ox.NamedNode)  # few nodes stand in many triples
        self._store.clear_graph(graph)
        self._store.bulk_extend(ox.Quad(node(s), node(p), node(o), graph) for s, p, o in triples)

    def drop_graph(self, name: str) -> None:
        """Forget a named graph."""
        self._store.remove_graph(ox.NamedNode(name))

    def name_record(self, name: str) -> None:
        """Let a named graph hold what the default graph holds."""
        graph = ox.NamedNode(name)
        record = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        self._store.extend([ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in record])

    def query(self, text: str, prefixes: Mapping[str, str], default: Sequence[str | None], named: Sequence[str]) -> Answer:
        """Evaluate; ``default`` and ``named`` are the graphs asked, None among the default ones being the record."""
        answer = self._evaluate(text, prefixes, default, named)
        try:
            return answer_of(answer)
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query fails: {error}") from None

    def serialise(
        self,
        text: str,
        prefixes: Mapping[str, str],
        default: Sequence[str | None] | None,
        named: Sequence[str] | None,
        format: str,
        most: Most = ALL,
    ) -> Written:
        """Evaluate and write in one of `kg.store.FORMATS`: TABLES for rows and truth values, GRAPHS for triples.

        Where ``default`` and ``named`` are none, the query's own FROM counts, and without it the whole data set.
        """
        answer = self._evaluate(text, prefixes, default, named)
        try:
            if isinstance(answer, ox.QueryTriples):
                return write_triples(answer, format, prefixes, most)
            if isinstance(answer, ox.QueryBoolean):
                return write_truth(answer, format)
            return write_rows(answer, format, most)
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query fails: {error}") from None

    def _evaluate(
        self, text: str, prefixes: Mapping[str, str], default: Sequence[str | None] | None, named: Sequence[str] | None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        # A list without type: the engine's own says that it may not hold all that it may.
        graphs: Any = None if default is None else [ox.DefaultGraph() if name is None else _graph(name) for name in default]
        inner: Any = None if named is None else [_graph(name) for name in named]
        try:
            return self._store.query(text, base_iri=self._base, prefixes=dict(prefixes), default_graph=graphs, named_graphs=inner)
        except (SyntaxError, ValueError) as error:
            why = " ".join(str(error).split())
            raise QueryError(f"no valid SPARQL: {why if len(why) <= _LONGEST else why[:_LONGEST] + ' …'}") from None
        except (RuntimeError, OSError) as error:  # what the engine meets at once: a function that it does not know
            raise QueryError(f"the query fails: {error}") from None


def _graph(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise QueryError(f"the name of a graph is no absolute IRI: {error}") from None


def answer_of(result: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]) -> Answer:
    """What the engine gives, as terms."""
    if isinstance(result, ox.QueryBoolean):
        return Answer((), (), bool(result))
    if isinstance(result, ox.QuerySolutions):
        variables = tuple(variable.value for variable in result.variables)
        return Answer(variables, tuple(tuple(map(_optional, solution)) for solution in result))
    triples = {(_term(t.subject), _term(t.predicate), _term(t.object)) for t in result}
    return Answer(("subject", "predicate", "object"), tuple(sorted(triples, key=str)))


def read_quads(nquads: bytes) -> Iterator[Quad | Reified]:
    """The quads of RDF 1.2 N-Quads one after the other, as they are written; no store is filled.

    Raises `StoreError` with line and column, and for a triple as the object of anything but ``rdf:reifies``.

    >>> [line.n3 for line in read_quads(b'<urn:a> <urn:b> "c" .')]
    ['<urn:a> <urn:b> "c" .\\n']
    """
    try:
        yield from (_reified(quad) if isinstance(quad.object, ox.Triple) else _quad(quad) for quad in ox.parse(nquads, format=_NQUADS))
    except SyntaxError as error:
        raise StoreError(f"not N-Quads: {error}") from None


def _reified(quad: ox.Quad) -> Reified:
    triple = quad.object
    assert isinstance(triple, ox.Triple)
    if quad.predicate.value != RDF + "reifies":
        raise StoreError(f"{quad.predicate} has a triple as its object: only rdf:reifies may")
    plain = _quad(ox.Quad(triple.subject, triple.predicate, triple.object, quad.graph_name))
    return Reified(Iri(_text(quad.subject)), plain[:3], plain.graph)


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
    graph = None if isinstance(quad.graph_name, ox.DefaultGraph) else _node(quad.graph_name)
    object_ = _node(quad.object) if isinstance(quad.object, ox.BlankNode) else _term(quad.object)
    return Quad(_node(quad.subject), Iri(quad.predicate.value), object_, graph)


def _node(term: object) -> Iri:
    """An IRI, or a blank node, which is written as it is."""
    return Iri(term.value if isinstance(term, ox.NamedNode) else str(term))


def _text(term: object) -> str:
    return str(_term(term))


def _optional(term: object) -> Term | None:
    return None if term is None else _term(term)


def _term(term: object) -> Term:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, language=term.language + (f"--{term.direction.value}" if term.direction else ""))
        plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        return Literal(term.value, "" if plain else term.datatype.value)
    # A query may make a blank node or a quoted triple; they are shown as the engine writes them.
    return Literal(str(term))
