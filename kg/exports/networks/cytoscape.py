"""JSON of Cytoscape.js, which Cytoscape and networkx read too (https://js.cytoscape.org/#notation/elements-json)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kg.exports.format import Format
from kg.exports.networks.links import KEPT, Row, edges, nodes
from kg.exports.selection import Selection

__all__ = ["FORMAT"]


def _pieces(selection: Selection) -> Iterator[str]:
    corpus = selection.resolved.records.corpus
    data = {"title": corpus.title, "version": corpus.version, "licence": corpus.licence}
    yield f'{{"data": {json.dumps(data)}, "directed": true, "multigraph": true, "elements": {{\n"nodes": ['
    # Of these two, networkx makes the node, and Cytoscape its name.
    yield from _elements(row | {"value": row["id"], "name": row["label"]} for row in nodes(selection))
    yield '\n],\n"edges": ['
    yield from _elements(row | {"key": row["id"]} for row in edges(selection))
    yield "\n]}}\n"


def _elements(rows: Iterable[Row]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield f"{',' if place else ''}\n{json.dumps({'data': row})}"


FORMAT = Format(
    name="cytoscape",
    title="Cytoscape.js JSON, a network",
    ending="cyjs",
    kept=KEPT,
    files=lambda selection: {"network.cyjs": (piece.encode() for piece in _pieces(selection))},
)
