"""What STIX has no property for, as properties of an extension: the fields of a record, with references as STIX ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from kg.exports.stix.properties import EXTENSION
from kg.exports.stix.writer import Object, Writer
from kg.model.bounds import Bounds
from kg.model.conflicts import Conflict
from kg.model.dated import Dated, Dating
from kg.model.evidence import Evidence
from kg.model.records import Corpus, Record
from kg.model.reporting import reports
from kg.model.statements import UNDISPUTED, Envelope, Statement
from kg.rdf.namespaces import passage_path

__all__ = ["extended", "extended_corpus"]

# Fields that hold ids of records, with their names in the extension.
_REFERENCES: Mapping[str, str] = {
    "according_to": "according_to_refs",
    "actor": "actor_ref",
    "adopted_by": "adopted_by_ref",
    "after": "after_ref",
    "authors": "author_refs",
    "because": "because_refs",
    "before": "before_ref",
    "by": "by_ref",
    "compared_to": "compared_to_ref",
    "country": "country_ref",
    "derived_from": "derived_from_ref",
    "event": "event_ref",
    "inside": "inside_ref",
    "of": "of_ref",
    "part_of": "part_of_ref",
    "place": "place_ref",
    "proponents": "proponent_refs",
    "publisher": "publisher_ref",
    "targets": "target_refs",
}
# Fields that STIX's own properties hold, or that are made below.
_ELSEWHERE = {
    *("id", "label", "definition", "wikidata", "evidence", "subject", "object", "gist", "about", "url"),
    *("disputes", "prefers", "reported_by"),
}
_RENAMED = {"text": "edtf", "date": "published"}


def extended(writer: Writer, record: Record) -> Object:
    """The extensions of the object for a record."""
    found = {**_plain(writer, record), **_special(writer, record)}
    return {EXTENSION: {"extension_type": "property-extension", **found}} if found else {}


def extended_corpus(corpus: Corpus) -> Object:
    """The extensions of the identity for a corpus."""
    named = [{"name": name, "label": label} for name, label in corpus.periodisations]
    found = {"version": corpus.version, "default_periodisation": corpus.default_periodisation, "periodisations": named}
    return {EXTENSION: {"extension_type": "property-extension", **{name: value for name, value in found.items() if value}}}


def _plain(writer: Writer, part: Any) -> Object:
    """Fields of a record or a part of one; what is empty or false is left out, as STIX wants it."""
    found: Object = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in _ELSEWHERE or value is False or value in (None, (), "", (UNDISPUTED,)) or (field.name, value) == ("length", 0):
            continue
        if field.name in _REFERENCES:
            found[_REFERENCES[field.name]] = writer.ref(value) if isinstance(value, str) else [writer.ref(name) for name in value]
        elif field.name != "datings":
            found[_RENAMED.get(field.name, field.name)] = _value(writer, value)
    return found


def _value(writer: Writer, value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(writer, each) for each in value]
    if isinstance(value, Decimal):
        return str(value)
    return value if isinstance(value, str | int) else _plain(writer, value)


def _special(writer: Writer, record: Record) -> Object:
    found: Object = {}
    if isinstance(record, Dated):
        found |= _bounds(writer.resolved.bounds[record.id])
        if record.datings:
            found["datings"] = [_dating(writer, record.id, dating) for dating in record.datings]
    if isinstance(record, Envelope):
        found |= {"negated": record.negated, "undisputed": record.according_to == (UNDISPUTED,)}
        if chain := list(_reported(writer, record)):
            found["reported_by"] = chain
    if isinstance(record, Statement):
        found["sign"] = writer.relations[record.relation].sign(record)
        if not writer.holds(record.id):
            found["held"] = False
    if isinstance(record, Conflict):
        found["disputes"] = [_disputed(writer, name) for name in record.disputes]
        if record.prefers:
            found["prefers"] = _disputed(writer, record.prefers)
    if record.id in writer.resolved.disputed:
        found["disputed"] = True
    if passages := _coreferent(getattr(record, "evidence", ())):
        found["coreferent"] = passages
    return found


def _reported(writer: Writer, record: Envelope) -> Iterator[Object]:
    for place, report in enumerate(reports(writer.resolved.records, record)):
        yield _plain(writer, report) | ({} if place < len(record.reported_by) else {"author": True})


def _bounds(bounds: Bounds) -> Object:
    return {field.name: getattr(bounds, field.name).isoformat() for field in fields(bounds)}


def _dating(writer: Writer, record: str, dating: Dating) -> Object:
    path = f"{record}/{dating.id}"
    found = {"name": dating.id, **_plain(writer, dating), **_bounds(writer.resolved.bounds[path])}
    found["passages"] = [passage_path(piece) for piece in dating.evidence]
    if coreferent := _coreferent(dating.evidence):
        found["coreferent"] = coreferent
    if path in writer.resolved.disputed:
        found["disputed"] = True
    return {name: value for name, value in found.items() if value != []}


def _disputed(writer: Writer, name: str) -> Object:
    record, _, dating = name.partition("/")
    return {"record_ref": writer.ref(record)} | ({"dating": dating} if dating else {})


def _coreferent(evidence: tuple[Evidence, ...]) -> list[str]:
    return [passage_path(piece) for piece in evidence if piece.coreference]
