"""The kinds of relation, from the triples of ``ontology/relations.ttl``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model.relations import Relation
from kg.rdf import namespaces as ns
from kg.rdf.terms import Literal, Quad, Term

__all__ = ["relations_from"]


def relations_from(triples: Iterable[Quad]) -> Mapping[str, Relation]:
    """Every kind by name, sorted."""
    about: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        about[triple.subject][triple.predicate].append(triple.object)
    kinds = (iri for iri, said in about.items() if iri.startswith(ns.REL) and said[ns.KG + "polarity"])
    return {iri.removeprefix(ns.REL): _relation(iri.removeprefix(ns.REL), about[iri]) for iri in sorted(kinds)}


def _relation(name: str, said: Mapping[str, list[Term]]) -> Relation:
    broader = _texts(said.get(ns.SKOS + "broader", []))
    return Relation(
        name=name,
        label=_texts(said[ns.RDFS + "label"])[0],
        polarity=int(_texts(said[ns.KG + "polarity"])[0]),
        symmetric=_texts(said.get(ns.KG + "symmetric", [])) == ["true"],
        derived=_texts(said.get(ns.KG + "derivedKind", [])) == ["true"],
        broader=broader[0].removeprefix(ns.REL) if broader else None,
        subjects=_classes(said.get(ns.SCHEMA + "domainIncludes", [])),
        objects=_classes(said.get(ns.SCHEMA + "rangeIncludes", [])),
    )


def _classes(terms: list[Term]) -> frozenset[str]:
    return frozenset(text.removeprefix(ns.KG) for text in _texts(terms))


def _texts(terms: list[Term]) -> list[str]:
    return [term.value if isinstance(term, Literal) else str(term) for term in terms]
