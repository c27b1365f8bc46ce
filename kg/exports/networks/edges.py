"""An edge list in CSV: a statement a row, for spreadsheets, pandas and whatever reads a table of edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.exports.csvfile import csv_file, guarded
from kg.exports.format import Format
from kg.exports.networks.links import EDGE, KEPT, Value, edges, flat
from kg.exports.selection import Selection

__all__ = ["FORMAT"]

# The end points by id and by label; after them all that is said of the edge.
_ENDS = ("source", "target", "source_label", "target_label")


_COLUMNS = tuple(attribute.name for attribute in EDGE)


def _rows(selection: Selection) -> Iterator[Sequence[str]]:
    label = selection.resolved.records.label
    for row in edges(selection):
        source, target = str(row["source"]), str(row["target"])
        yield [source, target, guarded(label(source)), guarded(label(target)), *(_cell(row.get(name, "")) for name in _COLUMNS)]


def _cell(value: Value) -> str:
    """Text that a spreadsheet would run has an apostrophe before it, numbers have none."""
    return str(value) if type(value) is int else guarded(flat(value))


FORMAT = Format(
    name="edges",
    title="CSV, an edge a row",
    ending="csv",
    kept=replace(KEPT, rest="signs; labels of entities that have an edge"),
    files=lambda selection: {"edges.csv": csv_file([*_ENDS, *_COLUMNS], _rows(selection))},
)
