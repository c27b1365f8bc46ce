"""Apache Parquet: one row for each statement that holds, with its passages, reporters, figures and datings in it.

Figures are doubles; all else of a statement is as in the records.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.exports.format import Format, Kept
from kg.exports.parquet.large import Large
from kg.exports.parquet.schema import ArrowField, arrow_fields
from kg.exports.selection import Selection
from kg.files import Data

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["FORMAT"]

_ROWS = 50_000  # to a row group


def _files(selection: Selection) -> Mapping[str, Data]:
    try:
        import pyarrow
    except ModuleNotFoundError:
        raise UsageError("parquet needs pyarrow: pip install 'comity[scale]'") from None
    large = Large(selection) if selection.graph.is_large else None
    selection = large.curated if large else selection
    corpus = selection.resolved.records.corpus
    about = {"title": corpus.title, "version": corpus.version, "licence": corpus.licence, "base": corpus.base}
    fields = list(arrow_fields(selection))
    schema = pyarrow.schema([field for field, _ in fields], metadata=about)
    groups = large.groups(schema, fields, _ROWS) if large else _groups(selection, schema, fields)
    return {"statements.parquet": _written(schema, groups)}


def _groups(selection: Selection, schema: pyarrow.Schema, fields: Sequence[ArrowField]) -> Iterator[pyarrow.Table]:
    import pyarrow

    statements = iter(selection.held)
    while group := list(islice(statements, _ROWS)):
        arrays = [pyarrow.array(map(read, group), type=field.type) for field, read in fields]
        yield pyarrow.Table.from_arrays(arrays, schema=schema)


def _written(schema: pyarrow.Schema, groups: Iterator[pyarrow.Table]) -> Iterator[bytes]:
    """The bytes of the file, row group by row group."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter  # type: ignore[import-untyped]

    sink = _Sink()
    with ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        for group in groups:
            writer.write_table(group)
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Holds what was written since it was last taken."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def write(self, data: Any) -> int:
        self._parts.append(bytes(data))
        self._size += len(data)
        return len(data)

    def taken(self) -> bytes:
        taken, self._parts = b"".join(self._parts), []
        return taken


FORMAT = Format(
    name="parquet",
    title="Apache Parquet, a row for each statement",
    ending="parquet",
    kept=Kept(
        time="yes",
        view="yes",
        evidence="yes",
        status="yes",
        conflict="dispute marks, ids of conflicts",
        rest="signs, figures, grounds; labels of entities that a statement joins",
    ),
    files=_files,
    text=False,
)
