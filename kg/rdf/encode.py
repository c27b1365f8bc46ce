"""Records, and all that follows from them, as quads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from kg.model.entities import Actor, Era
from kg.model.events import Event
from kg.model.records import FOLDERS, Corpus, Record, folder
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.rdf import namespaces as ns
from kg.rdf.codecs import Names, camel
from kg.rdf.mapping import CLASSES, fields_of
from kg.rdf.parts import Pairs, Parts
from kg.rdf.terms import Iri, Literal, Quad, boolean, day, english, integer

__all__ = ["Encoder", "encode", "names_of"]

_TYPE = ns.RDF + "type"


def names_of(resolved: Resolved) -> Names:
    """The IRIs of all records, derived statements included."""
    records = resolved.records
    folders = {record.id: folder(record) for record in chain(records.by_id.values(), resolved.statements.values())}
    return Names(records.corpus.base, folders)


def encode(resolved: Resolved, relations: Mapping[str, Relation]) -> Iterator[Quad]:
    """The record as quads of the default graph. The same quad may come more than once."""
    encoder = Encoder(resolved, relations)
    names = encoder.names
    yield from _quads(names.path(""), _corpus(resolved.records.corpus, names))
    for ident, label in resolved.records.corpus.periodisations:
        yield from _quads(names.path(f"periodisation/{ident}"), _periodisation(label))
    curated = (r for r in resolved.records.by_id.values() if not isinstance(r, Statement))
    for record in chain(curated, resolved.statements.values()):
        yield from encoder.of(record)


class Encoder:
    """Makes the quads of one graph's records; ``names`` are their IRIs."""

    def __init__(self, resolved: Resolved, relations: Mapping[str, Relation]) -> None:
        self.names = names_of(resolved)
        self._resolved, self._relations = resolved, relations
        self._parts = Parts(resolved, self.names)

    def of(self, record: Record) -> Iterator[Quad]:
        """All that is said of a record, its parts and passages included."""
        iri = self.names.iri(record.id)
        yield from _quads(iri, _plain(record, self.names))
        yield from _quads(iri, _special(record, self._resolved, self._relations, self.names))
        yield from self._parts.of(record, iri)


def _quads(subject: Iri, pairs: Pairs) -> Iterator[Quad]:
    return (Quad(subject, Iri(predicate), term) for predicate, term in pairs)


def _plain(record: Record, names: Names) -> Pairs:
    for class_ in CLASSES[type(record)]:
        yield _TYPE, Iri(class_)
    for former in record.former_ids:
        yield ns.DCTERMS + "replaces", names.path(f"{FOLDERS[type(record)]}/{former}")
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        for each in value if field.many else (value,):
            if each not in (None, ()) and not (field.name == "length" and each == 0):
                yield field.predicate, field.codec.encode(each, names)


def _special(record: Record, resolved: Resolved, relations: Mapping[str, Relation], names: Names) -> Pairs:
    if isinstance(record, Actor):
        yield _TYPE, Iri(ns.KG + camel(record.kind))
    if isinstance(record, Era):
        yield ns.KG + "periodisation", names.path(f"periodisation/{record.periodisation}")
    if isinstance(record, Event):
        yield from ((ns.SEM + "hasActor", names.iri(p.actor)) for p in record.participants)
    if isinstance(record, Statement):
        yield from _statement(record, relations[record.relation], names)
    if record.id in resolved.disputed:
        yield ns.KG + "disputed", boolean(True)


def _statement(statement: Statement, relation: Relation, names: Names) -> Pairs:
    for party in (statement.subject, statement.object):
        yield ns.KG + "party", names.iri(party)
    yield ns.KG + "polarity", integer(relation.sign(statement))
    if statement.derived_from:
        yield ns.KG + "derivedStatement", boolean(True)
        yield ns.PROV + "wasDerivedFrom", names.iri(statement.derived_from)


def _corpus(corpus: Corpus, names: Names) -> Pairs:
    yield _TYPE, Iri(ns.VOID + "Dataset")
    yield ns.DCTERMS + "title", english(corpus.title)
    yield ns.OWL + "versionInfo", Literal(corpus.version)
    yield ns.DCTERMS + "license", Iri(corpus.licence)
    yield ns.DCTERMS + "conformsTo", Iri(ns.VERSION + ns.RELEASE)
    yield ns.VOID + "uriSpace", Literal(corpus.base)
    if corpus.issued:
        yield ns.DCTERMS + "issued", day(date.fromisoformat(corpus.issued))
    if corpus.description:
        yield ns.DCTERMS + "description", english(corpus.description)
    if corpus.default_periodisation:
        yield ns.KG + "defaultPeriodisation", names.path(f"periodisation/{corpus.default_periodisation}")


def _periodisation(label: str) -> Pairs:
    yield _TYPE, Iri(ns.KG + "Periodisation")
    yield _TYPE, Iri(ns.SKOS + "ConceptScheme")
    yield ns.RDFS + "label", english(label)
