"""One record as the mapping that stands for it in YAML: fields that say nothing are left out, every scalar is text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from kg.model.conflicts import Conflict
from kg.model.dated import Dating, When
from kg.model.entities import Actor, Era, Office, Place, Policy, Source
from kg.model.events import Event, Participation
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.statements import Claim, Statement
from kg.model.vocabulary import WhenFrom

__all__ = ["plain"]

Pairs = Iterator[tuple[str, Any]]

_NAMED = ("label", "aliases", "definition", "wikidata")
_DATES = ("when", "datings")
_VOICE = (*_DATES, "according_to", "reported_by", "said", "status", "negated", "wording", "event", "because", "quantities")
# The fields of each kind in the order in which the project's own files have them; `id` stands first, `evidence` last.
_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Actor: ("kind", *_NAMED, "iso3166", "cow"),
    Office: (*_NAMED, "of", "role", "leads", "seats"),
    Place: (*_NAMED, "country"),
    Policy: ("kind", *_NAMED, "proponents", "targets", "adopted_by", "part_of", *_DATES, "quantities"),
    Event: ("kind", *_NAMED, "participants", "place", "status", "outcome", "part_of", *_DATES, "quantities"),
    Source: ("kind", *_NAMED, "authors", "date", "publisher", "container", "url", "recorded", "sha256", "length", "paragraphs"),
    Era: (*_NAMED, "periodisation", "order", "according_to", *_DATES),
    Statement: ("subject", "relation", "object", "polarity", *_VOICE),
    Claim: ("kind", "about", "gist", *_VOICE),
    Conflict: ("kind", "scope", "disputes", "prefers", "reason", "note"),
}
_NAMES = {"authors": "author", "container": "in"}  # where YAML has another word
_UNSAID = {"seats": 1, "length": 0}  # what a field means that is left out


def plain(record: Record) -> dict[str, Any]:
    """The mapping, in which nothing but texts, lists and mappings stands."""
    return dict(_fields(record))


def _fields(record: Record) -> Pairs:
    for name in ("id", *_FIELDS[type(record)], "former_ids", "evidence"):
        value = getattr(record, name, None)
        if name == "when" and value:
            yield from _when(value)
        elif name == "sha256" and value is None:
            yield "text", "none"
        elif not _empty(value) and value != _UNSAID.get(name):
            yield _NAMES.get(name, name.replace("_", "-")), _written(value)


def _empty(value: Any) -> bool:
    """Whether it goes without saying; the number 0 does not."""
    return value is None or value is False or value == ()


def _written(value: Any) -> Any:
    """A value as text, a list or a mapping."""
    for kind, parts in _PARTS.items():
        if isinstance(value, kind):
            return {name: _written(part) for name, part in parts(value) if not _empty(part)}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    return "true" if value is True else str(value)


def _when(when: When) -> Pairs:
    yield "when", when.text
    if when.after:
        yield "after", when.after
    if when.before:
        yield "before", when.before
    if when.origin is not WhenFrom.TEXT:
        yield "when-from", when.origin.value


def _dating(dating: Dating) -> Pairs:
    yield "id", dating.id
    yield from _when(dating.when)
    yield "preferred", dating.preferred
    yield "reason", dating.reason
    yield "evidence", dating.evidence


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


def _participation(participation: Participation) -> Pairs:
    yield "actor", participation.actor
    yield "role", participation.role


_PARTS: Mapping[type, Any] = {
    Dating: _dating,
    Evidence: _piece,
    Quantity: _quantity,
    Report: _report,
    Participation: _participation,
}
