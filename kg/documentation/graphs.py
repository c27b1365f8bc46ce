"""The ontologies as pyLODE is to see them: only what is told of, with all that it can't find by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg import resources
from kg.rdf.namespaces import COMITY, KG, PLOVER, REL

__all__ = ["ONTOLOGIES", "places", "read", "shown"]

# By file: where its terms lie, and what those are called that are neither class nor property.
ONTOLOGIES: Mapping[str, tuple[str, str]] = {
    "kg": (KG, "Words"),
    "relations": (REL, "Scheme"),
    "plover": (PLOVER, "Concepts"),
    "shapes": (COMITY + "shape/", "Rules"),
    "alignments": ("", "Words"),
}
_VERBATIM = (SKOS.example, RDFS.label, SKOS.prefLabel)  # of which pyLODE makes no Markdown
_SCHEME = (RDF.type, SKOS.ConceptScheme)  # which pyLODE would take for another ontology of the page
_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def read() -> dict[str, Graph]:
    """All ontologies, as they ship."""
    folder = resources.ontology()
    return {name: Graph(bind_namespaces="none").parse(folder / f"{name}.ttl") for name in ONTOLOGIES}


def places(graphs: Mapping[str, Graph]) -> dict[str, str]:
    """The page and place of every term and ontology, by its IRI."""
    found = {}
    for name, graph in graphs.items():
        found[str(_header(graph))] = f"{name}.html"
        space = ONTOLOGIES[name][0]
        for term in graph.subjects(RDFS.isDefinedBy) if space else ():
            found[str(term)] = f"{name}.html#{str(term).removeprefix(space).replace('/', '-')}"
    return found


def shown(name: str, graphs: Mapping[str, Graph]) -> Graph:
    """What one page tells: nothing of terms that are only declared, and of aligned terms what the others say they are."""
    graph, made = graphs[name], Graph(bind_namespaces="none")
    for prefix, space in graph.namespaces():
        made.bind(prefix, space)
    for term in sorted({term for term in graph.subjects() if isinstance(term, URIRef) and not _declared(term, graph)}):
        for predicate, value in sorted({*_facts(term, graph, graphs)} - {_SCHEME}, key=str):
            made.add((term, predicate, value if predicate in _VERBATIM else _plain(value)))
    return made


def _facts(term: URIRef, graph: Graph, graphs: Mapping[str, Graph]) -> Iterator[tuple[Node, Node]]:
    yield from ((predicate, value) for predicate, value in graph.predicate_objects(term) if not isinstance(value, BNode))
    yield from ((DCTERMS.description, abstract) for abstract in graph.objects(term, DCTERMS.abstract))
    yield from ((SH.message, message) for rule in graph.objects(term, SH.property) for message in graph.objects(rule, SH.message))
    kinds = set(graph.objects(term, RDF.type))
    if OWL.Ontology in kinds:
        return
    for other in graphs.values() if not kinds & {*_KINDS, SKOS.Concept, SH.NodeShape} else ():  # what is aligned is told of elsewhere
        kinds |= set(other.objects(term, RDF.type))
        for told in (RDF.type, RDFS.label, SKOS.definition):
            yield from ((told, value) for value in other.objects(term, told))
    if not kinds & {*_KINDS}:
        yield RDF.type, OWL.NamedIndividual
        yield from ((DCTERMS.type, kind) for kind in sorted(kinds - {OWL.NamedIndividual}, key=str))


def _declared(term: URIRef, graph: Graph) -> bool:
    """Whether nothing is said of it but what kind of term it is."""
    return {*graph.predicates(term)} == {RDF.type} and {*graph.objects(term, RDF.type)} <= {*_KINDS}


def _header(graph: Graph) -> Node:
    header = graph.value(None, RDF.type, OWL.Ontology, any=False)
    assert header is not None
    return header


def _plain(value: Node) -> Node:
    """A text that pyLODE, which takes it for Markdown, shows as it is written; an address, which it makes a link, stays."""
    if not isinstance(value, Literal) or re.match("https?://", value):
        return value
    return Literal(re.sub(r"[^\w\s,]|_", lambda sign: f"&#{ord(sign[0])};", " ".join(value.split())))
