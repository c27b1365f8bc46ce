"""GraphML, with typed keys (http://graphml.graphdrawing.org).

``networkx.write_graphml`` takes neither days nor lists, of which the edges of `kg.Graph.network` have both; here they are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.exports.format import Format
from kg.exports.networks.links import KEPT, NODE, Attribute, Row, edge_attributes, edges, flat, nodes
from kg.exports.networks.markup import HEAD, closing, element, opening, text
from kg.exports.selection import Selection

__all__ = ["FORMAT"]

_TYPES = {str: "string", int: "int", bool: "boolean"}
_OWN = ("id", "source", "target")  # what stands on the element itself


def _lines(selection: Selection) -> Iterator[str]:
    corpus = selection.resolved.records.corpus
    yield HEAD
    yield opening("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    yield element("desc", {}, text(f"{corpus.title}, version {corpus.version}, {corpus.licence}"))
    yield from _keys("node", NODE)
    yield from _keys("edge", edge_attributes(selection))
    yield opening("graph", {"edgedefault": "directed"})
    yield from (_element("node", row) for row in nodes(selection))
    yield from (_element("edge", row) for row in edges(selection))
    yield from map(closing, ("graph", "graphml"))


def _keys(kind: str, attributes: Iterable[Attribute[Any]]) -> Iterator[str]:
    for one in attributes:
        yield element("key", {"id": f"{kind}-{one.name}", "for": kind, "attr.name": one.name, "attr.type": _TYPES[one.type]})


def _element(kind: str, row: Row) -> str:
    data = [element("data", {"key": f"{kind}-{name}"}, text(flat(value))) for name, value in row.items() if name not in _OWN]
    return element(kind, {name: flat(row[name]) for name in _OWN if name in row}, *data)


FORMAT = Format(
    name="graphml",
    title="GraphML, a network",
    ending="graphml",
    kept=KEPT,
    files=lambda selection: {"network.graphml": (f"{line}\n".encode() for line in _lines(selection))},
)
