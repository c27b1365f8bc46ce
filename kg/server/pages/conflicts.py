"""The page of conflicts: what is asked, and each side with whose view it is, when, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kg.analysis.disagreements import Disagreement, Reading
from kg.analysis.words import phrase
from kg.errors import RequestError
from kg.graph import Graph
from kg.model.events import Event
from kg.model.records import Record, folder
from kg.model.statements import UNDISPUTED, Claim, Statement
from kg.model.vocabulary import ConflictKind, Scope
from kg.query.labels import spoken
from kg.server.pages.evidence import Cited, evidence
from kg.server.pages.rendering import about, local, rendered
from kg.server.texts import Texts

__all__ = ["conflicts_page"]

_MOST = 100  # a page
_ASKED = {
    ConflictKind.DATE: "When was it?",
    ConflictKind.FACT: "Was it so?",
    ConflictKind.CAUSE: "Why?",
    ConflictKind.ATTRIBUTION: "Whose view is it?",
    ConflictKind.WORDING: "How is it put?",
    ConflictKind.IDENTITY: "Who or what is it?",
}
_SCOPES = {Scope.WITHIN_SOURCE: "within one source", Scope.BETWEEN_SOURCES: "between sources", Scope.AGAINST_RECORD: "against the record"}


@dataclass(frozen=True, slots=True)
class _Link:
    """Words, and a path below the server's root; without one they are only words."""

    words: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """One reading: what it says, what it is about, whose view it is and who passes it on, and its passages."""

    record: _Link
    reading: Reading
    about: tuple[_Link, ...]
    holders: tuple[_Link, ...]
    via: tuple[_Link, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A conflict in words: its name, between whom it is, what we say of it, why one side is held right, and the sides."""

    id: str
    title: str
    scopes: str
    note: str
    reason: str
    sides: tuple[_Side, ...]


def conflicts_page(graph: Graph, root: str, number: int, texts: Texts) -> bytes:
    """Conflicts by what is asked, so many a page, from page 1. Raises `RequestError` where there is no such page."""
    order = list(ConflictKind)
    found = sorted(graph.conflicts(), key=lambda one: (order.index(one.conflict.kind), one.conflict.id))
    last = max(-(-len(found) // _MOST), 1)
    if not 1 <= number <= last:
        raise RequestError(f"there are so many pages of conflicts: {last}", 404)
    shown = groupby(found[(number - 1) * _MOST : number * _MOST], key=lambda one: one.conflict.kind)
    groups = [(kind.value, _ASKED[kind], [_told(graph, each, texts) for each in own]) for kind, own in shown]
    sides = [side for *_, own in groups for one in own for side in one.sides]
    return rendered(
        "conflicts.html.j2",
        about=about(graph.engine),
        groups=groups,
        many=len(found),
        number=number,
        last=last,
        root=root,
        carries=any(cited.quote for side in sides for cited in side.evidence),
        local=lambda iri: local(graph.engine, iri, root),
    )


def _told(graph: Graph, one: Disagreement, texts: Texts) -> _Told:
    conflict, words = one.conflict, spoken(one.conflict.id)
    scopes = ", ".join(_SCOPES[scope] for scope in conflict.scope)
    sides = tuple(_side(graph, reading, texts) for reading in one.readings)
    return _Told(conflict.id, words[:1].upper() + words[1:], scopes, conflict.note or "", conflict.reason or "", sides)


def _side(graph: Graph, reading: Reading, texts: Texts) -> _Side:
    name, _, dating = reading.record.partition("/")
    record = _record(graph, name)
    path = f"{folder(record)}/{name}"
    return _Side(
        _Link(reading.text, path),
        reading,
        tuple(_link(graph, each) for each in _about(record)),
        tuple(_link(graph, each) for each in getattr(record, "according_to", ())),
        tuple(_link(graph, report.by) for report in getattr(record, "reported_by", ())),
        tuple(evidence(graph.engine, f"{graph.engine.base}{path}{f'/dating/{dating}' if dating else ''}", texts)),
    )


def _record(graph: Graph, name: str) -> Record:
    return graph.records.statements.get(name) or graph.records.records.by_id[name]


def _about(record: Record) -> tuple[str, ...]:
    """The entities that a reading is about."""
    if isinstance(record, Statement):
        return record.subject, record.object
    if isinstance(record, Claim):
        return record.about
    return tuple(each.actor for each in record.participants) if isinstance(record, Event) else ()


def _link(graph: Graph, name: str) -> _Link:
    if name == UNDISPUTED:
        return _Link(name)
    return _Link(phrase(graph.records, graph.relations, name), f"{folder(_record(graph, name))}/{name}")
