"""PLOVER and CAMEO in SKOS: sound as a thesaurus, true to the table of their conversion, and told in our own words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

ONTOLOGY = Path(__file__).parents[1] / "ontology"
TABLE = Path(__file__).parents[2] / "shared" / "samples" / "plover" / "CAMEO2PLOVER-2021.txt"
HOME = URIRef("https://w3id.org/comity/plover")
PLOVER = Namespace(f"{HOME}/")
MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
GRAPH = Graph().parse(ONTOLOGY / "plover.ttl")
CONCEPTS = sorted(str(concept) for concept in GRAPH.subjects(RDF.type, SKOS.Concept))
SCHEMES = sorted(str(scheme) for scheme in GRAPH.subjects(RDF.type, SKOS.ConceptScheme))
with_table = pytest.mark.skipif(not TABLE.is_file(), reason="PLOVER's table of conversion is not here")

Conversion = tuple[str, str, frozenset[str]]


def converted() -> dict[str, set[Conversion]]:
    """By CAMEO code what the table has for it: type, mode (or none) and contexts; several where it contradicts itself."""
    found: dict[str, set[Conversion]] = {}
    for code, fields in re.findall(r"^(\d{3,4}):([^#\n]*)", TABLE.read_text("utf-8"), re.MULTILINE):
        type, mode, contexts = (field.strip() for field in fields.split(","))
        found.setdefault(code, set()).add((type, mode, frozenset(re.findall(r"\w+", contexts))))
    return found


def members(scheme: str) -> set[Node]:
    return set(GRAPH.subjects(SKOS.inScheme, PLOVER[scheme]))


def notation(concept: Node) -> str:
    return str(GRAPH.value(concept, SKOS.notation, any=False))


def named(concept: Node, property: URIRef, scheme: str) -> list[str]:
    """The notations of what a property leads to within a scheme."""
    return sorted(notation(other) for other in GRAPH.objects(concept, property) if other in members(scheme))


def above(concept: Node, graph: Graph) -> set[Node]:
    """All that is broader, however far up and in whatever scheme."""
    found: set[Node] = set()
    rest = [concept]
    while rest:
        one = rest.pop()
        upward = {*graph.objects(one, SKOS.broader), *graph.objects(one, SKOS.broadMatch), *graph.subjects(SKOS.narrowMatch, one)}
        rest += upward - found
        found |= upward
    return found


def runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_it_is_licensed_as_its_source_and_names_it() -> None:
    assert GRAPH.value(HOME, DCTERMS.license, any=False) == URIRef("https://creativecommons.org/licenses/by-sa/4.0/")
    assert URIRef("https://github.com/openeventdata/PLOVER") in set(GRAPH.objects(HOME, DCTERMS.source))
    assert list(GRAPH.objects(HOME, OWL.priorVersion)) == []


@pytest.mark.parametrize("term", CONCEPTS + SCHEMES)
def test_every_term_is_explained(term: str) -> None:
    for needed in (RDFS.label, SKOS.definition, SKOS.example):
        text = GRAPH.value(URIRef(term), needed, any=False)
        assert isinstance(text, Literal), needed
        assert text.language == "en", needed
    source = GRAPH.value(URIRef(term), DCTERMS.source, any=False)
    assert source in set(GRAPH.objects(HOME, DCTERMS.source))
    assert GRAPH.value(URIRef(term), RDFS.isDefinedBy, any=False) == HOME


def test_every_concept_is_in_one_scheme_with_one_label_and_one_notation() -> None:
    for concept in map(URIRef, CONCEPTS):
        assert str(GRAPH.value(concept, SKOS.inScheme, any=False)) in SCHEMES
        assert list(GRAPH.objects(concept, SKOS.prefLabel)) == [GRAPH.value(concept, RDFS.label, any=False)]
        assert isinstance(GRAPH.value(concept, SKOS.notation, any=False), Literal)


@pytest.mark.parametrize("property", [SKOS.notation, SKOS.prefLabel])
def test_no_two_concepts_of_a_scheme_share_a_notation_or_a_label(property: URIRef) -> None:
    for scheme in map(URIRef, SCHEMES):
        names = Counter(name for concept in GRAPH.subjects(SKOS.inScheme, scheme) for name in GRAPH.objects(concept, property))
        assert names.total() > 15
        assert names.most_common(1)[0][1] == 1


def test_an_address_ends_in_the_notation() -> None:
    for scheme, folder in {"mode": "mode/", "context": "context/", "cameo": "cameo/"}.items():
        assert all(concept == PLOVER[folder + notation(concept)] for concept in members(scheme))
    for concept in members("type"):
        assert concept in (PLOVER[notation(concept)], PLOVER["quad/" + notation(concept).lower().replace(" ", "-")])


def test_what_has_nothing_broader_is_the_top_of_its_scheme() -> None:
    for concept in map(URIRef, CONCEPTS):
        scheme = GRAPH.value(concept, SKOS.inScheme, any=False)
        parents = list(GRAPH.objects(concept, SKOS.broader))
        assert [GRAPH.value(parent, SKOS.inScheme, any=False) for parent in parents] == [scheme] * len(parents)
        assert list(GRAPH.objects(concept, SKOS.topConceptOf)) == ([] if parents else [scheme])
        assert list(GRAPH.subjects(SKOS.hasTopConcept, concept)) == ([] if parents else [scheme])


def test_nothing_is_broader_than_itself_or_both_broader_and_related() -> None:
    both = GRAPH + Graph().parse(ONTOLOGY / "relations.ttl") + Graph().parse(ONTOLOGY / "alignments.ttl")
    for concept in {*both.subjects(SKOS.broader), *both.subjects(SKOS.broadMatch), *both.objects(None, SKOS.narrowMatch)}:
        broader = above(concept, both)
        assert concept not in broader
        related = {*both.objects(concept, SKOS.related), *both.objects(concept, SKOS.relatedMatch)}
        assert not broader & (related | {*both.subjects(SKOS.related, concept), *both.subjects(SKOS.relatedMatch, concept)})


def test_every_match_and_relation_leads_to_a_concept() -> None:
    for property in (*MATCHES, SKOS.related, SKOS.broader):
        assert {str(other) for pair in GRAPH.subject_objects(property) for other in pair} <= set(CONCEPTS)


def test_alignments_lead_to_concepts_that_exist() -> None:
    named = {str(node) for node in Graph().parse(ONTOLOGY / "alignments.ttl").objects() if str(node).startswith(PLOVER)}
    assert named
    assert named <= set(CONCEPTS)


def test_sixteen_types_lie_under_four_quad_classes() -> None:
    quads = set(GRAPH.objects(PLOVER.type, SKOS.hasTopConcept))
    parents = {concept: list(GRAPH.objects(concept, SKOS.broader)) for concept in members("type") - quads}
    assert (len(quads), len(parents)) == (4, 16)
    assert {parent for own in parents.values() for parent in own} == quads
    assert {len(own) for own in parents.values()} == {1}


def test_a_code_lies_under_the_code_or_root_that_it_refines() -> None:
    roots = set(GRAPH.objects(PLOVER.cameo, SKOS.hasTopConcept))
    assert {notation(root) for root in roots} == {f"{number:02}" for number in range(1, 21)}
    for code in members("cameo") - roots:
        assert named(code, SKOS.broader, "cameo") == [notation(code)[:-1]]


@with_table
def test_every_code_of_the_table_is_converted_as_it_says() -> None:
    ours = {
        notation(code): {
            (
                ", ".join(named(code, SKOS.broadMatch, "type")),
                ", ".join(named(code, SKOS.relatedMatch, "mode")),
                frozenset(named(code, SKOS.relatedMatch, "context")),
            )
        }
        for code in members("cameo") - set(GRAPH.objects(PLOVER.cameo, SKOS.hasTopConcept))
    }
    assert ours == converted()


@with_table
def test_every_root_of_the_table_is_matched_with_its_types() -> None:
    headings = set(re.findall(r"^(\d\d): (\w+)", TABLE.read_text("utf-8"), re.MULTILINE))
    roots = set(GRAPH.objects(PLOVER.cameo, SKOS.hasTopConcept))
    assert {(notation(root), type) for root in roots for match in MATCHES for type in named(root, match, "type")} == headings


@with_table
def test_a_root_that_lies_within_a_type_has_all_its_codes_there() -> None:
    conversions = converted()
    for root in GRAPH.objects(PLOVER.cameo, SKOS.hasTopConcept):
        given = {type for code, said in conversions.items() if code.startswith(notation(root)) for type, _, _ in said}
        within, split = named(root, SKOS.broadMatch, "type"), named(root, SKOS.narrowMatch, "type")
        assert within in ([], sorted(given))
        assert split in ([], sorted(given))


@with_table
def test_the_types_are_the_table_s_and_have_the_modes_that_it_gives_them() -> None:
    given = {(type, mode) for said in converted().values() for type, mode, _ in said}
    types = members("type") - set(GRAPH.objects(PLOVER.type, SKOS.hasTopConcept))
    assert {notation(type) for type in types} == {type for type, _ in given}
    ours = {(type, notation(mode)) for mode in members("mode") for type in named(mode, SKOS.related, "type")}
    assert {(type, mode) for type, mode in given if mode} <= ours


@with_table
def test_no_nine_words_in_a_row_are_the_table_s() -> None:
    theirs = runs(TABLE.read_text("utf-8"))
    assert len(theirs) > 1000
    assert not theirs & runs((ONTOLOGY / "plover.ttl").read_text("utf-8"))
