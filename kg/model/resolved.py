"""Records together with all that follows from them: derived statements, bounds, disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.bounds import Bounds
from kg.model.conflicts import Conflict
from kg.model.derive import derive
from kg.model.records import Records
from kg.model.statements import Claim, Envelope, Statement
from kg.model.timeline import Timeline

__all__ = ["Resolved", "followers", "reached", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the RDF, the index and the views are made from.

    ``bounds`` is by record id and by ``record/dating``; ``said`` by id of statement or claim;
    ``disputed`` holds ids of records and of datings.
    """

    records: Records
    statements: Mapping[str, Statement]
    bounds: Mapping[str, Bounds]
    said: Mapping[str, Bounds]
    disputed: frozenset[str]


def resolve(records: Records) -> Resolved:
    """Derive what follows from the records. Raises `DateError` for a date that can't be.

    Curated faults are found before, with file and line, by the checks of ``kg.model.rules``.
    """
    derived = derive(records)
    statements = {s.id: s for s in sorted([*records.of(Statement), *derived], key=lambda s: s.id)}
    timeline = Timeline(records)
    bounds: dict[str, Bounds] = {}
    said: dict[str, Bounds] = {}
    for record in [*records.dated(), *derived]:
        bounds[record.id] = _bounds(timeline, records, record)
        bounds |= {f"{record.id}/{d.id}": timeline.dating(record, d.id) for d in record.datings}
        if isinstance(record, Envelope) and (voiced := timeline.said(record)):
            said[record.id] = voiced
    return Resolved(records, statements, bounds, said, _disputed(records, statements))


def _bounds(timeline: Timeline, records: Records, record: object) -> Bounds:
    if isinstance(record, Statement) and record.derived_from:
        return timeline.bounds_of(records.by_id[record.derived_from])  # type: ignore[arg-type]
    return timeline.bounds_of(record)  # type: ignore[arg-type]


def _disputed(records: Records, statements: Mapping[str, Statement]) -> frozenset[str]:
    """What a conflict names, and all that rests on it."""
    named = {name for conflict in records.of(Conflict) for name in conflict.disputes}
    return reached(named | {name.partition("/")[0] for name in named}, followers(records, statements))


def followers(records: Records, statements: Mapping[str, Statement]) -> dict[str, list[str]]:
    """What rests on each record through because, about, event or derivation, one step away."""
    rests: dict[str, list[str]] = {}
    for record in [*statements.values(), *records.of(Claim)]:
        for ground in _grounds(record):
            rests.setdefault(ground, []).append(record.id)
    return rests


def reached(names: Iterable[str], rests: Mapping[str, list[str]]) -> frozenset[str]:
    """The names, and all that rests on them."""
    found = set(names)
    todo = list(found)
    while todo:
        for follower in rests.get(todo.pop(), ()):
            if follower not in found:
                found.add(follower)
                todo.append(follower)
    return frozenset(found)


def _grounds(record: Envelope) -> set[str]:
    grounds = {*record.because}
    if record.event:
        grounds.add(record.event)
    if isinstance(record, Claim):
        grounds.update(record.about)
    if isinstance(record, Statement) and record.derived_from:
        grounds.add(record.derived_from)
    return grounds
