"""The quads of an export: the record of what was selected, and the graphs of direct triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from kg.dataset import described_kinds
from kg.errors import UnknownName
from kg.exports.selection import Selection
from kg.query.dated import DatedGraph
from kg.rdf.encode import encode
from kg.rdf.terms import Iri, Quad, nquads
from kg.store import read_quads

__all__ = ["RECORD", "quads_of", "read_back"]

RECORD = "record"


def quads_of(selection: Selection) -> bytes:
    """N-Quads, sorted, each once; a graph that was asked for alone stands in the default graph. Raises `UnknownName`,
    and `UsageError` where they are too many to be sorted.

    Without a time these are record and era graphs; with one, the record of that time and the graph that it makes.
    A view without a time has no graph: untimed, its triples would be false.
    """
    graphs = _paths(selection)
    if selection.only is None:
        if selection.whole and not selection.graph.is_large:  # what is large is not sorted, and has no record to be encoded
            return selection.graph.stored.nquads
        direct = chain.from_iterable(_direct(selection, path) for path in graphs.values())
        return nquads(quad.n3 for quad in chain(_record(selection), direct))
    if selection.only == RECORD:
        return nquads(quad.n3 for quad in _record(selection))
    if selection.only not in graphs:
        raise UnknownName("graph", selection.only, [RECORD, *graphs])
    return nquads(quad._replace(graph=None).n3 for quad in _direct(selection, graphs[selection.only]))


def read_back(selection: Selection) -> Iterator[Quad]:
    """The same as quads, one by one."""
    return (quad for quad in read_quads(quads_of(selection)) if isinstance(quad, Quad))


def _paths(selection: Selection) -> Mapping[str, str]:
    """The named graphs, by what ``--graph`` calls them: an era's id, or the path of the time that was asked for."""
    if selection.whole:
        return {era: f"era/{era}" for era in selection.graph.index.eras}
    path = selection.scope.path() if selection.scope.timed else None
    return {path: path} if path else {}


def _record(selection: Selection) -> Iterator[Quad]:
    yield from encode(selection.resolved, selection.relations)
    yield from described_kinds()


def _direct(selection: Selection, path: str) -> Iterator[Quad]:
    index = selection.graph.index
    statements = DatedGraph.parse(path, index, [f"actor/{selection.scope.as_seen_by}"]).statements(index)
    symmetric = {kind.name for kind in selection.relations.values() if kind.symmetric}
    triples = statements.graph(selection.base, symmetric)
    return (Quad(Iri(s), Iri(p), Iri(o), Iri(selection.base + path)) for s, p, o in triples)
