"""What DuckDB and Polars read of the file."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _duckdb(path: Path, _: Path) -> str:
    import duckdb

    found = duckdb.sql(f"SELECT count(*), sum(len(evidence)), min(typeof(earliest_begin)) FROM '{path}'")
    assert found is not None
    ((rows, passages, type),) = found.fetchall()
    return f"{rows:,} statements, {passages:,} citations, bounds as {type}"


def _polars(path: Path, _: Path) -> str:
    import polars

    frame = polars.read_parquet(path)
    coded = sum(type == polars.Categorical() for type in frame.schema.values())
    return f"{frame.height:,} statements, {frame['evidence'].list.len().sum():,} citations, {coded} columns as categories"


READERS = (
    Reader("DuckDB", "parquet", version=lambda _: version("duckdb"), read=_duckdb),
    Reader("Polars", "parquet", version=lambda _: version("polars"), read=_polars),
)
