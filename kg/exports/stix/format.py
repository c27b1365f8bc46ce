"""A bundle of STIX 2.1: statements are relationships, each with the first and last moment at which it may have held.

Actors and offices are identities, places locations, sources reports (groupings where no date of publication is known),
claims notes, and events, policies, eras and conflicts groupings of what they are about. What STIX has no property for
stands in an extension, declared in the bundle. A statement that is denied or not actual has a relationship type that
says so: ``not-sanctions``, ``planned-allied-with``.

* Ids are UUIDs of version 5, in a namespace made from the corpus's base IRI: the same record is always the same object.
* ``created`` and ``modified`` are, for all objects, the day on which the corpus was issued; where it does not say so, the first
  day on which the newest view of the whole corpus may have been voiced, so that two exports of one corpus agree; without any
  such day 1 January 1970.
* ``start_time`` and ``stop_time`` are the outer bounds; where these are open they are left out. ``confidence`` is the
  wording: how sure it is that the source says so, not that it is so.
* Kinds of relation are names only: their labels, signs and order are in ``ontology/relations.ttl``.
* External references give the record's own IRI first, then each passage.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from datetime import date
from itertools import chain

from kg.exports.format import ALL, Format
from kg.exports.selection import Selection
from kg.exports.stix.objects import corpus, objects
from kg.exports.stix.properties import definition
from kg.exports.stix.writer import Object, Writer, instant
from kg.files import Data
from kg.model.dated import Dated
from kg.model.entities import Source
from kg.model.records import Record
from kg.model.resolved import Resolved
from kg.model.statements import Statement

__all__ = ["FORMAT"]

_EPOCH = date(1970, 1, 1)


def _files(selection: Selection) -> Mapping[str, Data]:
    return {"bundle.json": _bundle(selection)}


def _bundle(selection: Selection) -> Iterator[bytes]:
    writer = Writer(selection, _created(selection.graph.records))
    name = writer.id("bundle", f"{writer.corpus.version}/{astuple(selection.scope)}")
    yield f'{{"id":"{name}","type":"bundle","objects":[\n'.encode()
    for number, each in enumerate(chain(definition(), corpus(writer), _objects(writer))):
        text = json.dumps(each, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield (",\n" if number else "").encode() + text.encode()
    yield b"\n]}\n"


def _objects(writer: Writer) -> Iterator[Object]:
    citing = _citing(writer.resolved)
    for record in _records(writer.resolved):
        yield from objects(writer, record, citing)


def _records(resolved: Resolved) -> Iterator[Record]:
    yield from (record for record in resolved.records.by_id.values() if not isinstance(record, Statement))
    yield from resolved.statements.values()


def _created(everything: Resolved) -> str:
    issued = everything.records.corpus.issued
    newest = max((said.earliest_begin for said in everything.said.values()), default=_EPOCH)
    return instant(date.fromisoformat(issued) if issued else newest, "00:00:00.000")


def _citing(resolved: Resolved) -> Mapping[str, list[str]]:
    """The records that cite each source, by the source's id."""
    found: dict[str, list[str]] = {}
    for record in _records(resolved):
        pieces = list(getattr(record, "evidence", ()))
        if isinstance(record, Dated):
            pieces.extend(piece for dating in record.datings for piece in dating.evidence)
        for source in sorted({piece.source for piece in pieces} - {record.id if isinstance(record, Source) else ""}):
            found.setdefault(source, []).append(record.id)
    return found


FORMAT = Format(
    name="stix",
    title="STIX 2.1 bundle",
    ending="json",
    kept=ALL,
    files=_files,
)
