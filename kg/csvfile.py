"""Comma-separated files: rows of texts to bytes, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["csv_file", "guarded"]

_ROWS = 1_000  # to a part
_RUNS = tuple("=+-@\t\r\n'")


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    r"""The file's bytes in parts, by RFC 4180: UTF-8, lines end in CRLF, what needs quotes has them.

    >>> b"".join(csv_file(["a", "b"], [["x, y", "z"]]))
    b'a,b\r\n"x, y",z\r\n'
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    for number, row in enumerate(rows, 1):
        writer.writerow(row)
        if number % _ROWS == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it, or where it has one already.

    >>> guarded("=1+1"), guarded("1+1"), guarded("'tis")
    ("'=1+1", '1+1', "''tis")
    """
    return f"'{text}" if text.startswith(_RUNS) else text
