"""What each ontology says of itself: all that a catalogue asks for, and nothing that is not so."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import DCTERMS, OWL, VANN, XSD, Graph, Literal, Namespace, URIRef

import kg
from tests.ontology.files import COMITY, FILES, GRAPHS, header, terms

BIBO = Namespace("http://purl.org/ontology/bibo/")
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
# Version and day of each release, newest first; what is to come has no day.
RELEASES = re.findall(r"^## (\S+), (\S+)$", CHANGELOG.read_text("utf-8"), re.MULTILINE)
LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": "the Creative Commons\nAttribution 4.0 International Licence",
    "https://creativecommons.org/licenses/by-sa/4.0/": "the Creative Commons Attribution-ShareAlike 4.0 International\nLicence",
}
each = pytest.mark.parametrize("graph", GRAPHS.values(), ids=list(GRAPHS))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_two_parsers_read_the_same(path: Path) -> None:
    assert len(Graph().parse(path)) == sum(1 for _ in pyoxigraph.parse(path=path))


@each
def test_an_ontology_has_title_abstract_creator_and_licence(graph: Graph) -> None:
    itself = header(graph)
    for needed in (DCTERMS.title, DCTERMS.abstract):
        text = graph.value(itself, needed, any=False)
        assert isinstance(text, Literal)
        assert text.language == "en"
    assert graph.value(itself, DCTERMS.creator, any=False) == Literal("The Comity project")
    assert str(graph.value(itself, DCTERMS.license, any=False)) in LICENCES


def test_each_licence_is_the_one_in_the_licence_file() -> None:
    told = (FILES[0].parent / "LICENSE").read_text("utf-8")
    for name, graph in GRAPHS.items():
        licence = LICENCES[str(graph.value(header(graph), DCTERMS.license))]
        assert re.search(rf"{name}\.ttl[^:]*(is|are) licensed under {re.escape(licence)}", told), name


@each
def test_its_version_is_the_program_s(graph: Graph) -> None:
    itself = header(graph)
    assert graph.value(itself, OWL.versionInfo, any=False) == Literal(kg.__version__)
    assert graph.value(itself, OWL.versionIRI, any=False) == URIRef(f"{itself}/{kg.__version__}")


@each
def test_it_names_prefix_and_namespace_exactly_where_it_has_terms(graph: Graph) -> None:
    itself = header(graph)
    prefix, space = graph.value(itself, VANN.preferredNamespacePrefix), graph.value(itself, VANN.preferredNamespaceUri)
    assert (prefix is None) == (space is None) == (itself == URIRef(COMITY + "alignments"))
    assert (prefix is None) == (not terms(graph))
    if prefix is not None:
        assert dict(graph.namespaces())[str(prefix)] == URIRef(str(space))
        assert str(space).startswith(COMITY)


@each
def test_it_has_a_prior_version_exactly_when_there_was_an_earlier_release(graph: Graph) -> None:
    earlier = [URIRef(f"{header(graph)}/{version}") for version, _ in RELEASES[1:2]]
    assert list(graph.objects(header(graph), OWL.priorVersion)) == earlier


@each
def test_it_is_a_draft_without_a_day_until_it_is_released(graph: Graph) -> None:
    version, day = RELEASES[0]
    assert version == kg.__version__
    released = day != "unreleased"
    assert graph.value(header(graph), BIBO.status, any=False) == BIBO["status/published" if released else "status/draft"]
    assert list(graph.objects(header(graph), DCTERMS.issued)) == [Literal(day, datatype=XSD.date)] * released
