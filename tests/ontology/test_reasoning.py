"""OWL as two reasoners' code sees it: kg.ttl within OWL 2 DL, and all files with data consistent, by HermiT."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import owlready2
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

import kg
from tests.ontology.files import GRAPHS, KG

pytestmark = pytest.mark.java
JARS = Path(owlready2.__file__).parent / "pellet"
WITHIN_DL = {"OWL 2 DL", "OWL 2 EL", "OWL 2 QL", "OWL 2 RL"}
GOOD = Path(__file__).parents[1] / "rdf" / "valid.ttl"
THING, OTHER = URIRef("https://example.org/thing"), URIRef("https://example.org/other")


def profile(graph: Graph, folder: Path) -> str:
    """The narrowest profile of OWL 2 that the OWL API, through Pellet's command line, finds a graph to be in."""
    file = folder / "asked.ttl"
    graph.serialize(file, format="turtle")
    command = ["java", "-cp", f"{JARS}/*", "pellet.Pellet", "info", file.as_uri()]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return told.partition("OWL Profile = ")[2].partition("\n")[0]


def together(*more: Graph) -> Graph:
    """All files as one ontology, and more."""
    whole = Graph()
    for graph in (*GRAPHS.values(), *more):
        whole += graph
    whole.remove((None, OWL.imports, None))
    return whole


def unsatisfiable(graph: Graph) -> set[str]:
    """The classes that can have no member, by HermiT. Raises owlready2's error where the graph contradicts itself."""
    world = owlready2.World()
    triples = io.BytesIO(graph.serialize(format="nt").encode())
    world.get_ontology("https://example.org/asked#").load(fileobj=triples)
    owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
    return {each.iri for each in world.inconsistent_classes()}


def said(*triples: tuple[URIRef, URIRef, URIRef]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


@pytest.mark.parametrize("names", [("kg",), ("plover",), ("kg", "relations")], ids="+".join)
def test_it_is_within_owl_2_dl(names: tuple[str, ...], tmp_path: Path) -> None:
    graph = sum((GRAPHS[name] for name in names), Graph())
    graph.remove((None, OWL.imports, None))
    assert profile(graph, tmp_path) in WITHIN_DL


@pytest.mark.parametrize(
    "forbidden",
    [
        (KG.Statement, RDFS.subClassOf, RDF.Statement),
        (KG.Statement, RDFS.subClassOf, THING),
        (KG.when, RDF.type, OWL.ObjectProperty),
        (THING, KG.gist, OTHER),
    ],
    ids=["a reserved term", "a class that nobody declares", "a property of two kinds", "a thing where a value belongs"],
)
def test_the_judge_of_dl_finds_what_is_forbidden(forbidden: tuple[URIRef, URIRef, URIRef], tmp_path: Path) -> None:
    assert profile(GRAPHS["kg"] + said(forbidden), tmp_path) == "OWL 2"


def test_all_files_are_consistent_and_every_class_may_have_members() -> None:
    assert unsatisfiable(together()) == set()


def test_data_that_use_every_class_and_property_are_consistent_with_them() -> None:
    assert unsatisfiable(together(Graph().parse(GOOD))) == set()


def test_the_shipped_graph_is_consistent_with_them() -> None:
    data = Graph()
    for subject, predicate, value, _ in kg.load().dataset.quads():
        data.add((subject, predicate, value))
    assert len(data) > 50_000
    assert unsatisfiable(together(data)) == set()


@pytest.mark.parametrize(
    "planted",
    [
        said((THING, RDF.type, KG.Event), (THING, RDF.type, KG.Claim)),
        said((THING, RDF.type, KG.State), (THING, RDF.type, KG.Person)),
        said((THING, RDF.type, KG.Place), (OTHER, KG.country, THING)),
        said((THING, RDF.type, KG.Statement), (THING, KG.claimKind, KG.ArgumentClaim)),
        said((THING, KG.status, KG.Hedged)),
    ],
    ids=["two records", "two kinds of actor", "a range", "a domain", "a word of another vocabulary"],
)
def test_a_planted_contradiction_is_found(planted: Graph) -> None:
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        unsatisfiable(together(planted))


def test_a_planted_class_that_can_have_no_member_is_found() -> None:
    planted = said((THING, RDF.type, OWL.Class), (THING, RDFS.subClassOf, KG.Place), (THING, RDFS.subClassOf, KG.Person))
    assert str(THING) in unsatisfiable(together(planted))
