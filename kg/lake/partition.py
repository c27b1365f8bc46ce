"""Parquet by the decade in which statements begin at the earliest: a folder a decade, so that later ones are never opened."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.errors import FileError
from kg.files import stands
from kg.lake.engines import everything, failing, quoted, settings

if TYPE_CHECKING:
    import duckdb

__all__ = ["partition"]


def partition(path: str | Path, folder: str | Path) -> None:
    """Write statements again, as ``FOLDER/decade=1990/statements.parquet`` and so on, each file by earliest begin, then id.

    ``path`` is what `open_lake` takes, and DuckDB reads it. A decade at a time is sorted, on disk where memory is short.
    The folder is whole or absent. Raises `FileError`, also where something stands there, `UsageError` and `StoreError`.
    """
    out = Path(folder)
    if stands(out):
        raise FileError(out, "stands already: name another folder")
    source = everything(str(path))
    with failing(str(path), "duckdb"):
        import duckdb

        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=".kg-", dir=out.parent) as stage, duckdb.connect(config=settings()) as engine:
                _write(engine, source, Path(stage) / "whole")
                (Path(stage) / "whole").rename(out)
        except OSError as error:
            raise FileError(out, f"can't be written: {(error.strerror or str(error)).lower()}") from None


def _write(engine: duckdb.DuckDBPyConnection, source: str, folder: Path) -> None:
    rows = f"FROM read_parquet({quoted(source)}, hive_partitioning = false)"  # else those parted before have a decade twice
    about = ", ".join(f"{quoted(key)}: {quoted(value)}" for key, value in _about(engine, source))
    decades = engine.execute(f"SELECT DISTINCT year(earliest_begin) // 10 * 10 {rows} ORDER BY 1").fetchall()
    folder.mkdir()
    for (decade,) in decades:
        place = folder / f"decade={decade}" / "statements.parquet"
        place.parent.mkdir()
        # Days, not decades, are compared: so row groups of other decades are passed over.
        held = f"earliest_begin BETWEEN make_date({decade}, 1, 1) AND make_date({decade + 9}, 12, 31)"
        sorted_rows = f"SELECT * {rows} WHERE {held} ORDER BY earliest_begin, id"
        engine.execute(f"COPY ({sorted_rows}) TO {quoted(str(place))} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{about}}})")


def _about(engine: duckdb.DuckDBPyConnection, source: str) -> list[tuple[str, str]]:
    """What the files say of themselves, title and licence among it; not how Arrow holds them, for that changes."""
    said = f"SELECT decode(key) AS name, decode(value) AS word FROM parquet_kv_metadata({quoted(source)})"
    words = "string_agg(DISTINCT word, '; ' ORDER BY word)"
    return engine.execute(f"SELECT name, {words} FROM ({said}) WHERE name != 'ARROW:schema' GROUP BY name ORDER BY name").fetchall()
