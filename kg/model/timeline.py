"""The bounds of every dated record, following ``after`` and ``before`` from event to event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.errors import DateError
from kg.model.bounds import Bounds, bounds, hull
from kg.model.dated import Dated, When
from kg.model.entities import Era, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Records
from kg.model.statements import Claim, Envelope, Statement

__all__ = ["Timeline"]

DatedRecord = Event | Policy | Era | Statement | Claim


class Timeline:
    """Bounds by record id, and by ``record/dating`` for each of several datings.

    Computed on demand, each once; `bounds_of` raises `DateError` for impossible dates and circles.
    """

    def __init__(self, records: Records, broken: frozenset[str] = frozenset()) -> None:
        """``broken`` are the ids of events and sources whose own dates can't be read: what depends on them does without."""
        self._records = records
        self._broken = broken
        self._known: dict[str, Bounds] = {}
        self._waiting: list[str] = []

    def bounds_of(self, record: DatedRecord) -> Bounds:
        """The preferred dating's bounds, else the hull of all datings."""
        if record.id not in self._known:
            if record.id in self._waiting:
                circle = " after ".join([*self._waiting[self._waiting.index(record.id) :], record.id])
                raise DateError(f"events wait on each other in a circle: {circle}")
            self._waiting.append(record.id)
            try:
                self._known[record.id] = self._compute(record)
            finally:
                self._waiting.pop()
        return self._known[record.id]

    def dating(self, record: DatedRecord, name: str) -> Bounds:
        """The bounds of one dating of the record."""
        self.bounds_of(record)
        return self._known[f"{record.id}/{name}"]

    def said(self, record: DatedRecord) -> Bounds | None:
        """When it was voiced: as written, else the date of the earliest source cited; none where no source is dated."""
        if isinstance(record, Envelope) and record.said:
            return bounds(record.said)
        return self._earliest_source(_cited(record))

    def _compute(self, record: DatedRecord) -> Bounds:
        said = self.said(record)
        written = isinstance(record, Envelope) and record.said
        first_said = said.earliest_begin if said else None
        if record.when is not None:
            return self._clip(record.when, first_said)
        if not record.datings:
            raise DateError("no date: `when` is obligatory, the narrowest frame will do")
        several: dict[str, Bounds] = {}
        for dating in record.datings:
            voiced = said if written else self._earliest_source(dating.evidence) or said
            several[dating.id] = self._clip(dating.when, voiced.earliest_begin if voiced else None)
        self._known |= {f"{record.id}/{name}": b for name, b in several.items()}
        best = record.preferred_dating
        return several[best.id] if best else hull(several.values())

    def _clip(self, when: When, said: date | None) -> Bounds:
        return bounds(when.text, said).clipped(self._event(when.after), self._event(when.before))

    def _event(self, name: str | None) -> Bounds | None:
        event = self._records.by_id.get(name) if name and name not in self._broken else None
        return self.bounds_of(event) if isinstance(event, Event) else None

    def _earliest_source(self, evidence: tuple[Evidence, ...]) -> Bounds | None:
        dates = [bounds(text) for text in self._source_dates(evidence)]
        return min(dates, key=lambda b: (b.earliest_begin, b.latest_end)) if dates else None

    def _source_dates(self, evidence: tuple[Evidence, ...]) -> Iterator[str]:
        for piece in evidence:
            source = self._records.by_id.get(piece.source)
            if isinstance(source, Source) and source.id not in self._broken and (text := source.date or source.recorded):
                yield text


def _cited(record: Dated) -> tuple[Evidence, ...]:
    own: tuple[Evidence, ...] = getattr(record, "evidence", ())
    return own + tuple(piece for dating in record.datings for piece in dating.evidence)
