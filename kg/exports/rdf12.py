"""RDF 1.2: the data set with every statement as an annotated triple.

N-Quads alone, since it holds all graphs, is sorted and can be written and compared line by line. One graph of it
(``--graph``) is N-Triples, and so is RDF 1.2 Turtle as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from kg.exports.format import ALL, Format
from kg.exports.quads import quads_of
from kg.exports.selection import Selection
from kg.files import Data
from kg.rdf.annotated import annotated
from kg.rdf.terms import nquads
from kg.store import read_quads

__all__ = ["FORMAT"]


def _files(selection: Selection) -> Mapping[str, Data]:
    return {"dataset.nq": _lines(quads_of(selection))}


def _lines(sorted_quads: bytes) -> Iterator[bytes]:
    """Subject by subject: what is sorted stays so, whatever comes in place of a subject's own lines."""
    for _, inside in groupby(read_quads(sorted_quads), key=lambda quad: quad.subject):
        yield nquads(quad.n3 for quad in annotated(inside))


FORMAT = Format(
    name="rdf12",
    title="RDF 1.2 N-Quads, statements as annotated triples",
    ending="nq",
    kept=ALL,
    files=_files,
    graphs=True,
)
