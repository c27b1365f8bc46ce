"""Lines to the rows of a table; what is no row says why."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from kg.readers.foreign.lines import LONGEST

__all__ = ["Row", "rows"]

_MOST = 1_000  # lines of one row: a quote that is still open then was never meant to open


class Row(NamedTuple):
    """A row: the line where it begins, its cells, the text itself; ``why`` there are no cells, where there are none."""

    line: int
    cells: list[str]
    raw: str
    why: str = ""


def rows(lines: Iterator[str], delimiter: str, quoted: bool) -> Iterator[Row]:
    r"""Every row, each line in exactly one; a quote that does not close costs one line, not the rest of the file.

    >>> [row.cells for row in rows(iter(['a,"b', 'c"', 'd,e']), ",", quoted=True)]
    [['a', 'b\nc'], ['d', 'e']]
    """
    waiting: deque[str] = deque()
    number = 1
    while (text := waiting.popleft() if waiting else next(lines, None)) is not None:
        if len(text) > LONGEST:
            yield Row(number, [], text, f"a line of more than {LONGEST:,} characters")
        elif not text.strip():
            yield Row(number, [], text, "an empty row")
        elif not quoted or '"' not in text:
            yield Row(number, text.split(delimiter), text)
        else:
            held = _closed(text, lines, waiting)
            cells = _cells("\n".join(held), delimiter)
            if cells is None:
                waiting.extendleft(reversed(held[1:]))
                held, cells = [text], _cells(text, delimiter)
            yield Row(number, cells or [], "\n".join(held), "" if cells else "quotes that do not pair")
            number += len(held) - 1
        number += 1


def _closed(first: str, lines: Iterator[str], waiting: deque[str]) -> list[str]:
    """The line, with those after it until every quote has its pair."""
    held, size, odd = [first], len(first), first.count('"') % 2
    while odd and len(held) < _MOST and size <= LONGEST:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            break
        held.append(line)
        size += len(line)
        odd ^= line.count('"') % 2
    return held


def _cells(text: str, delimiter: str) -> list[str] | None:
    try:
        found = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None
