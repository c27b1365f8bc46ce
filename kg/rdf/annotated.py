"""Statements as annotated triples of RDF 1.2, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.rdf.namespaces import RDF
from kg.rdf.terms import Iri, Quad, Reified, Term

__all__ = ["annotated", "plain"]

_PARTS = (Iri(RDF + "subject"), Iri(RDF + "predicate"), Iri(RDF + "object"))


def annotated(quads: Iterable[Quad | Reified]) -> Iterator[Quad | Reified]:
    """The same, with ``rdf:reifies`` a triple in place of ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``.

    The triple is named, not stated: untimed, it would be false. What lacks one of the three stays as it is.

    >>> parts = [Quad(Iri("urn:x"), part, Iri(f"urn:{end}")) for part, end in zip(_PARTS, "spo")]
    >>> [line.n3 for line in annotated(parts)]
    ['<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <urn:s> <urn:p> <urn:o> )>> .\\n']
    >>> list(plain(annotated(parts))) == parts
    True
    """
    parts: dict[tuple[Iri, Iri | None], dict[Iri, Term]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad, Quad) and quad.predicate in _PARTS:
            parts[quad.subject, quad.graph][quad.predicate] = quad.object
        else:
            yield quad
    for (statement, graph), found in parts.items():
        subject, predicate, object_ = (found.get(part) for part in _PARTS)
        if isinstance(subject, Iri) and isinstance(predicate, Iri) and object_ is not None:
            yield Reified(statement, (subject, predicate, object_), graph)
        else:
            yield from (Quad(statement, part, term, graph) for part, term in found.items())


def plain(quads: Iterable[Quad | Reified]) -> Iterator[Quad]:
    """What `annotated` was made from: subject, predicate and object of every triple that is reified.

    >>> statement = Reified(Iri("urn:x"), (Iri("urn:s"), Iri("urn:p"), Iri("urn:o")))
    >>> [quad.object for quad in plain([statement])]
    ['urn:s', 'urn:p', 'urn:o']
    """
    for quad in quads:
        if isinstance(quad, Reified):
            yield from (Quad(quad.subject, part, term, quad.graph) for part, term in zip(_PARTS, quad.triple, strict=True))
        else:
            yield quad
