"""The ontologies as they ship, for all tests of them."""

from __future__ import annotations

from pathlib import Path

from rdflib import OWL, RDF, VANN, Graph, Namespace, URIRef

ONTOLOGY = Path(__file__).parents[2] / "ontology"
FILES = sorted(ONTOLOGY.glob("*.ttl"))
GRAPHS = {file.stem: Graph().parse(file) for file in FILES}
COMITY = "https://w3id.org/comity/"
KG = Namespace(f"{COMITY}ns#")
REL = Namespace(f"{COMITY}relation/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")


def header(graph: Graph) -> URIRef:
    """The ontology itself."""
    found = graph.value(None, RDF.type, OWL.Ontology, any=False)
    assert isinstance(found, URIRef)
    return found


def terms(graph: Graph) -> list[URIRef]:
    """All that a file says something of and that lies below its own namespace; none where it has none."""
    space = graph.value(header(graph), VANN.preferredNamespaceUri, any=False)
    return sorted({s for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(str(space))}) if space else []
