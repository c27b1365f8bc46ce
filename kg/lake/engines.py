"""The engines that answer, DuckDB in this process and Spark anywhere: how each opens Parquet, and says that it can't."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import has_magic, iglob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import FileError, StoreError, UsageError

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]
    from ibis.expr.types import Table
    from pyspark.sql import SparkSession

__all__ = ["everything", "failing", "fetched", "opened", "quoted", "settings"]

_SPARK = "spark://"


def opened(path: str, engine: str) -> Table:
    """The Parquet at a path as a table of the engine. Raises `FileError`, `StoreError`, `UsageError`."""
    spark = engine.startswith(_SPARK)
    if not spark and engine != "duckdb":
        raise UsageError(f"no engine {engine!r}: give duckdb, spark://HOST:PORT or spark://local[N]")
    files = everything(path)
    with failing(path, engine):
        import ibis

        if spark:
            # Spark finds the partitions of a folder, not of a glob. Days before 1582 are as they are written.
            whole = path if not has_magic(path) else files
            return ibis.pyspark.connect(_session(engine)).read_parquet(whole, datetimeRebaseMode="CORRECTED")
        backend = ibis.duckdb.connect(**settings())
        backend.raw_sql(f"CREATE VIEW statements AS FROM read_parquet({quoted(files)})")  # ibis' own way would install what S3 needs
        return backend.table("statements")


def everything(path: str) -> str:
    """The glob of all files at a path: it names one, or a folder, or is a glob. Raises `FileError` where nothing lies there.

    What has ``://`` in it is the engine's to find.

    >>> everything("s3://bucket/statements")
    's3://bucket/statements/**/*.parquet'
    """
    files = path if path.endswith(".parquet") else f"{path.rstrip('/')}/**/*.parquet"
    if "://" not in path and next(iglob(files, recursive=True), None) is None:  # noqa: PTH207 (`Path` takes no glob that is absolute)
        raise FileError(Path(path), "no Parquet file is here")
    return files


def fetched(asked: Table) -> pyarrow.Table:
    """The rows of an answer. Raises `StoreError` where the engine can't give them, as of a damaged file."""
    try:
        return asked.to_pyarrow()
    except _refusals() as error:
        raise StoreError(_word(error)) from None


@contextmanager
def failing(path: str, engine: str) -> Iterator[None]:
    """Say in the project's own errors what the engine refuses, and that it is missing."""
    try:
        yield
    except ImportError as error:
        extra = "spark" if engine.startswith(_SPARK) else "scale"
        raise UsageError(f"{engine} needs packages that are not here: pip install 'comity[{extra}]'") from error
    except _refusals() as error:
        raise StoreError(f"{path}: {_word(error)}") from None


def settings() -> dict[str, Any]:
    """How DuckDB is set up: it fetches none of its own parts, and overflows to the system's temporary folder."""
    return {"autoinstall_known_extensions": False, "temp_directory": tempfile.gettempdir()}


def quoted(text: str) -> str:
    """A text as SQL has it.

    >>> print(quoted("Rozman's"))
    'Rozman''s'
    """
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _session(engine: str) -> SparkSession:
    """The session that stands already, else one that is quiet, and that nobody outside reaches where it runs here alone."""
    from pyspark.sql import SparkSession

    local = engine.startswith(f"{_SPARK}local")
    chosen: dict[str, Any] = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "FATAL"}
    if local:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        chosen |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    master = engine.removeprefix(_SPARK) if local else engine
    standing = SparkSession.getActiveSession()
    return standing or SparkSession.builder.config(map=chosen).master(master).appName("comity").getOrCreate()


def _refusals() -> tuple[type[Exception], ...]:
    """What the engines raise, of those that are loaded."""
    found: list[type[Exception]] = []
    if "duckdb" in sys.modules:
        from duckdb import Error

        found.append(Error)
    if "pyspark" in sys.modules:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        found += [Py4JError, PySparkException]
    return tuple(found)


def _word(error: Exception) -> str:
    """What is wrong, on one line; where Java failed, what made it fail first."""
    cause: Any = getattr(error, "java_exception", None)
    while cause is not None and cause.getCause() is not None:
        cause = cause.getCause()
    text = str(error) if cause is None else str(cause.toString())
    return " ".join(text.strip().partition("\n\n")[0].split())
