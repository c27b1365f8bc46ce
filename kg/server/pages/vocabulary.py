"""The vocabularies that ship with the program, as pages that list their terms and as triples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import groupby

from kg import resources
from kg.files import read_bytes
from kg.query.engine import Engine
from kg.query.labels import spoken
from kg.rdf.namespaces import COMITY, DCTERMS, KG, OWL, PLOVER, RDF, RDFS, REL, SKOS
from kg.rdf.terms import Iri, Literal, Term
from kg.server.pages.rendering import about, rendered
from kg.store import GRAPHS, Store

__all__ = ["PAGES", "VOCABULARIES", "anchor", "defines", "edition", "vocabulary_page", "vocabulary_triples"]

# By their IRI below the project's base; those that define terms have a page.
VOCABULARIES = {
    "ns": "kg.ttl",
    "relation": "relations.ttl",
    "plover": "plover.ttl",
    "alignments": "alignments.ttl",
    "shapes": "shapes.ttl",
}
PAGES = {"ns": KG, "relation": REL, "plover": PLOVER}
_SPACES = {**PAGES, "shapes": COMITY + "shape/"}
_GROUPS = {
    OWL + "Class": "Classes",
    OWL + "ObjectProperty": "Properties that lead to things",
    OWL + "DatatypeProperty": "Properties with values",
    SKOS + "ConceptScheme": "Schemes",
}
_TOLD = (
    *(RDFS + "label", SKOS + "prefLabel", SKOS + "definition", SKOS + "example"),  # have a place of their own
    *(RDF + "type", RDFS + "isDefinedBy", SKOS + "inScheme"),  # as the heading and the page say
)
_Facts = Mapping[str, list[Term]]


def edition(name: str) -> str:
    """The version that a vocabulary says it has."""
    return _text(_facts(name)[COMITY + name], OWL + "versionInfo")


def anchor(term: str) -> str:
    """A term's place on its vocabulary's page, from its local name.

    >>> anchor("cameo/031")
    'cameo-031'
    """
    return term.replace("/", "-")


def defines(name: str, term: str) -> bool:
    """Whether a vocabulary has a term of that local name."""
    return _SPACES[name] + term in _facts(name)


def vocabulary_triples(name: str, format: str, prefixes: Mapping[str, str]) -> bytes:
    """All of a vocabulary in a format of triples; in Turtle as it is written, with its remarks."""
    if format == "turtle":
        return read_bytes(resources.ontology() / VOCABULARIES[name])
    return _store(name).serialise("CONSTRUCT WHERE { ?s ?p ?o }", prefixes, [None], [], format).body


def vocabulary_page(engine: Engine, name: str, root: str) -> bytes:
    """Each term with its label, definition, example and what else is said of it, under the anchor that its IRI ends in."""
    facts, base = _facts(name), PAGES[name]
    terms = sorted((_group(facts, own), iri) for iri, own in facts.items() if iri.startswith(base))
    itself = facts[COMITY + name]
    return rendered(
        "vocabulary.html.j2",
        about=about(engine),
        title=_text(itself, DCTERMS + "title"),
        abstract=_text(itself, DCTERMS + "abstract"),
        edition=edition(name),
        iri=COMITY + name,
        name=name,
        groups=[
            (words, f"group-{i}", [_term(facts, iri, base, root) for _, iri in own])
            for i, ((_, words), own) in enumerate(groupby(terms, key=lambda one: one[0]))
        ],
        formats=list(GRAPHS.values())[:4],
        root=root,
    )


def _term(facts: Mapping[str, _Facts], iri: str, base: str, root: str) -> dict[str, object]:
    own, local = facts[iri], iri.removeprefix(base)
    new = {name: [term for term in terms if term != COMITY + "ns"] for name, terms in sorted(own.items()) if name not in _TOLD}
    rest = [(spoken(name), [_link(facts, term, root) for term in terms]) for name, terms in new.items() if terms]
    return {
        "anchor": anchor(local),
        "label": _text(own, RDFS + "label") or local,
        "iri": iri,
        "definition": _text(own, SKOS + "definition"),
        "example": _text(own, SKOS + "example"),
        "facts": rest,
    }


def _link(facts: Mapping[str, _Facts], term: Term, root: str) -> tuple[str, str]:
    """Words, and an address where it has one: terms of ours lie on this server."""
    if isinstance(term, Literal):
        return term.value, ""
    iri = str(term)
    if not iri.startswith((KG, REL, PLOVER)):
        return iri.rsplit("://", maxsplit=1)[-1].rstrip("/#"), iri
    label = _text(facts.get(iri, {}), RDFS + "label") or spoken(iri)
    return label, f"#{anchor(iri.removeprefix(PLOVER))}" if iri.startswith(PLOVER) else f"{root}/{iri.removeprefix(COMITY)}"


def _group(facts: Mapping[str, _Facts], own: _Facts) -> tuple[int, str]:
    """Its place and heading: what kind of term it is; of one of a closed set or a scheme, that one."""
    kinds = [str(kind) for kind in own.get(RDF + "type", ())]
    for i, (kind, words) in enumerate(_GROUPS.items()):
        if kind in kinds:
            return i, words
    sets = [*(kind for kind in kinds if kind.startswith(KG)), *map(str, own.get(SKOS + "inScheme", ()))]
    label = _text(facts.get(sets[0], {}), RDFS + "label") if sets else ""
    return (len(_GROUPS), label[:1].upper() + label[1:]) if sets else (len(_GROUPS) + 1, "Others")


@cache
def _facts(name: str) -> Mapping[str, _Facts]:
    """What is said of each IRI of a vocabulary, by property."""
    found: dict[str, dict[str, list[Term]]] = {}
    rows = _store(name).query("SELECT ?s ?p ?o { ?s ?p ?o FILTER(ISIRI(?s)) } ORDER BY ?s ?p ?o", {}, [None], []).rows
    for subject, predicate, value in rows:
        if value is not None:
            found.setdefault(str(subject), {}).setdefault(str(predicate), []).append(value)
    return found


@cache
def _store(name: str) -> Store:
    file = resources.ontology() / VOCABULARIES[name]
    return Store.read(read_bytes(file), file, COMITY + name)


def _text(own: _Facts, name: str) -> str:
    return next((term.value for term in own.get(name, ()) if not isinstance(term, Iri)), "")
