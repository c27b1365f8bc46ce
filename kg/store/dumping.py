"""A whole data set in a standard format: sorted, in parts of bounded size, with every prefix declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from kg.store.formats import GRAPHS
from kg.store.writing import whole_xml

__all__ = ["dumped"]

_PART = 20_000  # quads that the engine writes at once


def dumped(nquads: bytes, format: str, prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """Sorted N-Quads as one of `kg.store.GRAPHS`: the same quads give the same bytes.

    Raises `QueryError` where XML has no form for a predicate or a character.
    """
    if format in ("nquads", "ntriples"):
        yield nquads
        return
    quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    if format == "rdfxml":
        yield whole_xml(ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.RDF_XML, prefixes=dict(prefixes)) or b"")
        return
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items())).encode()
    for graph, inside in groupby(sorted(quads, key=_graph), key=_graph):
        for part in _parts(inside):
            yield _body(part if graph else [quad.triple for quad in part], format, prefixes)


def _graph(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)


def _parts(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Quad]]:
    """Runs of quads that end where a subject does."""
    part: list[ox.Quad] = []
    for quad in quads:
        if len(part) >= _PART and quad.subject != part[-1].subject:
            yield part
            part = []
        part.append(quad)
    yield part


def _body(part: list[ox.Quad] | list[ox.Triple], format: str, prefixes: Mapping[str, str]) -> bytes:
    """The part without the prefixes, which the engine declares in an order that changes from run to run."""
    text = ox.serialize(part, format=GRAPHS[format].engine, prefixes=dict(prefixes)) or b""
    lines = text.split(b"\n", len(prefixes))
    return lines[-1]
