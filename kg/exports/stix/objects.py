"""Records as objects of STIX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.exports.stix.extension import extended, extended_corpus
from kg.exports.stix.writer import Object, Writer, instant
from kg.model.bounds import bounds
from kg.model.conflicts import Conflict
from kg.model.edtf import FIRST_DAY, LAST_DAY
from kg.model.entities import Actor, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.records import Record
from kg.model.statements import UNDISPUTED, Claim, Envelope, Statement
from kg.model.vocabulary import ActorKind, Status, Wording

__all__ = ["corpus", "objects"]

_CLASSES: Mapping[ActorKind, str] = {ActorKind.PERSON: "individual", ActorKind.GROUP: "group"}
# How sure it is that the source says so, on the scale none, low, medium, high of STIX's appendix A.
_CONFIDENCE: Mapping[Wording, int] = {Wording.STATED: 85, Wording.HEDGED: 50, Wording.IMPLIED: 15}


def corpus(writer: Writer) -> Iterator[Object]:
    """The corpus itself as the creator of all objects, and its licence."""
    told = writer.corpus
    found = writer.object(
        "identity", "", name=told.title, description=told.description, identity_class="unknown", extensions=extended_corpus(told)
    )
    del found["created_by_ref"]
    yield found
    licence = writer.object("marking-definition", "licence", definition_type="statement", definition={"statement": told.licence})
    yield {name: value for name, value in licence.items() if name not in ("modified", "object_marking_refs")}


def objects(writer: Writer, record: Record, citing: Mapping[str, list[str]]) -> Iterator[Object]:
    """The object for a record; for a state with a code also its location. ``citing`` tells who cites each source."""
    if isinstance(record, Source):
        yield writer.described(record, **_source(writer, record, citing), extensions=extended(writer, record))
        return
    yield writer.described(record, **_PARTS[type(record)](writer, record), extensions=extended(writer, record))
    if isinstance(record, Actor) and record.iso3166:
        place = writer.object("location", f"actor/{record.id}/territory", name=record.label, country=record.iso3166.upper())
        yield place
        ends = {"source_ref": writer.ref(record.id), "target_ref": place["id"]}
        yield writer.object("relationship", f"actor/{record.id}/located-at", relationship_type="located-at", **ends)


def _actor(_: Writer, actor: Actor) -> Object:
    return {"name": actor.label, "identity_class": _CLASSES.get(actor.kind, "organization"), "labels": [actor.kind]}


def _office(_: Writer, office: Office) -> Object:
    """Whoever holds the office."""
    return {"name": office.label, "identity_class": "class", "labels": ["office"]}


def _place(writer: Writer, place: Place) -> Object:
    """A location must have a country or a region: without a country the place is a region of its own name."""
    state = writer.record(place.country) if place.country else None
    where = {"country": state.iso3166.upper()} if isinstance(state, Actor) and state.iso3166 else {"region": place.id}
    return {"name": place.label, "labels": ["place"], **where}


def _policy(writer: Writer, policy: Policy) -> Object:
    refs = writer.refs(*policy.proponents, *policy.targets, policy.adopted_by, policy.part_of)
    return _grouping(policy.label, refs, "policy", policy.kind)


def _event(writer: Writer, event: Event) -> Object:
    refs = writer.refs(*(each.actor for each in event.participants), event.place, event.part_of)
    return _grouping(event.label, refs, "event", event.kind, *_doubts(event.status))


def _era(writer: Writer, era: Era) -> Object:
    return _grouping(era.label, writer.refs(*(name for name in era.according_to if name != UNDISPUTED)), "era")


def _conflict(writer: Writer, conflict: Conflict) -> Object:
    refs = writer.refs(*sorted(conflict.disputed_records), conflict.prefers and conflict.prefers.partition("/")[0])
    return _grouping(conflict.id, refs, "conflict", conflict.kind) | {"description": conflict.reason}


def _grouping(name: str, refs: list[str], *labels: str) -> Object:
    return {"name": name, "context": "unspecified", "object_refs": refs, "labels": list(labels)}


def _source(writer: Writer, source: Source, citing: Mapping[str, list[str]]) -> Object:
    refs = writer.refs(*citing.get(source.id, ())) if source.id in citing else writer.refs(*source.authors, source.publisher)
    if source.date is None:
        return _grouping(source.label, refs, "source", source.kind)
    published = instant(bounds(source.date).earliest_begin)
    return {"name": source.label, "published": published, "object_refs": refs, "labels": ["source", source.kind]}


def _claim(writer: Writer, claim: Claim) -> Object:
    holders = [writer.resolved.records.label(name) for name in claim.according_to if name != UNDISPUTED]
    doubts = [*_doubts(claim.status), *_denied(claim)]
    about = {"content": claim.gist, "object_refs": writer.refs(*claim.about), "authors": holders}
    return {**about, "labels": ["claim", claim.kind, *doubts], "confidence": _CONFIDENCE[claim.wording]}


def _statement(writer: Writer, statement: Statement) -> Object:
    """What is denied or not actual has another type of relationship, so that nobody takes it for what it is not."""
    span = writer.resolved.bounds[statement.id]
    doubts = [*_doubts(statement.status), *_denied(statement)]
    found: dict[str, Any] = {
        "relationship_type": "-".join([*doubts, _kebab(statement.relation)]),
        "source_ref": writer.ref(statement.subject),
        "target_ref": writer.ref(statement.object),
        "labels": [statement.relation, *doubts],
        "confidence": _CONFIDENCE[statement.wording],
    }
    if span.earliest_begin != FIRST_DAY:
        found["start_time"] = instant(span.earliest_begin)
    if span.latest_end != LAST_DAY:
        found["stop_time"] = instant(span.latest_end, "23:59:59.999")
    return found


def _doubts(status: Status) -> list[str]:
    return [] if status is Status.ACTUAL else [status]


def _denied(record: Envelope) -> list[str]:
    return ["not"] if record.negated else []


def _kebab(relation: str) -> str:
    return re.sub(r"(?<=.)([A-Z])", r"-\1", relation).lower()


_PARTS: Mapping[type[Record], Callable[..., Object]] = {
    Actor: _actor,
    Office: _office,
    Place: _place,
    Policy: _policy,
    Event: _event,
    Era: _era,
    Conflict: _conflict,
    Claim: _claim,
    Statement: _statement,
}
