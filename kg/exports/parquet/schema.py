"""What each field of the Parquet file is, and what it holds for a statement: the columns of statements, and their parts nested."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.exports.selection import Selection
from kg.exports.tables.parts import DATINGS, EVIDENCE, QUANTITIES, REPORTS
from kg.exports.tables.records import STATEMENTS
from kg.exports.tables.table import Cell, Column, Table, Type
from kg.model.belonging import body_of
from kg.model.conflicts import Conflict

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["ArrowField", "arrow_fields"]

Read = Callable[[Any], Any]
ArrowField = tuple["pyarrow.Field", Read]  # and what it holds for a statement
_CODED = (Type.NAME, Type.WORD, Type.EDTF)
_NESTED = (EVIDENCE, REPORTS, QUANTITIES, DATINGS)
_SPEAKS_FOR = Column(name="speaks_for", type=Type.NAME, of=lambda row, s: body_of(s.resolved.records, row))


def arrow_fields(selection: Selection) -> Iterator[ArrowField]:
    """The fields in their order; those of names and words are dictionary-coded, but for the id, which never repeats.

    ``speaks_for`` is the body whose member, or the holder of whose office, a statement says its subject is.
    """
    import pyarrow

    held = (column for column in STATEMENTS.columns if column.name != "held")  # all of them are
    for column in (*held, _label("subject"), _label("object"), _SPEAKS_FOR):
        type = _type(column)
        if column.type in _CODED and not column.many and column.name not in STATEMENTS.key:
            type = pyarrow.dictionary(pyarrow.int32(), type)
        yield pyarrow.field(column.name, type, nullable=not column.required), _read(column, selection)
    for table in _NESTED:
        yield pyarrow.field(table.name, pyarrow.list_(_struct(table)), nullable=False), _read_parts(table, selection)
    disputing = _disputing(selection)
    yield pyarrow.field("conflicts", pyarrow.list_(pyarrow.string()), nullable=False), lambda row: disputing.get(row.id, [])


def _label(end: str) -> Column:
    of: Callable[[Any, Selection], str] = lambda row, s: s.resolved.records.label(getattr(row, end))  # noqa: E731
    return Column(name=f"{end}_label", type=Type.NAME, of=of, required=True)


def _type(column: Column) -> pyarrow.DataType:
    import pyarrow

    types = {Type.DAY: pyarrow.date32, Type.INTEGER: pyarrow.int64, Type.DECIMAL: pyarrow.float64, Type.FLAG: pyarrow.bool_}
    type = types.get(column.type, pyarrow.string)()
    return pyarrow.list_(type) if column.many else type


def _struct(table: Table) -> pyarrow.DataType:
    import pyarrow

    return pyarrow.struct([pyarrow.field(column.name, _type(column), nullable=not column.required) for column in _of_parts(table)])


def _of_parts(table: Table) -> tuple[Column, ...]:
    """The columns of a table of parts but the first, which is the record that has them."""
    return table.columns[1:]


def _read(column: Column, selection: Selection) -> Read:
    return lambda row: _cell(column.of(row, selection))


def _read_parts(table: Table, selection: Selection) -> Read:
    assert table.parts is not None
    parts, reads = table.parts, {column.name: _read(column, selection) for column in _of_parts(table)}
    return lambda row: [{name: read(part) for name, read in reads.items()} for part in parts(row, selection)]


def _cell(cell: Cell) -> Any:
    return float(cell) if isinstance(cell, Decimal) else cell


def _disputing(selection: Selection) -> Mapping[str, list[str]]:
    """By id of a record, the ids of the conflicts that name it."""
    found: dict[str, list[str]] = {}
    for conflict in selection.resolved.records.of(Conflict):
        for name in conflict.disputed_records:
            found.setdefault(name, []).append(conflict.id)
    return found
