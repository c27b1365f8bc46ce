"""Statements that follow from other records: never written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from kg.model.conflicts import Conflict
from kg.model.dated import Dated, When
from kg.model.entities import Actor, Office, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Records
from kg.model.statements import UNDISPUTED, Statement
from kg.model.vocabulary import ActorKind, ConflictKind, EventKind, Role

__all__ = ["derive"]

_MEETINGS = {EventKind.SUMMIT, EventKind.VISIT, EventKind.MEETING}
_PRESENT = {Role.HOST, Role.GUEST, Role.PARTICIPANT}


def derive(records: Records) -> tuple[Statement, ...]:
    """``metWith`` from events, ``proposes`` and ``targets`` from policies, ``leads`` from offices; sorted by id."""
    factual = (c.disputed_records for c in records.of(Conflict) if c.kind is ConflictKind.FACT)
    disputed: frozenset[str] = frozenset().union(*factual)
    found = [*_meetings(records, disputed), *_policies(records, disputed), *_leaders(records)]
    return tuple(sorted(found, key=lambda s: s.id))


def _meetings(records: Records, disputed: frozenset[str]) -> Iterator[Statement]:
    for event in records.of(Event):
        if event.kind not in _MEETINGS:
            continue
        persons = {p.actor for p in event.participants if p.role in _PRESENT and _is_person(records, p.actor)}
        for a, b in combinations(sorted(persons), 2):
            name = f"{event.id}--{a}--{b}--met"
            yield replace(_from(records, disputed, event, name, (a, "metWith", b)), status=event.status, event=event.id)


def _policies(records: Records, disputed: frozenset[str]) -> Iterator[Statement]:
    for policy in records.of(Policy):
        for actor in policy.proponents:
            yield _from(records, disputed, policy, f"{policy.id}--{actor}--proposes", (actor, "proposes", policy.id))
        for target in policy.targets:
            yield _from(records, disputed, policy, f"{policy.id}--{target}--targets", (policy.id, "targets", target))


def _leaders(records: Records) -> Iterator[Statement]:
    for held in records.of(Statement):
        office = records.by_id.get(held.object)
        if held.relation != "holdsOffice" or held.negated or not isinstance(office, Office) or not office.leads:
            continue
        yield Statement(
            id=f"{held.id}--leads",
            subject=held.subject,
            relation="leads",
            object=office.of,
            derived_from=held.id,
            when=held.when,
            datings=held.datings,
            according_to=held.according_to,
            reported_by=held.reported_by,
            said=held.said,
            status=held.status,
            wording=held.wording,
            evidence=held.evidence,
        )


def _from(records: Records, disputed: frozenset[str], parent: Event | Policy, name: str, triple: tuple[str, str, str]) -> Statement:
    subject, relation, object_ = triple
    return Statement(
        id=name,
        subject=subject,
        relation=relation,
        object=object_,
        derived_from=parent.id,
        when=_when(parent),
        according_to=_authors(records, parent) if parent.id in disputed else (UNDISPUTED,),
        evidence=_cited(parent),
    )


def _is_person(records: Records, name: str) -> bool:
    actor = records.by_id.get(name)
    return isinstance(actor, Actor) and actor.kind is ActorKind.PERSON


def _when(parent: Dated) -> When | None:
    best = parent.preferred_dating
    return best.when if best else parent.when


def _cited(parent: Event | Policy) -> tuple[Evidence, ...]:
    return tuple(sorted({*parent.evidence, *(piece for d in parent.datings for piece in d.evidence)}))


def _authors(records: Records, parent: Event | Policy) -> tuple[str, ...]:
    """Those who say so where a conflict of fact disputes it: the sources' authors."""
    sources = (records.by_id.get(piece.source) for piece in _cited(parent))
    authors = {author for source in sources if isinstance(source, Source) for author in source.authors}
    return tuple(sorted(authors)) or (UNDISPUTED,)
