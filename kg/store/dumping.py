"""A whole data set in a standard format: sorted, in parts of bounded size, with every prefix declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from kg.store.formats import GRAPHS
from kg.store.writing import whole_xml

__all__ = ["dumped", "streamed"]

_PART = 20_000  # quads that the engine writes at once
_BATCH = 1_000_000  # bytes that it does


def dumped(nquads: bytes, format: str, prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """Sorted N-Quads as one of `kg.store.GRAPHS`: the same quads give the same bytes.

    Raises `FormatError` where XML has no form for a predicate or a character.
    """
    if format in ("nquads", "ntriples"):
        yield nquads
        return
    quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    if format == "rdfxml":
        yield whole_xml(ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.RDF_XML, prefixes=dict(prefixes)) or b"")
        return
    yield _head(prefixes)
    for graph, inside in groupby(sorted(quads, key=_graph), key=_graph):
        for part in _parts(inside):
            yield _body(part if graph else [quad.triple for quad in part], format, prefixes)


def streamed(parts: Iterable[bytes], format: str, prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """N-Quads that come part by part as Turtle or TriG, in the order in which they come, with the prefixes before the first.

    A part ends where a subject and a graph do.

    >>> b"".join(streamed([b"<urn:a> <urn:b> <urn:c> ."], "turtle", {"u": "urn:"}))
    b'@prefix u: <urn:> .\\nu:a u:b u:c .\\n'
    """
    yield _head(prefixes)
    for batch in _batches(parts):
        quads = list(ox.parse(batch, format=ox.RdfFormat.N_QUADS))
        yield _body(quads if format == "trig" else [quad.triple for quad in quads], format, prefixes)


def _batches(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Several parts at once: to declare the prefixes takes the engine as long as a whole part."""
    gathered = bytearray()
    for part in parts:
        gathered += part
        if len(gathered) > _BATCH:
            yield bytes(gathered)
            gathered.clear()
    yield bytes(gathered)


def _head(prefixes: Mapping[str, str]) -> bytes:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items())).encode()


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
