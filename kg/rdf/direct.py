"""Direct triples: what a graph of an era or a day holds."""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.rdf.namespaces import REL
from kg.rdf.terms import Iri

__all__ = ["direct_triples"]


def direct_triples(base: str, rows: Iterable[tuple[str, str, str]], symmetric: Container[str]) -> set[tuple[Iri, Iri, Iri]]:
    """Subject, relation and object as a triple, symmetric kinds both ways.

    Subjects and objects are paths below the base, relations names.

    >>> sorted(direct_triples("urn:", [("a", "metWith", "b")], {"metWith"}))[0][0]
    'urn:a'
    """
    found: set[tuple[Iri, Iri, Iri]] = set()
    for subject, relation, object_ in rows:
        a, kind, b = Iri(base + subject), Iri(REL + relation), Iri(base + object_)
        found.add((a, kind, b))
        if relation in symmetric:
            found.add((b, kind, a))
    return found
