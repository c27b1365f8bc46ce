"""CSV on the Web: a table for each kind of record and of its parts, with metadata that say how to read all of it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.exports.csvfile import csv_file
from kg.exports.csvw.datapackage import datapackage
from kg.exports.csvw.layout import cell_text, columns_in
from kg.exports.csvw.metadata import csvw_metadata
from kg.exports.format import ALL, Format
from kg.exports.selection import Selection
from kg.exports.tables.all import TABLES
from kg.exports.tables.table import Table
from kg.files import Data

__all__ = ["FORMAT"]


def _files(selection: Selection) -> Mapping[str, Data]:
    tables = {f"{table.name}.csv": _table(table, selection) for table in TABLES.values()}
    described = {"csv-metadata.json": csvw_metadata(selection), "datapackage.json": datapackage(selection)}
    return {**tables, **{name: _json(it) for name, it in described.items()}}


def _table(table: Table, selection: Selection) -> Iterator[bytes]:
    columns = columns_in(table)
    rows = ([cell_text(column, column.of(row, selection)) for column in columns] for row in table.rows(selection))
    return csv_file([column.name for column in columns], rows)


def _json(described: Mapping[str, Any]) -> bytes:
    return (json.dumps(described, indent=2, ensure_ascii=False) + "\n").encode()


FORMAT = Format(name="csvw", title="CSV on the Web: tables of records and their parts", kept=ALL, files=_files)
