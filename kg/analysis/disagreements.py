"""What the sources disagree on, all readings side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.analysis.words import grounds, holders, manner, passages, phrase, when
from kg.model.conflicts import Conflict
from kg.model.dated import Dated
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Claim, Envelope, Statement

__all__ = ["Disagreement", "Reading", "disagreements"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One side: the record or dating, in words, its date, whose view, how it is put, its passages, and whether it is preferred."""

    record: str
    text: str
    when: str
    according_to: str
    how: str
    passages: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict with all its readings; the preferred one comes last where it is not among those disputed."""

    conflict: Conflict
    readings: tuple[Reading, ...]


def disagreements(resolved: Resolved, relations: Mapping[str, Relation], entity: str | None = None) -> list[Disagreement]:
    """All conflicts, or those that touch an entity, by id. Raises `UnknownName`."""
    entity = None if entity is None else resolved.records.entity(entity).id
    found = []
    for conflict in resolved.records.of(Conflict):
        names = [*conflict.disputes, *([conflict.prefers] if conflict.prefers and conflict.prefers not in conflict.disputes else [])]
        if entity is None or any(entity in _touched(resolved, name) for name in names):
            found.append(Disagreement(conflict, tuple(_reading(resolved, relations, conflict, name) for name in names)))
    return found


def _reading(resolved: Resolved, relations: Mapping[str, Relation], conflict: Conflict, name: str) -> Reading:
    record, dating = _record(resolved, name), name.partition("/")[2]
    return Reading(
        record=name,
        text=phrase(resolved, relations, name),
        when=when(record, dating) if isinstance(record, Dated) else "",
        according_to=holders(resolved, record) if isinstance(record, Envelope) else "",
        how=_how(resolved, relations, record) if isinstance(record, Envelope) else "",
        passages=passages(_evidence(record, dating)),
        preferred=name == conflict.prefers,
    )


def _how(resolved: Resolved, relations: Mapping[str, Relation], record: Envelope) -> str:
    told = manner(resolved, record).removesuffix("disputed").removesuffix(", ")
    return "; ".join(filter(None, [told, grounds(resolved, relations, record)]))


def _record(resolved: Resolved, name: str) -> Record:
    ident = name.partition("/")[0]
    return resolved.statements.get(ident) or resolved.records.by_id[ident]


def _evidence(record: Record, dating: str) -> set[Evidence]:
    own = () if dating else getattr(record, "evidence", ())
    datings = record.datings if isinstance(record, Dated) else ()
    return {*own, *(piece for d in datings if dating in ("", d.id) for piece in d.evidence)}


def _touched(resolved: Resolved, name: str) -> Iterator[str]:
    record = _record(resolved, name)
    yield record.id
    if isinstance(record, Statement):
        yield from (record.subject, record.object)
    if isinstance(record, Claim):
        yield from record.about
    if isinstance(record, Event):
        yield from (p.actor for p in record.participants)
    if isinstance(record, Envelope):
        yield from record.according_to
