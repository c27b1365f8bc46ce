"""Who reads the edge list."""

from __future__ import annotations

import csv
import platform
from pathlib import Path
from typing import Any

from tests.exports.reading.networks import Read, counted, installed, of_networkx
from tests.exports.reading.reader import Reader

__all__ = ["READERS", "by_networkx", "of_csv"]


def of_csv(file: Path) -> Read:
    """What Python's own reader of CSV reads."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = {row["statement"]: dict(row) for row in csv.DictReader(lines, strict=True)}
    return _ends(rows), rows


def by_networkx(table: Any) -> Read:
    """What networkx makes of the table as pandas reads it."""
    import networkx

    graph = networkx.from_pandas_edgelist(table, edge_attr=True, edge_key="statement", create_using=networkx.MultiDiGraph)
    _, rows = of_networkx(graph)
    return _ends(rows), rows


def _ends(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The nodes, with the labels that the rows give them."""
    return {row[end]: {"label": row[f"{end}_label"]} for row in rows.values() for end in ("source", "target")}


def _pandas(file: Path, _: Path) -> str:
    import pandas

    return counted(by_networkx(pandas.read_csv(file, keep_default_na=False)))


def _polars(file: Path, _: Path) -> str:
    import polars

    rows = {row["statement"]: row for row in polars.read_csv(file, try_parse_dates=True).to_dicts()}
    return counted((_ends(rows), rows))


READERS = (
    Reader("csv of Python", "edges", version=lambda _: platform.python_version(), read=lambda file, _: counted(of_csv(file))),
    Reader("pandas and networkx", "edges", version=installed("pandas"), read=_pandas, needs=("judges",)),
    Reader("polars", "edges", version=installed("polars"), read=_polars),
)
