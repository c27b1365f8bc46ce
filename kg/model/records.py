"""All records of one graph, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kg.errors import UnknownName, UsageError
from kg.model.conflicts import Conflict
from kg.model.dated import Dated
from kg.model.entities import Actor, Entity, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.statements import Claim, Statement

__all__ = ["FOLDERS", "Corpus", "Record", "Records", "folder"]

Record = Entity | Statement | Claim | Conflict
R = TypeVar("R", bound=Record)

# The word for each kind of record, in IRIs, messages and summaries.
FOLDERS: dict[type[Record], str] = {
    Actor: "actor",
    Office: "office",
    Place: "place",
    Policy: "policy",
    Event: "event",
    Source: "source",
    Era: "era",
    Statement: "statement",
    Claim: "claim",
    Conflict: "conflict",
}


def folder(record: Record) -> str:
    """The word for the record's kind: ``actor``, ``office`` and so on."""
    return FOLDERS[type(record)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What a corpus says of itself; ``issued`` is the day of its version, ``periodisations`` are pairs of id and label."""

    title: str
    version: str
    licence: str
    base: str
    default_periodisation: str | None = None
    description: str | None = None
    issued: str | None = None
    periodisations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The curated records of one or several corpora, sorted by id.

    Ids are unique over all kinds; of several corpora the first one's description holds.
    """

    corpus: Corpus
    by_id: Mapping[str, Record] = field(default_factory=dict)

    def of(self, kind: type[R]) -> Iterator[R]:
        """All records of one kind, by id."""
        return (record for record in self.by_id.values() if isinstance(record, kind))

    def dated(self) -> Iterator[Event | Policy | Era | Statement | Claim]:
        """All records that have a time."""
        return (record for record in self.by_id.values() if isinstance(record, Dated))

    def evidence(self) -> Iterator[tuple[Record, str, Evidence]]:
        """Every piece of evidence: whose it is, and in which field, ``evidence`` or ``datings/ID``."""
        for record in self.by_id.values():
            yield from ((record, "evidence", piece) for piece in getattr(record, "evidence", ()))
            for dating in record.datings if isinstance(record, Dated) else ():
                yield from ((record, f"datings/{dating.id}", piece) for piece in dating.evidence)

    def entity(self, name: str) -> Entity:
        """The entity of that id, else the only one of that label or alias, case aside. Raises `UsageError`, `UnknownName`."""
        if isinstance(found := self.by_id.get(name), Entity):
            return found
        named = [e for e in self.of(Entity) if name.casefold() in map(str.casefold, e.names)]
        if len(named) > 1:
            raise UsageError(f"{name!r} is the name of several: {', '.join(sorted(e.id for e in named))}")
        if not named:
            raise UnknownName("entity", name, (e.id for e in self.of(Entity)))
        return named[0]

    def label(self, name: str) -> str:
        """The label of an entity; of other records, and of what is not known, the id."""
        record = self.by_id.get(name)
        return record.label if isinstance(record, Entity) else name
