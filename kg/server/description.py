"""What the endpoint says of itself: SPARQL 1.1 Service Description, with its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from kg.query.tokens import MAX_NESTING, MAX_OPERATORS, MAX_STEPS, MAX_SUMS, MAX_TOKENS
from kg.rdf.namespaces import RDF, RDFS, SCHEMA, VOID, XSD
from kg.rdf.terms import Iri, Literal, Quad, Term
from kg.server.limits import Limits
from kg.store import FORMATS, Store

__all__ = ["description"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_W3C = "http://www.w3.org/ns/formats/"
# The W3C's names of formats.
_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
    "nquads": "N-Quads",
    "trig": "TriG",
}
# What the engine itself can't stand, whatever is allowed.
_FIXED = {"nesting": MAX_NESTING, "operators": MAX_OPERATORS, "signs": MAX_SUMS, "steps": MAX_STEPS, "words": MAX_TOKENS}
_UNITS = {
    "seconds": "seconds that a query may run",
    "memory": "bytes of address space that evaluates it",
    "rows": "rows or triples in an answer",
    "size": "bytes in an answer",
    "query": "bytes in a query",
    "waiting": "requests that wait at once, half of them one client's",
    "wait": "seconds that a request waits",
    "long": "queries at once that run longer than half a second, half of them one client's; more while a worker is free",
    "connections": "connections at once, half of them one client's",
    "nesting": "brackets inside each other",
    "operators": "operators such as FILTER and UNION in a query",
    "signs": "signs such as + and && in a query",
    "steps": "steps of paths in a query",
    "words": "words and signs in a query",
}


def description(store: Store, address: str, limits: Limits) -> bytes:
    """N-Triples about the endpoint at an address: what it speaks, its graphs, and what one request may cost."""
    return "".join(quad.n3 for quad in _quads(store, address, limits)).encode()


def _quads(store: Store, address: str, limits: Limits) -> Iterator[Quad]:
    service, dataset, default = (Iri(address + name) for name in ("", "#dataset", "#default-graph"))
    yield from _about(service, RDF + "type", Iri(_SD + "Service"))
    yield from _about(service, _SD + "endpoint", service)
    yield from _about(service, RDFS + "seeAlso", Iri(address.removesuffix("sparql") + "openapi.json"))
    yield from _about(service, _SD + "supportedLanguage", Iri(_SD + "SPARQL11Query"))
    yield from _about(service, _SD + "resultFormat", *(Iri(_W3C + _NAMES[name]) for name in FORMATS))
    yield from _about(service, _SD + "defaultDataset", dataset)
    yield from _about(dataset, RDF + "type", Iri(_SD + "Dataset"))
    yield from _about(dataset, _SD + "defaultGraph", default)
    yield from _about(default, RDF + "type", Iri(_SD + "Graph"))
    yield from _about(default, VOID + "triples", _number(store.size(None)))
    for i, name in enumerate(store.graphs, start=1):
        named, graph = Iri(f"{address}#named-{i}"), Iri(f"{address}#graph-{i}")
        yield from _about(dataset, _SD + "namedGraph", named)
        yield from _about(named, RDF + "type", Iri(_SD + "NamedGraph"))
        yield from _about(named, _SD + "name", Iri(name))
        yield from _about(named, _SD + "graph", graph)
        yield from _about(graph, RDF + "type", Iri(_SD + "Graph"))
        yield from _about(graph, VOID + "triples", _number(store.size(name)))
    for name, value in (asdict(limits) | _FIXED).items():
        limit = Iri(f"{address}#limit-{name}")
        yield from _about(service, SCHEMA + "additionalProperty", limit)
        yield from _about(limit, RDF + "type", Iri(SCHEMA + "PropertyValue"))
        yield from _about(limit, SCHEMA + "name", Literal(name))
        yield from _about(limit, SCHEMA + "description", Literal(f"At most so many {_UNITS[name]}", language="en"))
        yield from _about(limit, SCHEMA + "maxValue", _number(value))


def _about(subject: Iri, predicate: str, *objects: Term) -> Iterator[Quad]:
    return (Quad(subject, Iri(predicate), each) for each in objects)


def _number(value: float) -> Literal:
    return Literal(f"{value:g}" if isinstance(value, float) else str(value), XSD + ("decimal" if isinstance(value, float) else "integer"))
