"""What the sources disagree on, as the panel tells it: the readings in words, and which records each conflict concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.analysis.disagreements import Disagreement, Reading, disagreements
from kg.analysis.words import phrase
from kg.model.relations import Relation
from kg.model.resolved import Resolved, followers, reached
from kg.model.statements import UNDISPUTED

__all__ = ["Dispute", "Disputes", "Side", "disputes"]


@dataclass(frozen=True, slots=True)
class Side:
    """One reading: the record's id (of a dating ``record/dating``), what it says, and its date, holders and manner in words."""

    record: str
    text: str
    details: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict; ``preferred`` is the place of the side held right, for the ``reason`` given, -1 where none is."""

    id: str
    kind: str
    scope: tuple[str, ...]
    sides: tuple[Side, ...]
    preferred: int
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class Disputes:
    """All conflicts by id; by id of statement, claim or entity the places of those that concern it, in order."""

    conflicts: tuple[Dispute, ...]
    of_record: Mapping[str, tuple[int, ...]]


def disputes(resolved: Resolved, relations: Mapping[str, Relation]) -> Disputes:
    """Every conflict, with what it names and all that rests on that: together the records of `Resolved.disputed`."""
    known = disagreements(resolved, relations)
    rests = followers(resolved.records, resolved.statements)
    places: dict[str, list[int]] = {}
    for place, found in enumerate(known):
        for name in reached(found.conflict.disputed_records, rests):
            places.setdefault(name, []).append(place)
    conflicts = tuple(_dispute(resolved, relations, found) for found in known)
    return Disputes(conflicts, {name: tuple(places[name]) for name in sorted(places)})


def _dispute(resolved: Resolved, relations: Mapping[str, Relation], found: Disagreement) -> Dispute:
    conflict = found.conflict
    return Dispute(
        id=conflict.id,
        kind=conflict.kind.value,
        scope=tuple(scope.value for scope in conflict.scope),
        sides=tuple(_side(resolved, relations, reading) for reading in found.readings),
        preferred=next((i for i, reading in enumerate(found.readings) if reading.preferred), -1),
        reason=conflict.reason or "",
        note=conflict.note or "",
    )


def _side(resolved: Resolved, relations: Mapping[str, Relation], reading: Reading) -> Side:
    text = phrase(resolved, relations, reading.record.partition("/")[0])
    return Side(reading.record, text, "; ".join(_details(reading)))


def _details(reading: Reading) -> Iterator[str]:
    if reading.when:
        yield reading.when
    if reading.according_to:
        yield reading.according_to if reading.according_to == UNDISPUTED else f"according to {reading.according_to}"
    if reading.how:
        yield reading.how
