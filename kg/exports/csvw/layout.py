"""How tables lie in CSV files: which columns, how a cell is written so that a spreadsheet runs nothing, which keys refer where."""

from __future__ import annotations

from collections.abc import Iterator

from kg.exports.csvfile import guarded, plain
from kg.exports.tables.all import TABLES
from kg.exports.tables.table import Cell, Column, Table, Type

__all__ = ["READING", "SEPARATOR", "cell_text", "columns_in", "described", "referring"]

SEPARATOR = " "  # ids and numbers hold none
READING = (
    "A cell of text or of an address that would begin with = + - @, a tab, a line break or an apostrophe has an apostrophe more before it, "
    "lest a spreadsheet run it: take one leading apostrophe away. Lists are parted by spaces. "
    "Of the bounds of a time, 0001-01-01 and 9999-12-31 mean that it is open on that side."
)
_GUARDED = (Type.TEXT, Type.ADDRESS)


def columns_in(table: Table) -> tuple[Column, ...]:
    """The columns of the file: lists of free texts, for which no separator is safe, are tables of their own."""
    return tuple(column for column in table.columns if not (column.many and column.type is Type.TEXT))


def cell_text(column: Column, cell: Cell) -> str:
    """A cell as the file has it; what is not there is empty."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return SEPARATOR.join(map(plain, cell))
    return guarded(plain(cell)) if column.type in _GUARDED else plain(cell)


def described(column: Column) -> str:
    """What there is to say of a column, with the table that it refers to."""
    refers = f"From {column.refers}.csv." if column.refers else ""
    return " ".join(filter(None, (column.note, refers)))


def referring(table: Table, *, required: bool) -> Iterator[tuple[Column, Table]]:
    """The columns that are keys of another table, and that table: no lists, which can be none; those always filled, or all."""
    for column in table.columns:
        if column.refers and not column.many and (column.required or not required):
            yield column, TABLES[column.refers]
