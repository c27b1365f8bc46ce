"""Entities, events, policies and eras as FollowTheMoney's things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.exports.ftm.entity import Entity, Writer
from kg.exports.ftm.values import address, begin, end, name, prefixes, text
from kg.model.bounds import bounds
from kg.model.entities import Actor, Era, Office, Place, Policy, Source
from kg.model.entities import Entity as Thing
from kg.model.events import Event
from kg.model.vocabulary import ActorKind, Role, SourceKind, Status

__all__ = ["schema_of", "thing"]

_ACTORS: Mapping[ActorKind, str] = {
    ActorKind.STATE: "PublicBody",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.INTERNATIONAL_BODY: "Organization",
    ActorKind.COMPANY: "Company",
    ActorKind.GROUP: "Organization",  # only an Organization may have members
    ActorKind.PUBLICATION: "Organization",
}
_OTHERS: Mapping[type[Thing], str] = {Office: "Position", Place: "Address", Policy: "Project", Event: "Event", Era: "Event"}

Values = Iterator[tuple[str, list[str]]]


def schema_of(record: Thing) -> str:
    """The schema that the entity is written in."""
    if isinstance(record, Actor):
        return _ACTORS[record.kind]
    if isinstance(record, Source):
        return "Article" if record.kind is SourceKind.ARTICLE else "Document"
    return _OTHERS[type(record)]


def thing(writer: Writer, record: Thing) -> Entity:
    """The entity, with all that FollowTheMoney has a property for."""
    return writer.entity(record.id, schema_of(record), [*_common(writer, record), *_PARTS[type(record)](writer, record)])


def _common(writer: Writer, record: Thing) -> Values:
    yield "name", [name(record.label) or record.id]
    yield "alias", [name(alias) for alias in record.aliases]
    yield "description", [text(record.definition or "")]
    yield "wikidataId", [record.wikidata or ""]
    yield from writer.cited(record.evidence)


def _actor(writer: Writer, record: Actor) -> Values:
    yield "classification", [record.kind]
    yield "country", writer.country(record.id)
    if record.kind is ActorKind.INTERNATIONAL_BODY:
        yield "topics", ["gov.igo"]


def _office(writer: Writer, record: Office) -> Values:
    if writer.is_a(record.of, "Organization"):
        yield "organization", [writer.id(record.of)]
    yield "country", writer.country(record.of)
    yield "keywords", [text(record.role)]
    yield "numberOfSeats", [str(record.seats)]
    if record.leads:
        yield "topics", ["gov.head"]


def _place(writer: Writer, record: Place) -> Values:
    yield "full", [address(record.label)]
    yield "country", writer.country(record.country)


def _policy(writer: Writer, record: Policy) -> Values:
    yield from _dated(writer, record)
    yield "keywords", [record.kind]


def _event(writer: Writer, record: Event) -> Values:
    yield from _dated(writer, record)
    yield "keywords", [record.kind]
    yield "involved", [writer.id(each.actor) for each in record.participants]
    yield "organizer", [writer.id(each.actor) for each in record.participants if each.role is Role.HOST]
    if record.place:
        yield "addressEntity", [writer.id(record.place)]
        yield "location", [address(writer.label(record.place))]
    if record.status is not Status.ACTUAL:
        yield "keywords", [record.status]
        yield "summary", [f"{record.status}: no source says that it happened"]


def _era(writer: Writer, record: Era) -> Values:
    yield from _dated(writer, record)
    yield "keywords", ["era"]
    yield "summary", [writer.view(record.according_to)]


def _source(writer: Writer, record: Source) -> Values:
    yield "title", [text(record.label)]
    yield "fileName", [record.id]
    yield "author", [text(writer.label(author)) for author in record.authors]
    yield "keywords", [record.kind]
    yield "summary", [text(record.container or "")]
    yield "sourceUrl", [record.url or ""]
    if record.publisher:
        yield "publisher", [text(writer.label(record.publisher))]
    if record.date:
        span = bounds(record.date)
        yield "publishedAt", prefixes(span.earliest_begin, span.latest_end)
    if record.recorded:
        yield "retrievedAt", [record.recorded]


def _dated(writer: Writer, record: Event | Policy | Era) -> Values:
    span = writer.resolved.bounds[record.id]
    yield "startDate", begin(span)
    yield "endDate", end(span)
    if begin(span) == end(span):
        yield "date", begin(span)
    for dating in record.datings:
        yield from writer.cited(dating.evidence)


_PARTS: Mapping[type[Thing], Callable[..., Values]] = {
    Actor: _actor,
    Office: _office,
    Place: _place,
    Policy: _policy,
    Event: _event,
    Era: _era,
    Source: _source,
}
