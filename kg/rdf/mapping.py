"""Which field of a record is which property: read by `encode` and `decode` alike.

What is no plain field (dates, evidence, participations, reports, quantities) is in ``parts.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.conflicts import Conflict
from kg.model.dated import Dating
from kg.model.entities import Actor, Entity, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.records import Record
from kg.model.statements import Claim, Envelope, Statement
from kg.model.vocabulary import (
    ClaimKind,
    ConflictKind,
    EventKind,
    Outcome,
    PolicyKind,
    Scope,
    SourceKind,
    Status,
    Wording,
)
from kg.rdf import namespaces as ns
from kg.rdf.codecs import ADDRESS, DATE, EDTF, ENGLISH, FLAG, INTEGER, IRI, NUMBERS, RECORD, TEXT, WIKIDATA, Codec, word

__all__ = ["CLASSES", "Field", "fields_of"]


@dataclass(frozen=True, slots=True)
class Field:
    """A record's field, its property and how a value is written; ``many`` where the field is a sorted tuple."""

    name: str
    predicate: str
    codec: Codec
    many: bool = False


_ENTITY = (
    Field("label", ns.RDFS + "label", ENGLISH),
    Field("aliases", ns.SKOS + "altLabel", TEXT, many=True),
    Field("definition", ns.SKOS + "definition", ENGLISH),
    Field("wikidata", ns.OWL + "sameAs", WIKIDATA),
)
_FIELDS: dict[type[Record], tuple[Field, ...]] = {
    Actor: (
        Field("iso3166", ns.KG + "iso3166", TEXT),
        Field("cow", ns.KG + "cow", INTEGER),
    ),
    Office: (
        Field("of", ns.KG + "officeOf", RECORD),
        Field("role", ns.KG + "officeRole", TEXT),
        Field("leads", ns.KG + "leading", FLAG),
        Field("seats", ns.KG + "seats", INTEGER),
    ),
    Place: (Field("country", ns.KG + "country", RECORD),),
    Policy: (
        Field("kind", ns.KG + "policyKind", word(PolicyKind, "Policy")),
        Field("proponents", ns.KG + "proponent", RECORD, many=True),
        Field("targets", ns.KG + "policyTarget", RECORD, many=True),
        Field("adopted_by", ns.KG + "adoptedBy", RECORD),
        Field("part_of", ns.DCTERMS + "isPartOf", RECORD),
    ),
    Event: (
        Field("kind", ns.SEM + "eventType", word(EventKind, "Event")),
        Field("place", ns.SEM + "hasPlace", RECORD),
        Field("status", ns.KG + "status", word(Status)),
        Field("outcome", ns.KG + "outcome", word(Outcome, "Outcome")),
        Field("part_of", ns.DCTERMS + "isPartOf", RECORD),
    ),
    Source: (
        Field("kind", ns.KG + "sourceKind", word(SourceKind, "Source")),
        Field("authors", ns.DCTERMS + "creator", RECORD, many=True),
        Field("date", ns.DCTERMS + "date", EDTF),
        Field("publisher", ns.DCTERMS + "publisher", RECORD),
        Field("container", ns.KG + "container", TEXT),
        Field("url", ns.SCHEMA + "url", ADDRESS),
        Field("recorded", ns.KG + "recorded", DATE),
        Field("sha256", ns.KG + "sha256", TEXT),
        Field("length", ns.KG + "length", INTEGER),
        Field("paragraphs", ns.KG + "paragraphStarts", NUMBERS),
    ),
    Era: (Field("order", ns.KG + "order", INTEGER),),
    Statement: (
        Field("subject", ns.RDF + "subject", RECORD),
        Field("relation", ns.RDF + "predicate", Codec(lambda v, _: IRI.encode(ns.REL + v, _), lambda t, _: str(t).removeprefix(ns.REL))),
        Field("object", ns.RDF + "object", RECORD),
    ),
    Claim: (
        Field("kind", ns.KG + "claimKind", word(ClaimKind, "Claim")),
        Field("about", ns.KG + "about", RECORD, many=True),
        Field("gist", ns.KG + "gist", ENGLISH),
    ),
    Conflict: (
        Field("kind", ns.KG + "conflictKind", word(ConflictKind, "Conflict")),
        Field("scope", ns.KG + "conflictScope", word(Scope, "Scope"), many=True),
        Field("disputes", ns.KG + "disputes", RECORD, many=True),
        Field("prefers", ns.KG + "prefers", RECORD),
        Field("reason", ns.KG + "reason", ENGLISH),
        Field("note", ns.KG + "note", ENGLISH),
    ),
}
_ENVELOPE = (
    Field("said", ns.KG + "said", EDTF),
    Field("status", ns.KG + "status", word(Status)),
    Field("negated", ns.KG + "negated", FLAG),
    Field("wording", ns.KG + "wording", word(Wording)),
    Field("event", ns.KG + "event", RECORD),
    Field("because", ns.KG + "because", RECORD, many=True),
)

# The classes of each kind of record, superclasses and those of reused ontologies included.
CLASSES: dict[type[Record] | type[Dating], tuple[str, ...]] = {
    Actor: (ns.KG + "Actor", ns.SEM + "Actor", ns.PROV + "Agent"),
    Office: (ns.KG + "Office", ns.ORG + "Post"),
    Place: (ns.KG + "Place", ns.SEM + "Place"),
    Policy: (ns.KG + "Policy",),
    Event: (ns.KG + "Event", ns.SEM + "Event"),
    Source: (ns.KG + "Source", ns.PROV + "Entity"),
    Era: (ns.KG + "Era",),
    Statement: (ns.KG + "Statement", ns.SEM + "View"),
    Claim: (ns.KG + "Claim", ns.SEM + "View"),
    Conflict: (ns.KG + "Conflict",),
    Dating: (ns.KG + "Dating",),
}


def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """All plain fields of a kind of record."""
    shared = _ENTITY if issubclass(kind, Entity) else _ENVELOPE if issubclass(kind, Envelope) else ()
    return shared + _FIELDS[kind]
