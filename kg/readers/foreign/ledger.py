"""The account of an import: every row read was taken, rejected or skipped, and the rejected ones are told one by one."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.csvfile import guarded
from kg.readers.foreign.facts import Reject
from kg.readers.foreign.rows import Row

__all__ = ["Account", "Ledger", "told"]

_SHOWN = 5  # of the rejected rows, for the summary
_UNSEEN = dict.fromkeys({*range(32)} - {9, 10}, "�")  # but tabs and line ends, which quotes hold
_CUT = 200  # characters of a rejected row that are shown


@dataclass(slots=True)
class Account:
    """How many rows were read, and what became of them; the words are those of `Reject` and `Skip`."""

    read: int = 0
    taken: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def balanced(self) -> bool:
        """Whether every row is accounted for, and none twice."""
        return self.read == self.taken + self.rejected.total() + self.skipped.total()


class Ledger:
    """Counts rows, and writes the rejected ones to a CSV file as they come: they need not fit into memory."""

    def __init__(self, path: Path) -> None:
        self.account = Account()
        self.first: list[str] = []
        self.path = path
        self._stream = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._stream, lineterminator="\r\n")
        self._writer.writerow(["file", "line", "row", "reason", "raw"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stream.close()

    def reject(self, file: Path, number: int, row: Row, why: Reject) -> None:
        """A row that can't be taken: ``number`` counts the rows of data from 1."""
        self.account.rejected[why.kind] += 1
        if len(self.first) < _SHOWN:
            self.first.append(f"{file}:{row.line}: {why.why}")
        raw = (row.raw if len(row.raw) <= _CUT else f"{row.raw[:_CUT]}…").translate(_UNSEEN)
        self._writer.writerow([guarded(cell) for cell in (file.name, str(row.line), str(number), why.why, raw)])


def told(counts: Mapping[str, int]) -> str:
    """Counts by word, most first.

    >>> told({"a date": 2, "an actor": 7})
    '7 for an actor, 2 for a date'
    """
    return ", ".join(f"{count:,} for {word}" for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
