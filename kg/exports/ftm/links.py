"""Statements as FollowTheMoney's intervals; what is no fact, claims and conflicts as notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.exports.ftm.entity import Entity, Writer
from kg.exports.ftm.values import begin, end, text
from kg.model.conflicts import Conflict
from kg.model.entities import Actor
from kg.model.records import Record
from kg.model.statements import Claim, Envelope, Statement
from kg.model.vocabulary import ActorKind, Status, Wording

__all__ = ["is_fact", "link", "note"]

Values = Iterator[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class _Link:
    """A schema and its two properties, with the schema that each must point at."""

    schema: str
    subject: str
    subject_range: str
    object: str
    object_range: str


# What a kind of relation becomes where its ends fit; all else is an UnknownLink.
_LINKS: Mapping[str, _Link] = {
    "memberOf": _Link("Membership", "member", "LegalEntity", "organization", "Organization"),
    "holdsOffice": _Link("Occupancy", "holder", "Person", "post", "Position"),
    "succeeds": _Link("Succession", "successor", "LegalEntity", "predecessor", "LegalEntity"),
    "proposes": _Link("ProjectParticipant", "participant", "LegalEntity", "project", "Project"),
    "participatesIn": _Link("ProjectParticipant", "participant", "LegalEntity", "project", "Project"),
    "authorOf": _Link("Documentation", "entity", "Thing", "document", "Document"),
    "editorOf": _Link("Documentation", "entity", "Thing", "document", "Document"),
    "publisherOf": _Link("Documentation", "entity", "Thing", "document", "Document"),
}
_UNKNOWN = _Link("UnknownLink", "subject", "Thing", "object", "Thing")
# Whose measures are sanctions in law; others, such as "the West", are linked.
_AUTHORITIES = {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.INTERNATIONAL_BODY}


def is_fact(record: Record) -> bool:
    """Whether the record is a statement that somebody holds to be so: what becomes a link, and no thing."""
    return isinstance(record, Statement) and record.direct


def link(writer: Writer, statement: Statement) -> Entity:
    """The statement as an interval between its ends, or as a note where it is not held to be so."""
    if not is_fact(statement):
        return note(writer, statement)
    if statement.relation == "sanctions" and _imposes(writer, statement.subject):
        return writer.entity(statement.id, "Sanction", [*_shared(writer, statement), *_sanction(writer, statement)])
    shape = _LINKS.get(statement.relation, _UNKNOWN)
    if not (writer.is_a(statement.subject, shape.subject_range) and writer.is_a(statement.object, shape.object_range)):
        shape = _UNKNOWN
    return writer.entity(statement.id, shape.schema, [*_shared(writer, statement), *_ends(writer, statement, shape)])


def _imposes(writer: Writer, name: str) -> bool:
    actor = writer.resolved.records.by_id[name]
    return isinstance(actor, Actor) and actor.kind in _AUTHORITIES


def _ends(writer: Writer, statement: Statement, shape: _Link) -> Values:
    yield shape.subject, [writer.id(statement.subject)]
    yield shape.object, [writer.id(statement.object)]
    if shape.schema != "Occupancy":  # the only one without a role
        yield "role", [writer.relations[statement.relation].label]


def _sanction(writer: Writer, statement: Statement) -> Values:
    """Whoever imposes it has a name there, and no link."""
    yield "entity", [writer.id(statement.object)]
    yield "authority", [text(writer.label(statement.subject))]
    yield "country", writer.country(statement.subject)


def _shared(writer: Writer, statement: Statement) -> Values:
    span = writer.resolved.bounds[statement.id]
    yield "startDate", begin(span)
    yield "endDate", end(span)
    yield "recordId", [statement.id]
    yield "description", [_voice(writer, statement)]
    yield from _cited(writer, statement)


def note(writer: Writer, record: Statement | Claim | Conflict) -> Entity:
    """What is no fact: a claim, a conflict, a statement that is denied, planned, foreseen or advised."""
    if isinstance(record, Statement):
        return writer.entity(record.id, "Note", _unheld(writer, record))
    return writer.entity(record.id, "Note", _claim(writer, record) if isinstance(record, Claim) else _conflict(writer, record))


def _unheld(writer: Writer, statement: Statement) -> Values:
    ends = [writer.label(statement.subject), writer.relations[statement.relation].label, writer.label(statement.object)]
    yield "description", [text(f"{', '.join(_doubts(statement))}: {' '.join(ends)} ({_when(statement)})")]
    yield "keywords", [*_doubts(statement), writer.relations[statement.relation].label]
    yield from _about(writer, statement.subject, statement.object)
    yield "summary", [_voice(writer, statement)]
    yield from _cited(writer, statement)


def _claim(writer: Writer, claim: Claim) -> Values:
    yield "description", [text(claim.gist)]
    yield "keywords", [claim.kind, *_doubts(claim)]
    yield from _about(writer, *claim.about)
    yield "summary", [f"{_voice(writer, claim)} ({_when(claim)})"]
    yield from _cited(writer, claim)


def _conflict(writer: Writer, conflict: Conflict) -> Values:
    told = f"cannot all be right: {', '.join(conflict.disputes)}"
    yield "description", [text("; ".join(part for part in (told, conflict.note) if part))]
    yield "keywords", ["conflict", conflict.kind, *conflict.scope]
    if conflict.prefers:
        yield "summary", [text(f"preferred: {conflict.prefers}" + (f", since {conflict.reason}" if conflict.reason else ""))]
    yield from _about(writer, *sorted(conflict.disputed_records))


def _about(writer: Writer, *records: str) -> Values:
    """The things that these records are: an interval is none, so that its ends are named."""
    for name in records:
        statement = None if name in writer.schemata else writer.resolved.statements[name]
        yield "entity", [writer.id(each) for each in ((statement.subject, statement.object) if statement else (name,))]


def _cited(writer: Writer, record: Envelope) -> Values:
    yield from writer.cited(record.evidence)
    for dating in record.datings:
        yield from writer.cited(dating.evidence)


def _voice(writer: Writer, record: Envelope) -> str:
    """View, wording and dispute in words."""
    wording = "" if record.wording is Wording.STATED else str(record.wording)
    disputed = "disputed by another account" if record.id in writer.resolved.disputed else ""
    return "; ".join(part for part in (writer.view(record.according_to), wording, disputed) if part)


def _doubts(record: Envelope) -> list[str]:
    status = [] if record.status is Status.ACTUAL else [str(record.status)]
    return [*status, *(["not so"] if record.negated else [])]


def _when(record: Envelope) -> str:
    return record.when.text if record.when else " or ".join(dating.when.text for dating in record.datings)
