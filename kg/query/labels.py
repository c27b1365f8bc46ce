"""What people call the things that IRIs name."""

from __future__ import annotations

import re

from kg.query.citations import place
from kg.rdf.namespaces import KG, RDF, RDFS
from kg.rdf.terms import Iri, Literal
from kg.store import Store

__all__ = ["is_true", "label", "spoken"]


def label(store: Store, base: str, iri: str) -> str:
    """The label of an entity or a kind of relation, a claim's gist, a passage's place; else the IRI's own words.

    A statement is its subject, relation and object; one that denies says *not*.
    """
    for name in (RDFS + "label", KG + "gist"):
        if found := store.objects(iri, name):
            return found[0].value if not isinstance(found[0], Iri) else str(found[0])
    parts = [store.objects(iri, RDF + name) for name in ("subject", "predicate", "object")]
    if all(parts):
        subject, relation, object_ = (label(store, base, str(part[0])) for part in parts)
        return f"{subject} {'— not: ' if is_true(store, iri, 'negated') else ''}{relation} {object_}"
    return place(store, base, iri) or spoken(iri)


def is_true(store: Store, iri: str, name: str) -> bool:
    """Whether a thing has a term of ours with the value true."""
    return any(isinstance(each, Literal) and each.value == "true" for each in store.objects(iri, KG + name))


def spoken(iri: str) -> str:
    """The last part of an IRI as words.

    >>> spoken("https://w3id.org/comity/ns#citesAsEvidence")
    'cites as evidence'
    """
    last = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", last).replace("-", " ")
    return words.lower() if "#" in iri or last[:1].islower() else words
