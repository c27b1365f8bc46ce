"""What every object of STIX has: an id, a creator, times, and references to what is no STIX."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kg.exports.selection import Selection
from kg.model.dated import Dated
from kg.model.entities import Actor, Entity, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Record, folder
from kg.model.statements import Claim, Statement
from kg.rdf.namespaces import passage_path

__all__ = ["Object", "Writer", "instant", "type_of"]

Object = dict[str, Any]

_TYPES: Mapping[type[Record], str] = {
    Actor: "identity",
    Office: "identity",
    Place: "location",
    Policy: "grouping",
    Event: "grouping",
    Era: "grouping",
    Statement: "relationship",
    Claim: "note",
}


def type_of(record: Record) -> str:
    """The type of STIX object that the record becomes; a report must have been published on some day."""
    if isinstance(record, Source):
        return "report" if record.date else "grouping"
    return _TYPES.get(type(record), "grouping")


def instant(day: date, time: str = "00:00:00") -> str:
    """A moment of a day, as STIX writes it.

    >>> instant(date(2016, 7, 8), "23:59:59.999")
    '2016-07-08T23:59:59.999Z'
    """
    return f"{day.isoformat()}T{time}Z"


class Writer:
    """Makes objects of one graph; ``created`` is the time of them all."""

    def __init__(self, selection: Selection, created: str) -> None:
        self.resolved, self.relations, self.holds, self.created = selection.resolved, selection.relations, selection.holds, created
        self.corpus = self.resolved.records.corpus
        self._namespace = uuid5(NAMESPACE_URL, self.corpus.base)
        self.creator, self.licence = self.id("identity", ""), self.id("marking-definition", "licence")

    def id(self, type: str, path: str) -> str:
        """A UUID of version 5 in a namespace that the corpus's base IRI makes; the path below the base is its name."""
        return f"{type}--{uuid5(self._namespace, path)}"

    def record(self, name: str) -> Record:
        """A record, derived ones too, by its id."""
        return self.resolved.statements.get(name) or self.resolved.records.by_id[name]

    def ref(self, name: str) -> str:
        """The id of the object for a record."""
        record = self.record(name)
        return self.id(type_of(record), f"{folder(record)}/{name}")

    def refs(self, *names: str | None) -> list[str]:
        """The same for several, each once; the creator where there is none, since a list must not be empty."""
        return list(dict.fromkeys(self.ref(name) for name in names if name)) or [self.creator]

    def object(self, type: str, path: str, **more: Any) -> Object:
        """An object with its common properties; those that are empty are left out."""
        common = {
            "type": type,
            "spec_version": "2.1",
            "id": self.id(type, path),
            "created": self.created,
            "modified": self.created,
            "created_by_ref": self.creator,
            "object_marking_refs": [self.licence],
        }
        return common | {name: value for name, value in more.items() if value not in (None, "", [], {})}

    def described(self, record: Record, **more: Any) -> Object:
        """The object for a record, with what names it outside of STIX, and its passages."""
        texts = {"description": record.definition} if isinstance(record, Entity) else {}
        path = f"{folder(record)}/{record.id}"
        return self.object(type_of(record), path, external_references=list(self._references(record, path)), **texts | more)

    def _references(self, record: Record, path: str) -> Iterator[Mapping[str, str]]:
        yield {"source_name": self.corpus.title, "external_id": path, "url": self.corpus.base + path}
        if isinstance(record, Entity) and record.wikidata:
            url = f"http://www.wikidata.org/entity/{record.wikidata}"
            yield {"source_name": "Wikidata", "external_id": record.wikidata, "url": url}
        if isinstance(record, Source) and record.url:
            yield {"source_name": record.label, "url": record.url}
        pieces = {*getattr(record, "evidence", ())}
        if isinstance(record, Dated):
            pieces.update(piece for dating in record.datings for piece in dating.evidence)
        yield from map(self._passage, sorted(pieces))

    def _passage(self, piece: Evidence) -> Mapping[str, str]:
        path = passage_path(piece)
        name = self.resolved.records.label(piece.source)
        return {"source_name": name, "description": piece.place, "external_id": path, "url": self.corpus.base + path}
