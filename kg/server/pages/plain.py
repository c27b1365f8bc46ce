"""A thing in plain words: what matters first, and what is denied or only foretold said to be so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from kg.query.engine import Engine
from kg.query.labels import is_true, label, spoken
from kg.query.resources import Link, Resource
from kg.rdf.namespaces import CITO, DCTERMS, KG, OA, OWL, PROV, RDF, SCHEMA, SEM, SKOS, WD
from kg.rdf.terms import Term

__all__ = ["Group", "manner", "sentence", "spoken_of", "told"]

Group: TypeAlias = tuple[str, tuple[Link, ...]]

# What a thing has, in this order; the rest is left to the data.
_OWN: Mapping[str, str] = {
    SKOS + "definition": "What it is",
    SKOS + "example": "Example",
    SKOS + "broader": "A kind of",
    SKOS + "altLabel": "Also called",
    KG + "when": "When",
    KG + "dating": "Dated",
    KG + "preferredDating": "Date held right",
    SEM + "accordingTo": "Whose view",
    PROV + "wasAttributedTo": "By way of",
    KG + "said": "Said",
    KG + "status": "How",
    RDF + "subject": "Subject",
    RDF + "predicate": "Relation",
    RDF + "object": "Object",
    KG + "about": "About",
    KG + "because": "Because",
    KG + "event": "Event",
    KG + "after": "After",
    KG + "before": "Before",
    SEM + "hasActor": "Who took part",
    SEM + "hasPlace": "Where",
    KG + "outcome": "Outcome",
    KG + "proponent": "Proposed by",
    KG + "policyTarget": "Aimed at",
    KG + "adoptedBy": "Adopted by",
    DCTERMS + "isPartOf": "Part of",
    KG + "officeOf": "Office of",
    KG + "country": "Country",
    KG + "periodisation": "An era of",
    KG + "note": "What differs",
    KG + "disputes": "Readings",
    KG + "prefers": "Held right",
    KG + "reason": "Held right because",
    DCTERMS + "creator": "Author",
    KG + "container": "In",
    DCTERMS + "publisher": "Publisher",
    DCTERMS + "date": "Date",
    SCHEMA + "url": "Address",
    OA + "hasSource": "Source",
    KG + "paragraph": "Paragraph",
    KG + "locator": "Place in it",
    PROV + "wasDerivedFrom": "Drawn from",
    OWL + "sameAs": "Elsewhere",
}
# How others speak of it, in this order.
_OTHERS: Mapping[str, str] = {
    KG + "party": "Relations",
    RDF + "predicate": "Statements of this kind",
    SEM + "accordingTo": "Views it holds",
    KG + "about": "Claims about it",
    PROV + "wasAttributedTo": "Views it passes on",
    SEM + "hasActor": "Events it took part in",
    SEM + "hasPlace": "Events there",
    KG + "event": "What belongs to it",
    KG + "proponent": "Policies it proposed",
    KG + "policyTarget": "Policies aimed at it",
    KG + "adoptedBy": "Adopted by it",
    DCTERMS + "isPartOf": "Its parts",
    KG + "officeOf": "Its offices",
    KG + "country": "Places in it",
    KG + "periodisation": "Its eras",
    KG + "because": "What rests on it",
    KG + "disputes": "Conflicts in which it is one side",
    KG + "prefers": "Conflicts in which it is held right",
    KG + "after": "Dated as after it",
    KG + "before": "Dated as before it",
    CITO + "citesAsEvidence": "What it bears out",
    DCTERMS + "creator": "What it wrote",
    DCTERMS + "publisher": "What it published",
    KG + "reportedIn": "Views told in it",
    PROV + "wasDerivedFrom": "What is drawn from it",
    OA + "hasSource": "Passages of it",
    SKOS + "broader": "Kinds of it",
}
# Steps between things, and what a party's relations say already.
_LEFT_OUT = {RDF + "subject", RDF + "object", RDF + "value", PROV + "agent", KG + "preferredDating"}


def told(engine: Engine, it: Resource) -> list[Group]:
    """What a thing has, by the words for it."""
    own = {name: links for _, name, links in it.own}
    how = ", ".join(filter(None, (manner(engine, it.iri), "disputed" if _is_true(engine, it.iri, "disputed") else "")))
    own[KG + "status"] = (Link(how),) if how else ()
    return [(words, own[name]) for name, words in _OWN.items() if own.get(name)]


def spoken_of(it: Resource) -> list[Group]:
    """What speaks of a thing, by the words for it; what has no words of ours comes last under its own."""
    known = {name: i for i, name in enumerate(_OTHERS)}
    kept = [each for each in it.others if each[1] not in _LEFT_OUT]
    kept.sort(key=lambda each: known.get(each[1], len(known)))
    return [(_OTHERS.get(name, words), _placed(links) if name == OA + "hasSource" else links) for words, name, links in kept]


def sentence(engine: Engine, link: Link) -> str:
    """The words of a thing; of a dating with what it dates."""
    dated, _, dating = link.iri.partition("/dating/")
    if dating and dated.startswith(engine.base):
        return f"{label(engine.store, engine.base, dated)} ({link.words})"
    return f"Wikidata {link.words}" if link.iri.startswith(WD) else link.words


def manner(engine: Engine, iri: str) -> str:
    """Status and wording where they are not the plain ones, and whether it is negated."""
    plain = {"status": KG + "Actual", "wording": KG + "Stated"}
    words = [spoken(str(each)) for name, usual in plain.items() for each in _objects(engine, iri, KG + name) if str(each) != usual]
    return ", ".join([*words, "negated"] if _is_true(engine, iri, "negated") else words)


def _is_true(engine: Engine, iri: str, name: str) -> bool:
    return iri.startswith(engine.base) and is_true(engine.store, iri, name)


def _objects(engine: Engine, iri: str, name: str) -> list[Term]:
    """Of things of the data set alone: what they lead to may have any address."""
    return engine.store.objects(iri, name) if iri.startswith(engine.base) else []


def _placed(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Passages in the order of their text; those without a paragraph last."""

    def place(link: Link) -> tuple[int, int, str]:
        paragraph, _, chars = link.words.partition("\u00b6")[2].partition(", ")
        begin = chars.partition("-")[0]
        return (int(paragraph), int(begin), "") if paragraph.isdigit() and begin.isdigit() else (1 << 31, 0, link.words)

    return tuple(sorted(links, key=place))
