"""The SHACL rules: each is broken by one file, fires on no good data, and means the same to two engines."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
import shacl
from rdflib import OWL, RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

HERE = Path(__file__).parent
ONTOLOGY = Path(__file__).parents[2] / "ontology"
SHAPES = Graph().parse(ONTOLOGY / "shapes.ttl")
FAST = shacl.Shapes.from_file(str(ONTOLOGY / "shapes.ttl"))
TERMS = Graph().parse(ONTOLOGY / "kg.ttl")
KG = Namespace("https://w3id.org/comity/ns#")
INVALID = sorted(HERE.glob("invalid/*.ttl"))
VALID = HERE / "valid.ttl"


def named(path: Path) -> str:
    """The message that an invalid file names in its first line."""
    with path.open(encoding="utf-8") as lines:
        return next(lines).removeprefix("# ").strip()


def fast(path: Path) -> set[str]:
    """The messages of the Rust engine."""
    return {message for result in FAST.validate_file(str(path)).results for message in result.messages}


def oracle(path: Path) -> set[str]:
    """The messages of pyshacl, without the details that it adds to them."""
    _, report, _ = pyshacl.validate(Graph().parse(path), shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    return {str(message) for result in report.objects(None, SH.result) for message in report.objects(result, SH.resultMessage)}


def test_every_rule_is_broken_once() -> None:
    rules = [str(message) for message in SHAPES.objects(None, SH.message)]
    assert sorted(rules) == sorted(map(named, INVALID))


def test_no_two_rules_say_the_same() -> None:
    text = (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
    messages = list(SHAPES.objects(None, SH.message))
    assert len(messages) == len(set(messages)) == text.count("sh:message")


def test_every_message_is_english_and_says_what_would_be_right() -> None:
    for message in SHAPES.objects(None, SH.message):
        assert isinstance(message, Literal)
        assert message.language == "en"
        assert re.fullmatch(r".+: .+\.", message), message


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_file_breaks_only_the_rule_it_names(path: Path) -> None:
    assert fast(path) == {named(path)}
    assert oracle(path) == {named(path)}


def test_good_data_conform() -> None:
    assert FAST.validate_file(str(VALID)).conforms
    assert oracle(VALID) == set()


def test_good_data_use_every_class_and_property() -> None:
    data = Graph().parse(VALID)
    used = set(data.predicates()) | set(data.objects(None, RDF.type))
    of_kinds = {KG.symmetric, KG.derivedKind}
    assert {term for term in records() if term not in used} == of_kinds


def test_every_targeted_class_and_property_is_in_the_good_data() -> None:
    data = Graph().parse(VALID)
    classes = set(SHAPES.objects(None, SH.targetClass)) - set(data.objects(None, RDF.type))
    subjects = set(SHAPES.objects(None, SH.targetSubjectsOf)) - set(data.predicates())
    assert (classes, subjects) == (set(), set())


def test_shapes_name_only_terms_that_exist() -> None:
    named_terms = {node for triple in SHAPES for node in triple if isinstance(node, URIRef) and node.startswith(str(KG))}
    assert named_terms <= set(TERMS.subjects())


def test_a_list_of_words_is_the_whole_vocabulary() -> None:
    for _, head in SHAPES.subject_objects(SH["in"]):
        words = set(Collection(SHAPES, head))
        types = {kind for word in words for kind in TERMS.objects(word, RDF.type)} - {OWL.NamedIndividual}
        for kind in types:
            assert words == set(TERMS.subjects(RDF.type, kind)), kind


def test_shapes_have_names() -> None:
    assert all(isinstance(shape, URIRef) for shape in SHAPES.subjects(RDF.type, SH.NodeShape))


def test_shapes_are_shacl_core() -> None:
    beyond = {SH.sparql, SH.js, SH.rule, SH.target, SH.select}
    assert not beyond & set(SHAPES.predicates())


def records() -> set[URIRef]:
    """Classes and properties of kg.ttl that data use as such: all but the closed vocabularies."""
    members = set(TERMS.objects(None, RDF.type))
    terms = {term for term in TERMS.subjects(RDF.type) if isinstance(term, URIRef) and term.startswith(str(KG))}
    words = {term for term in terms if set(TERMS.objects(term, RDF.type)) & members & terms}
    return terms - words - members - {KG.undisputed}
