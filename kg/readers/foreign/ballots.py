"""Rows that stand for votes held: each makes an event, which statements on who voted how lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model.dated import When
from kg.model.entities import Entity
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.vocabulary import EventKind, Outcome
from kg.readers.foreign.facts import Reject, checked_date
from kg.readers.foreign.format import Sheet
from kg.readers.foreign.rows import Row

__all__ = ["Ballots"]

_LONGEST = 300


class Ballots:
    """A table of votes held; ``sheet`` is the one to read, since it counts its rows for the evidence."""

    def __init__(self, sheet: Sheet, made: dict[str, Entity]) -> None:
        self.sheet = replace(sheet, rows=self._counted(sheet.rows))
        self._made = made
        self._row = 0

    def hold(self, name: str, label: str, day: str, outcome: Outcome | None = None) -> str:
        """Make the event of the row that is being read; its id, which ends in ``name``, and in the row where that is taken.

        Raises `Reject` for a day that is none, and for a label that can't be one.
        """
        if not label.isprintable() or len(label) > _LONGEST:
            raise Reject("a label", f"no label, which has {_LONGEST} characters at most, and none that steer: {label[:40]!r}")
        when, ident = When(checked_date(day)), f"{self.sheet.source}-{name}"
        while ident in self._made:
            ident += f"-row-{self._row}"
        evidence = (Evidence(source=self.sheet.source, row=self._row),)
        self._made[ident] = Event(id=ident, kind=EventKind.VOTE, label=label, when=when, outcome=outcome, evidence=evidence)
        return ident

    def _counted(self, rows: Iterator[Row]) -> Iterator[Row]:
        for self._row, row in enumerate(rows, 1):
            yield row
