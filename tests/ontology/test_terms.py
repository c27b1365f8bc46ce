"""Every term of every file is explained, and none overlaps another that it should not."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, Literal, URIRef
from rdflib.collection import Collection

from tests.ontology.files import GRAPHS, KG, header, terms

ALL = [(name, term) for name, graph in GRAPHS.items() for term in terms(graph)]


def test_there_are_terms_in_all_files_but_one() -> None:
    assert {name: len(terms(graph)) for name, graph in GRAPHS.items()} == {
        "alignments": 0,
        "kg": 173,
        "plover": 410,
        "relations": 63,
        "shapes": 50,
    }


@pytest.mark.parametrize(("name", "term"), ALL, ids=[str(term) for _, term in ALL])
def test_a_term_has_label_definition_example_and_source(name: str, term: URIRef) -> None:
    graph = GRAPHS[name]
    for needed in (RDFS.label, SKOS.definition, SKOS.example):
        text = graph.value(term, needed, any=False)
        assert isinstance(text, Literal), needed
        assert (text.language, text.strip()) == ("en", str(text)), needed
        assert text
    assert isinstance(graph.value(term, DCTERMS.source, any=False), URIRef)
    assert graph.value(term, RDFS.isDefinedBy, any=False) == header(graph)


def test_a_definition_is_a_sentence_and_says_more_than_the_label() -> None:
    for name, term in ALL:
        label, definition = (str(GRAPHS[name].value(term, told)) for told in (RDFS.label, SKOS.definition))
        assert re.fullmatch(r"[^a-z].*\.", definition), term
        assert definition.rstrip(".").lower() != label.lower(), term


def test_every_rule_is_a_term_of_the_shapes() -> None:
    graph = GRAPHS["shapes"]
    assert set(terms(graph)) == set(graph.subjects(RDF.type, SH.NodeShape))


def test_all_else_that_a_file_speaks_of_is_declared_and_no_more() -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for name in ("kg", "relations", "plover", "shapes"):
        graph = GRAPHS[name]
        others = {s for s in graph.subjects() if isinstance(s, URIRef)} - {*terms(graph), header(graph)}
        assert {p for other in others for p in graph.predicates(other)} <= {RDF.type}, name
        assert {kind for other in others for kind in graph.objects(other, RDF.type)} <= kinds, name


def test_two_classes_are_disjoint_unless_one_lies_within_the_other() -> None:
    graph = GRAPHS["kg"]
    disjoint = set()
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        members = graph.value(axiom, OWL.members, any=False)
        assert members is not None
        disjoint |= {frozenset(pair) for pair in combinations(Collection(graph, members), 2)}
    for one, other in combinations([term for term in terms(graph) if (term, RDF.type, OWL.Class) in graph], 2):
        above, beside = ({*graph.transitive_objects(each, RDFS.subClassOf)} for each in (one, other))
        apart = any(frozenset((a, b)) in disjoint for a in above for b in beside)
        assert apart == (one not in beside and other not in above), (one, other)


def test_a_word_of_a_closed_vocabulary_is_of_one() -> None:
    graph = GRAPHS["kg"]
    for word in set(graph.subjects(RDF.type, OWL.NamedIndividual)) - {KG.undisputed}:
        assert len(set(graph.objects(word, RDF.type)) - {OWL.NamedIndividual}) == 1, word
