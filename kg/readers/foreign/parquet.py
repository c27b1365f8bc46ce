"""A Parquet file as a table of texts, one batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import FileError
from kg.readers.foreign.format import Sheet
from kg.readers.foreign.rows import Row

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]
    import pyarrow.parquet  # type: ignore[import-untyped]

__all__ = ["parquet_sheet"]

_BATCH = 10_000


def parquet_sheet(path: Path, source: str) -> Sheet:
    """The file's columns and rows; nothing is an empty text. Raises `FileError` where it is damaged, or has columns of lists."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise FileError(path, f"is no whole Parquet file: {str(error).splitlines()[0]}") from None
    for field in file.schema_arrow:
        if pa.types.is_nested(field.type):
            raise FileError(path, f"column {field.name} holds lists or structures: give it columns of plain values")
    return Sheet(path, source, file.schema_arrow.names, _rows(path, file))


def _rows(path: Path, file: pyarrow.parquet.ParquetFile) -> Iterator[Row]:
    import pyarrow as pa

    number = 0
    try:
        for batch in file.iter_batches(_BATCH):
            for cells in zip(*map(_texts, batch.columns), strict=True):
                number += 1
                yield Row(number, list(cells), ",".join(cells))
    except (pa.ArrowException, OSError) as error:
        raise FileError(path, f"is damaged after row {number}: {str(error).splitlines()[0]}") from None


def _texts(column: pyarrow.Array) -> list[str]:
    """Every value as text: a day as YYYY-MM-DD."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32(), safe=False)
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        texts: list[str] = pc.fill_null(column, "").to_pylist()
        return texts
    return ["" if value is None else str(value) for value in column.to_pylist()]
