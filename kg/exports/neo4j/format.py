"""Neo4j's bulk import: files of nodes and of relationships, and the commands that load them.

Every record, dating, figure and passage is a node. A statement is a node, to which conflicts and claims can point, and where it
holds, is actual and is not negated, a relationship between its parties as well, with time, sign, view and passages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.exports.csvfile import csv_file, plain
from kg.exports.format import ALL, Format
from kg.exports.neo4j.layout import EDGES, NODES, SEPARATOR, Edges, Nodes, header
from kg.exports.neo4j.script import readme, script
from kg.exports.selection import Selection
from kg.exports.tables.table import Cell
from kg.files import Data

__all__ = ["FORMAT"]


def _files(selection: Selection) -> Mapping[str, Data]:
    nodes = {each.file: _nodes(each, selection) for each in NODES}
    edges = {each.file: _edges(each, selection) for each in EDGES}
    return {**nodes, **edges, "load.cypher": script().encode(), "README.txt": readme(selection).encode()}


def _nodes(nodes: Nodes, selection: Selection) -> Iterator[bytes]:
    rows = (
        [nodes.id(row), *(_text(column.of(row, selection)) for column in nodes.columns), _text(nodes.labels(row))]
        for row in nodes.table.rows(selection)
    )
    return csv_file(["id:ID", *map(header, nodes.columns), ":LABEL"], rows)


def _edges(edges: Edges, selection: Selection) -> Iterator[bytes]:
    rows = ([*ends, *(_text(column.of(row, selection)) for column in edges.columns)] for *ends, row in edges.rows(selection))
    return csv_file([":START_ID", ":END_ID", ":TYPE", *map(header, edges.columns)], rows)


def _text(cell: Cell) -> str:
    """A cell; in an array the separator, a control character, stands only between values."""
    if isinstance(cell, tuple):
        return SEPARATOR.join(plain(value).replace(SEPARATOR, "\ufffd") for value in cell)
    return "" if cell is None else plain(cell)


FORMAT = Format(name="neo4j", title="Neo4j: files for bulk import, and Cypher that loads them", kept=ALL, files=_files)
