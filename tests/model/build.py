"""Records with only what a test is about; everything else is the least that a record needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.model.bounds import Bounds
from kg.model.conflicts import Conflict
from kg.model.dated import Dating, When
from kg.model.entities import Actor, Era, Office, Place, Policy, Source
from kg.model.events import Event, Participation
from kg.model.evidence import Evidence
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.rules import Problem, problems
from kg.model.statements import Claim, Statement
from kg.model.vocabulary import ActorKind, ClaimKind, ConflictKind, EventKind, PolicyKind, Role, Scope, SourceKind

RELATIONS: Mapping[str, Relation] = {
    kind.name: kind
    for kind in (
        Relation(name="criticises", label="criticises", polarity=-1, subjects=frozenset({"Actor"})),
        Relation(name="holdsOffice", label="holds office", subjects=frozenset({"Person"}), objects=frozenset({"Office"})),
        Relation(name="metWith", label="met with", symmetric=True, derived=True),
        Relation(name="mediatesIn", label="mediates in", objects=frozenset({"Event", "Policy"})),
    )
}
CITED = (Evidence("gazette", locator="page 1"),)


def records(*items: Record, periodisations: tuple[tuple[str, str], ...] = ()) -> Records:
    """A corpus of these records."""
    corpus = Corpus(title="Freedonia", version="1", licence="CC0-1.0", base="https://example.org/", periodisations=periodisations)
    by_id = {item.id: item for item in sorted(items, key=lambda item: item.id)}
    assert len(by_id) == len(items), "two records share an id"
    return Records(corpus, by_id)


def faults(*items: Record, unread: frozenset[str] = frozenset(), periodisations: tuple[tuple[str, str], ...] = ()) -> list[Problem]:
    """What the rules say of these records."""
    return problems(records(*items, periodisations=periodisations), RELATIONS, unread)


def four(span: Bounds) -> str:
    """Earliest and latest begin, earliest and latest end, as one text."""
    return f"{span.earliest_begin} {span.latest_begin} {span.earliest_end} {span.latest_end}"


def day(text: str) -> date:
    return date.fromisoformat(text)


def state(name: str, **more: Any) -> Actor:
    return Actor(**{"id": name, "label": name.title(), "kind": ActorKind.STATE} | more)


def person(name: str, **more: Any) -> Actor:
    return state(name, kind=ActorKind.PERSON, **more)


def source(name: str, **more: Any) -> Source:
    return Source(**{"id": name, "label": name.title(), "kind": SourceKind.ARTICLE} | more)


def office(name: str, of: str, **more: Any) -> Office:
    return Office(**{"id": name, "label": name.title(), "of": of, "role": "head-of-state"} | more)


def place(name: str, **more: Any) -> Place:
    return Place(**{"id": name, "label": name.title()} | more)


def event(name: str, when: str | When | None = "2014", **more: Any) -> Event:
    return Event(**{"id": name, "label": name.title(), "kind": EventKind.OTHER, "when": _when(when)} | more)


def policy(name: str, when: str | When | None = "2014", **more: Any) -> Policy:
    return Policy(**{"id": name, "label": name.title(), "kind": PolicyKind.INITIATIVE, "when": _when(when)} | more)


def era(name: str, when: str | When | None = "2014", **more: Any) -> Era:
    fields: dict[str, Any] = {"id": name, "label": name.title(), "periodisation": "reigns", "order": 1, "when": _when(when)}
    return Era(**fields | more)


def statement(name: str, triple: str, when: str | When | None = "2014", **more: Any) -> Statement:
    subject, relation, object_ = triple.split()
    fields: dict[str, Any] = {"id": name, "subject": subject, "relation": relation, "object": object_, "when": _when(when)}
    return Statement(**fields | {"according_to": ("undisputed",)} | more)


def claim(name: str, *about: str, when: str | When | None = "2014", **more: Any) -> Claim:
    fields: dict[str, Any] = {"id": name, "about": about, "when": _when(when), "kind": ClaimKind.ARGUMENT, "gist": "It will not last."}
    return Claim(**fields | {"according_to": ("undisputed",)} | more)


def conflict(name: str, *disputes: str, kind: ConflictKind = ConflictKind.FACT, **more: Any) -> Conflict:
    return Conflict(id=name, kind=kind, scope=(Scope.WITHIN_SOURCE,), disputes=disputes, **more)


def dating(name: str, when: str | When, *cited: str, **more: Any) -> Dating:
    return Dating(id=name, when=_when(when) or When(""), evidence=tuple(Evidence(c, locator="page 1") for c in cited), **more)


def took_part(*pairs: str) -> tuple[Participation, ...]:
    """Participations written as ``rufus:host``."""
    return tuple(Participation(actor, Role(role)) for actor, role in (pair.split(":") for pair in pairs))


def _when(when: str | When | None) -> When | None:
    return When(when) if isinstance(when, str) else when
