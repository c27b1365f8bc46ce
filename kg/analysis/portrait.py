"""Who or what an entity is, and everything recorded about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.analysis.words import holders, manner, passages, phrase, when, when_held
from kg.index import Index
from kg.model.bounds import Bounds
from kg.model.entities import Entity
from kg.model.events import Event
from kg.model.period import ALWAYS, Period
from kg.model.records import folder
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Claim, Statement

__all__ = ["Portrait", "portrait"]

Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity's description, and its relations, events and claims as rows of text, in the order in which they began."""

    entity: Entity
    kind: str
    relations: Rows
    events: Rows
    claims: Rows


def portrait(
    resolved: Resolved,
    relations: Mapping[str, Relation],
    index: Index,
    name: str,
    span: Period | Bounds | None,
    *,
    certain: bool = False,
    as_seen_by: str | None = None,
) -> Portrait:
    """Everything about one entity, by id or a name that is only its own, of all times or of a span. Raises `UnknownName`."""
    entity = resolved.records.entity(name)
    name = entity.id
    held = set(index.holding(span or ALWAYS, certain=certain, as_seen_by=as_seen_by).ids())

    def holds(ident: str) -> bool:
        return span is None or resolved.bounds[ident].holds(span, certain)

    statements = [s for s in resolved.statements.values() if name in (s.subject, s.object) and s.id in held]
    events = [e for e in resolved.records.of(Event) if name in (e.id, e.place, *(p.actor for p in e.participants)) and holds(e.id)]
    claims = [c for c in resolved.records.of(Claim) if name in (*c.about, *c.according_to) and holds(c.id)]

    def begin(record: Statement | Event | Claim) -> tuple[date, str]:
        return resolved.bounds[record.id].earliest_begin, record.id

    return Portrait(
        entity,
        str(getattr(entity, "kind", folder(entity))),
        [
            (when_held(resolved, s), phrase(resolved, relations, s.id), holders(resolved, s), manner(resolved, s), passages(s.evidence))
            for s in sorted(statements, key=begin)
        ],
        [(when(e), e.label, _roles(e, name), str(e.status), _event_passages(e)) for e in sorted(events, key=begin)],
        [(when(c), c.gist, holders(resolved, c), manner(resolved, c), passages(c.evidence)) for c in sorted(claims, key=begin)],
    )


def _roles(event: Event, name: str) -> str:
    return ", ".join(str(p.role) for p in event.participants if p.actor == name)


def _event_passages(event: Event) -> str:
    return passages({*event.evidence, *(piece for dating in event.datings for piece in dating.evidence)})
