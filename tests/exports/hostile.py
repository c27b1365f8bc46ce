"""A graph in which every field is set, and every text that may be hostile is."""

from __future__ import annotations

from dataclasses import replace

from kg.dataset import Dataset, relations
from kg.graph import Graph
from kg.index import index_of, to_bytes
from kg.model.entities import Entity, Source
from kg.model.records import Record, Records
from kg.model.resolved import resolve
from kg.model.vocabulary import SourceKind
from kg.rdf.encode import encode
from kg.rdf.terms import nquads
from tests.rdf.test_every_field import RECORDS

__all__ = ["HOSTILE", "every"]

HOSTILE = "=cmd()|\"'\\ </script>\r\n\t\x00\x01\x7f\u202e\u2028🙂 <urn:x> . }"


def every() -> Graph:
    """Made of records alone: no corpus is read for it."""
    by_id = {name: _hostile(record) for name, record in RECORDS.by_id.items()}
    resolved = resolve(Records(replace(RECORDS.corpus, title=HOSTILE), by_id))
    graph = Graph([], built=resolved)
    data = nquads(quad.n3 for quad in encode(resolved, relations()))
    graph.__dict__["stored"] = Dataset(data, to_bytes(index_of(resolved, relations())), RECORDS.corpus.base)
    return graph


def _hostile(record: Record) -> Record:
    if isinstance(record, Source) and record.kind is SourceKind.RECORD:
        record = replace(record, recorded="2025-12-31")
    return replace(record, label=HOSTILE, aliases=(HOSTILE,), definition=HOSTILE) if isinstance(record, Entity) else record
