"""What stands in a comma-separated file: one value to text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kg.csvfile import csv_file, guarded
from kg.exports.tables.table import Value

__all__ = ["csv_file", "guarded", "plain"]


def plain(value: Value) -> str:
    """A value as XML Schema writes it.

    >>> [plain(value) for value in (True, Decimal("-1.50"), date(14, 8, 19))]
    ['true', '-1.50', '0014-08-19']
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)
