"""Everything that is said of one thing, and where it is spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.citations import cite
from kg.query.engine import Engine
from kg.query.labels import label, spoken
from kg.rdf.namespaces import KG, RDF, RDFS
from kg.rdf.terms import Literal, Term

__all__ = ["Link", "Resource", "construct", "resource"]

_BEGIN = "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp"
_FIRST = (RDF + "type", RDFS + "label", "http://www.w3.org/2004/02/skos/core#definition", KG + "gist", KG + "when")


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a thing has, or that speaks of it: its words, its IRI where it has one, when it held, its passages."""

    words: str
    iri: str = ""
    when: str = ""
    passages: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing's name, what it has, and what speaks of it: by property, as (words, property's IRI, links)."""

    iri: str
    label: str
    own: tuple[tuple[str, str, tuple[Link, ...]], ...]
    others: tuple[tuple[str, str, tuple[Link, ...]], ...]


def construct(iri: str) -> str:
    """The query for the triples about a thing and its parts, those that name it, and the labels of what they name.

    >>> construct("urn:a").count("<urn:a>")
    5
    """
    return f"""CONSTRUCT {{ <{iri}> ?p ?o . ?o rdfs:label ?label . ?part ?q ?r . ?s ?t <{iri}> . ?s rdfs:label ?name }} WHERE {{
      {{ <{iri}> ?p ?o . OPTIONAL {{ ?o rdfs:label ?label }} }}
      UNION {{ ?any ?x <{iri}> . BIND(?any AS ?s) BIND(?x AS ?t) OPTIONAL {{ ?any rdfs:label ?name }} }}
      UNION {{ <{iri}> ?has ?part . ?part ?q ?r . FILTER(STRSTARTS(STR(?part), "{iri}/")) }}
    }}"""


def resource(engine: Engine, iri: str) -> Resource | None:
    """What is known of a thing; none where nothing is."""
    rows = engine.store.query(f"SELECT ?p ?o ?s {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}", engine.prefixes, [None], []).rows
    own = [(str(p), o) for p, o, s in rows if p is not None and o is not None and s is None]
    others = [(str(p), s) for p, _, s in rows if p is not None and s is not None]
    if not own and not others:
        return None
    return Resource(iri, label(engine.store, engine.base, iri), _grouped(engine, own), _grouped(engine, others))


def _grouped(engine: Engine, pairs: Iterable[tuple[str, Term]]) -> tuple[tuple[str, str, tuple[Link, ...]], ...]:
    """By property, those that tell who it is first; what has a begin in the order of time, else by words."""
    found: dict[str, list[tuple[str, Link]]] = {}
    for name, term in pairs:
        found.setdefault(name, []).append(_link(engine, term))
    rank = {name: i for i, name in enumerate(_FIRST)}
    names = sorted(found, key=lambda name: (rank.get(name, len(rank)), spoken(name), name))
    return tuple(
        (spoken(name), name, tuple(link for _, link in sorted(found[name], key=lambda one: (one[0], one[1].words)))) for name in names
    )


def _link(engine: Engine, term: Term) -> tuple[str, Link]:
    if isinstance(term, Literal):
        return "", Link(term.value)
    store = engine.store
    when = [each.value for each in store.objects(term, KG + "when") if isinstance(each, Literal)]
    begin = [each.value for each in store.objects(term, _BEGIN) if isinstance(each, Literal)]
    passages = cite(store, engine.base, [term]) if when else ""
    return min(begin, default=""), Link(label(store, engine.base, term), str(term), ", ".join(when), passages)
