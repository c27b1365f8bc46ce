"""Which other records a record names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.conflicts import Conflict
from kg.model.dated import Dated, When
from kg.model.entities import Actor, Entity, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.records import FOLDERS, Record
from kg.model.statements import UNDISPUTED, Claim, Envelope, Statement

__all__ = ["references"]

_Reference = tuple[str, str | None, tuple[type[Record], ...]]  # field, id, kinds that fit (none: any)


def references(record: Record) -> Iterator[_Reference]:
    """Every reference: the field, the id or none where the field is empty, and the kinds of record that fit (none: any)."""
    if isinstance(record, Dated):
        whens: list[tuple[str, When]] = [(f"datings/{d.id}", d.when) for d in record.datings]
        for field, when in ([("", record.when)] if record.when else []) + whens:
            yield field or "after", when.after, (Event,)
            yield field or "before", when.before, (Event,)
    for piece in getattr(record, "evidence", ()):
        yield "evidence", piece.source, (Source,)
    if isinstance(record, Dated):
        for dating in record.datings:
            for piece in dating.evidence:
                yield f"datings/{dating.id}", piece.source, (Source,)
    for quantity in getattr(record, "quantities", ()):
        yield "quantities", quantity.compared_to, ()
    if isinstance(record, Entity):
        yield from _of_entity(record)
    if isinstance(record, Envelope):
        yield from _of_envelope(record)
    if isinstance(record, Conflict):
        yield from _of_conflict(record)


def _of_entity(record: Entity) -> Iterator[_Reference]:
    if isinstance(record, Office):
        yield "of", record.of, (Actor,)
    elif isinstance(record, Place):
        yield "country", record.country, (Actor,)
    elif isinstance(record, Policy):
        yield from (("proponents", name, (Actor,)) for name in record.proponents)
        yield from (("targets", name, (Actor, Policy, Event, Place)) for name in record.targets)
        yield "adopted-by", record.adopted_by, (Event,)
        yield "part-of", record.part_of, (Policy,)
    elif isinstance(record, Event):
        yield from (("participants", p.actor, (Actor,)) for p in record.participants)
        yield "place", record.place, (Place,)
        yield "part-of", record.part_of, (Event,)
    elif isinstance(record, Source):
        yield from (("author", name, (Actor,)) for name in record.authors)
        yield "publisher", record.publisher, (Actor,)
    elif isinstance(record, Era):
        yield from (("according-to", name, (Actor,)) for name in record.according_to)


def _of_envelope(record: Envelope) -> Iterator[_Reference]:
    yield from (("according-to", name, (Actor,)) for name in record.according_to if name != UNDISPUTED)
    for report in record.reported_by:
        yield "reported-by", report.by, (Actor,)
        yield "reported-by", report.inside, (Actor, Source)
    yield "event", record.event, (Event,)
    yield from (("because", name, (Event, Policy, Statement, Claim)) for name in record.because)
    if isinstance(record, Statement):
        yield "subject", record.subject, tuple(k for k in FOLDERS if issubclass(k, Entity))
        yield "object", record.object, tuple(k for k in FOLDERS if issubclass(k, Entity))
    if isinstance(record, Claim):
        yield from (("about", name, ()) for name in record.about)


def _of_conflict(record: Conflict) -> Iterator[_Reference]:
    for field, name in [("disputes", name) for name in record.disputes] + [("prefers", record.prefers)]:
        if name:
            yield field, name.partition("/")[0], ()
