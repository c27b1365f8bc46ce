"""The standard formats of answers, by the names that they have on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import pyoxigraph as ox

__all__ = ["FORMATS", "GRAPHS", "TABLES", "Format"]


E = TypeVar("E", ox.QueryResultsFormat, ox.RdfFormat, None)


@dataclass(frozen=True, slots=True)
class Format(Generic[E]):
    """A format of rows or of triples: its media type, the ending of a file, and what the engine calls it."""

    name: str
    media: str
    ending: str
    engine: E


def _by_name(*formats: Format[E]) -> Mapping[str, Format[E]]:
    return {format.name: format for format in formats}


TABLES = _by_name(
    Format("json", "application/sparql-results+json", "srj", ox.QueryResultsFormat.JSON),
    Format("xml", "application/sparql-results+xml", "srx", ox.QueryResultsFormat.XML),
    Format("csv", "text/csv", "csv", ox.QueryResultsFormat.CSV),
    Format("tsv", "text/tab-separated-values", "tsv", ox.QueryResultsFormat.TSV),
)
GRAPHS = _by_name(
    Format("turtle", "text/turtle", "ttl", ox.RdfFormat.TURTLE),
    Format("ntriples", "application/n-triples", "nt", ox.RdfFormat.N_TRIPLES),
    Format("jsonld", "application/ld+json", "jsonld", ox.RdfFormat.JSON_LD),
    Format("rdfxml", "application/rdf+xml", "rdf", ox.RdfFormat.RDF_XML),
    Format("nquads", "application/n-quads", "nq", ox.RdfFormat.N_QUADS),
    Format("trig", "application/trig", "trig", ox.RdfFormat.TRIG),
)
FORMATS: Mapping[str, Format[ox.QueryResultsFormat] | Format[ox.RdfFormat]] = {**TABLES, **GRAPHS}
