"""A statement table, written as it comes: one row group at a time is in memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from kg.errors import UsageError
from kg.model.evidence import Quantity

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]
    import pyarrow.parquet  # type: ignore[import-untyped]

__all__ = ["GROUP", "Line", "StatementTable", "need_arrow", "schema"]

GROUP = 50_000  # statements to a row group
_FIGURES = ("measure", "value", "unit", "comparator")


class Line(NamedTuple):
    """A statement as a row of the table, in which only ids and words are left."""

    id: str
    subject: str
    relation: str
    object: str
    when: str
    source: str
    row: int
    according_to: Sequence[str]
    said: str | None
    status: str
    negated: bool
    polarity: int | None
    quantities: Sequence[Quantity]


def need_arrow() -> None:
    """Raises `UsageError` where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise UsageError("statement tables need pyarrow: pip install 'comity[scale]'") from None


def schema() -> pyarrow.Schema:
    """The columns of a statement table that an import writes; words are dictionary-coded."""
    import pyarrow as pa

    word = pa.dictionary(pa.int32(), pa.string())
    figure = pa.struct([pa.field(name, pa.float64() if name == "value" else pa.string()) for name in _FIGURES])
    return pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            *(pa.field(name, word, nullable=False) for name in ("subject", "relation", "object", "when")),
            pa.field("evidence", pa.list_(pa.struct([pa.field("source", pa.string()), pa.field("row", pa.int64())])), nullable=False),
            pa.field("according_to", pa.list_(pa.string())),
            pa.field("said", pa.string()),
            pa.field("status", word, nullable=False),
            pa.field("negated", pa.bool_(), nullable=False),
            pa.field("polarity", pa.int8()),
            pa.field("quantities", pa.list_(figure)),
        ]
    )


class StatementTable:
    """A table on disk that statements are added to; none is there before the first. Used as a context."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0
        self._lines: list[Line] = []
        self._writer: pyarrow.parquet.ParquetWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            self._flush()
        if self._writer:
            self._writer.close()

    def add(self, line: Line) -> None:
        """Add one statement."""
        self._lines.append(line)
        if len(self._lines) >= GROUP:
            self._flush()

    def write(self, table: pyarrow.Table) -> None:
        """Add statements that stand in columns already."""
        import pyarrow.parquet

        if self._writer is None and table.num_rows:
            self._writer = pyarrow.parquet.ParquetWriter(self.path, schema(), compression="zstd")
        if self._writer and table.num_rows:
            self._writer.write_table(table, row_group_size=GROUP)
            self.rows += table.num_rows

    def _flush(self) -> None:
        if self._lines:
            self.write(_table(self._lines))
            self._lines = []


def _table(lines: Sequence[Line]) -> pyarrow.Table:
    import pyarrow as pa

    columns = Line(*map(list, zip(*lines, strict=True)))  # type: ignore[arg-type]
    made = schema()
    types = {field.name: field.type for field in made}
    values = {name: pa.array(getattr(columns, name), types[name]) for name in types if name not in ("evidence", "quantities")}
    pieces = pa.StructArray.from_arrays([pa.array(columns.source, pa.string()), pa.array(columns.row, pa.int64())], ["source", "row"])
    values["evidence"] = pa.ListArray.from_arrays(pa.array(range(len(lines) + 1), pa.int32()), pieces)
    values["quantities"] = _figures(columns.quantities)  # type: ignore[arg-type]
    return pa.Table.from_arrays([values[name].cast(types[name]) for name in types], schema=made)


def _figures(several: Sequence[Sequence[Quantity]]) -> pyarrow.ListArray:
    import pyarrow as pa

    flat = [quantity for each in several for quantity in each]
    offsets = [0]
    for each in several:
        offsets.append(offsets[-1] + len(each))
    columns = [
        pa.array([q.measure for q in flat], pa.string()),
        pa.array([float(q.value) for q in flat], pa.float64()),
        pa.array([q.unit for q in flat], pa.string()),
        pa.array([q.comparator.value for q in flat], pa.string()),
    ]
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(columns, list(_FIGURES)))
