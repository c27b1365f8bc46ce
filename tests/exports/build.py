"""A graph of records that a test makes itself."""

from __future__ import annotations

from dataclasses import replace

from kg.dataset import Dataset, described_kinds, relations
from kg.graph import Graph
from kg.index import index_of, to_bytes
from kg.model.records import Record
from kg.model.resolved import resolve
from kg.rdf.encode import encode
from kg.rdf.terms import nquads
from tests.model.build import records

__all__ = ["graph_of"]


def graph_of(*items: Record) -> Graph:
    """The graph of these records, whatever the rules of a corpus would say of them; era graphs are left out."""
    made = records(*items)
    resolved = resolve(replace(made, corpus=replace(made.corpus, licence="https://example.org/licence")))
    graph = Graph([], resolved)
    record = (quad.n3 for quad in (*encode(resolved, relations()), *described_kinds()))
    graph.stored = Dataset(nquads(record), to_bytes(index_of(resolved, relations())), resolved.records.corpus.base)
    return graph
