"""One record as the mapping that stands for it in YAML: fields that say nothing are left out, every scalar is text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from kg.model.conflicts import Conflict
from kg.model.dated import Dated, Dating, When
from kg.model.entities import Actor, Entity, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.statements import Claim, Envelope, Statement
from kg.model.vocabulary import WhenFrom

__all__ = ["plain"]

Pairs = Iterator[tuple[str, Any]]


def plain(record: Record) -> dict[str, Any]:
    """The mapping, id first and evidence last; the fields' order is that of the project's own files."""
    fields = dict(_fields(record))
    return {name: _text(value) for name, value in fields.items() if value not in (None, (), [], False)}


def _fields(record: Record) -> Pairs:
    yield "id", record.id
    yield from _OWN[type(record)](record)
    yield "former-ids", record.former_ids
    yield "evidence", [dict(_piece(piece)) for piece in getattr(record, "evidence", ())]


def _named(record: Entity) -> Pairs:
    yield "label", record.label
    yield "aliases", record.aliases
    yield "definition", record.definition
    yield "wikidata", record.wikidata


def _actor(record: Actor) -> Pairs:
    yield "kind", record.kind
    yield from _named(record)
    yield "iso3166", record.iso3166
    yield "cow", record.cow


def _office(record: Office) -> Pairs:
    yield from _named(record)
    yield "of", record.of
    yield "role", record.role
    yield "leads", record.leads
    yield "seats", record.seats if record.seats != 1 else None


def _place(record: Place) -> Pairs:
    yield from _named(record)
    yield "country", record.country


def _policy(record: Policy) -> Pairs:
    yield "kind", record.kind
    yield from _named(record)
    yield "proponents", record.proponents
    yield "targets", record.targets
    yield "adopted-by", record.adopted_by
    yield "part-of", record.part_of
    yield from _dates(record)
    yield "quantities", [dict(_quantity(quantity)) for quantity in record.quantities]


def _event(record: Event) -> Pairs:
    yield "kind", record.kind
    yield from _named(record)
    yield "participants", [{"actor": p.actor, "role": p.role.value} for p in record.participants]
    yield "place", record.place
    yield "status", record.status
    yield "outcome", record.outcome
    yield "part-of", record.part_of
    yield from _dates(record)
    yield "quantities", [dict(_quantity(quantity)) for quantity in record.quantities]


def _source(record: Source) -> Pairs:
    yield "kind", record.kind
    yield from _named(record)
    yield "author", record.authors
    yield "date", record.date
    yield "publisher", record.publisher
    yield "in", record.container
    yield "url", record.url
    yield "recorded", record.recorded
    if record.sha256 is None:
        yield "text", "none"
    else:
        yield "sha256", record.sha256
        yield "length", record.length
        yield "paragraphs", record.paragraphs


def _era(record: Era) -> Pairs:
    yield from _named(record)
    yield "periodisation", record.periodisation
    yield "order", str(record.order)  # 0 says something here
    yield "according-to", record.according_to
    yield from _dates(record)


def _statement(record: Statement) -> Pairs:
    yield "subject", record.subject
    yield "relation", record.relation
    yield "object", record.object
    yield "polarity", record.polarity
    yield from _voice(record)


def _claim(record: Claim) -> Pairs:
    yield "kind", record.kind
    yield "about", record.about
    yield "gist", record.gist
    yield from _voice(record)


def _conflict(record: Conflict) -> Pairs:
    yield "kind", record.kind
    yield "scope", record.scope
    yield "disputes", record.disputes
    yield "prefers", record.prefers
    yield "reason", record.reason
    yield "note", record.note


def _voice(record: Envelope) -> Pairs:
    yield from _dates(record)
    yield "according-to", record.according_to
    yield "reported-by", [dict(_report(report)) for report in record.reported_by]
    yield "said", record.said
    yield "status", record.status
    yield "negated", record.negated
    yield "wording", record.wording
    yield "event", record.event
    yield "because", record.because
    yield "quantities", [dict(_quantity(quantity)) for quantity in record.quantities]


def _dates(record: Dated) -> Pairs:
    if record.when:
        yield from _when(record.when)
    yield "datings", [dict(_dating(dating)) for dating in record.datings]


def _when(when: When) -> Pairs:
    yield "when", when.text
    yield "after", when.after
    yield "before", when.before
    yield "when-from", when.origin if when.origin is not WhenFrom.TEXT else None


def _dating(dating: Dating) -> Pairs:
    yield "id", dating.id
    yield from _when(dating.when)
    yield "preferred", dating.preferred
    yield "reason", dating.reason
    yield "evidence", [dict(_piece(piece)) for piece in dating.evidence]


def _piece(piece: Evidence) -> Pairs:
    yield "source", piece.source
    if piece.locator:
        yield "locator", piece.locator
    elif piece.row:
        yield "row", piece.row
    else:
        yield "paragraph", piece.paragraph
        yield "chars", f"{piece.chars[0]}-{piece.chars[1]}"
    yield "coreference", piece.coreference


def _quantity(quantity: Quantity) -> Pairs:
    yield "measure", quantity.measure
    yield "value", f"{quantity.value:f}"
    yield "unit", quantity.unit
    yield "comparator", quantity.comparator
    yield "compared-to", quantity.compared_to


def _report(report: Report) -> Pairs:
    yield "by", report.by
    yield "in", report.inside
    yield "said", report.said


def _text(value: Any) -> Any:
    """Scalars as text, lists and mappings with all that is in them."""
    if isinstance(value, bool):
        return "true"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {name: _text(each) for name, each in value.items() if each not in (None, False)}
    if isinstance(value, tuple | list):
        return [_text(each) for each in value]
    return str(value)


_OWN: dict[type[Record], Any] = {
    Actor: _actor,
    Office: _office,
    Place: _place,
    Policy: _policy,
    Event: _event,
    Source: _source,
    Era: _era,
    Statement: _statement,
    Claim: _claim,
    Conflict: _conflict,
}
