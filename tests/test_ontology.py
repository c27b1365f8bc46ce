"""The ontology: the tree of kinds is sound, and YAML words have their RDF terms."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from kg.model import vocabulary
from kg.model.vocabulary import ActorKind

ONTOLOGY = Path(__file__).parents[1] / "ontology"
KG = Namespace("https://w3id.org/comity/ns#")
REL = Namespace("https://w3id.org/comity/relation/")
SCHEMA = Namespace("https://schema.org/")
TERMS = Graph().parse(ONTOLOGY / "kg.ttl")
KINDS = Graph().parse(ONTOLOGY / "relations.ttl")
ALL = TERMS + KINDS
# Class and suffix of each vocabulary's members; actor kinds are classes.
WORDS: dict[type[StrEnum], tuple[str, str, str]] = {
    vocabulary.EventKind: ("EventType", "", "Event"),
    vocabulary.PolicyKind: ("PolicyType", "", "Policy"),
    vocabulary.SourceKind: ("SourceType", "", "Source"),
    vocabulary.Role: ("RoleType", "", "Role"),
    vocabulary.Outcome: ("OutcomeType", "", "Outcome"),
    vocabulary.ClaimKind: ("ClaimType", "", "Claim"),
    vocabulary.ConflictKind: ("ConflictType", "", "Conflict"),
    vocabulary.Scope: ("ScopeType", "", "Scope"),
    vocabulary.Comparator: ("ComparatorType", "", "Comparator"),
    vocabulary.Status: ("StatusType", "", ""),
    vocabulary.Wording: ("WordingType", "", ""),
    vocabulary.WhenFrom: ("WhenFromType", "From", ""),
}


def camel(word: str) -> str:
    return "".join(part.capitalize() for part in word.split("-"))


def kinds() -> list[URIRef]:
    return sorted(s for s in KINDS.subjects(RDF.type, OWL.ObjectProperty) if isinstance(s, URIRef) and s.startswith(str(REL)))


def number(kind: URIRef) -> int:
    return int(str(KINDS.value(kind, KG.polarity)))


def test_every_word_of_a_vocabulary_has_its_term() -> None:
    for words, (kind, prefix, suffix) in WORDS.items():
        expected = {(KG[f"{prefix}{camel(word)}{suffix}"], Literal(word.value)) for word in words}
        members = set(TERMS.subjects(RDF.type, KG[kind]))
        assert {(term, notation) for term in members for notation in TERMS.objects(term, SKOS.notation)} == expected


def test_every_vocabulary_is_covered() -> None:
    assert {*WORDS, ActorKind} == {getattr(vocabulary, name) for name in vocabulary.__all__}


def test_every_kind_of_actor_is_a_class() -> None:
    assert set(TERMS.subjects(RDFS.subClassOf, KG.Actor)) == {KG[camel(kind)] for kind in ActorKind}


def test_kinds_form_one_tree_under_related_to() -> None:
    for kind in kinds():
        parents = list(KINDS.objects(kind, SKOS.broader))
        assert parents == list(KINDS.objects(kind, RDFS.subPropertyOf))
        assert len(parents) == (0 if kind == REL.relatedTo else 1), kind
        assert REL.relatedTo in set(KINDS.transitive_objects(kind, SKOS.broader))


def test_a_narrower_kind_keeps_the_sign_of_its_parent() -> None:
    for kind, parent in KINDS.subject_objects(SKOS.broader):
        assert isinstance(kind, URIRef)
        assert isinstance(parent, URIRef)
        assert number(parent) in (0, number(kind)), kind
        assert number(kind) in (-1, 0, 1)


def test_a_kind_is_symmetric_in_both_vocabularies_or_in_neither() -> None:
    for kind in kinds():
        symmetric = str(KINDS.value(kind, KG.symmetric)) == "true"
        assert symmetric == ((kind, RDF.type, OWL.SymmetricProperty) in KINDS), kind
        if symmetric:
            assert set(KINDS.objects(kind, SCHEMA.domainIncludes)) == set(KINDS.objects(kind, SCHEMA.rangeIncludes)), kind


def test_kinds_join_classes_that_exist() -> None:
    named = {*KINDS.objects(None, SCHEMA.domainIncludes), *KINDS.objects(None, SCHEMA.rangeIncludes)}
    assert named <= set(TERMS.subjects(RDF.type, OWL.Class))


def test_alignments_speak_of_terms_that_exist() -> None:
    spoken = {str(subject) for subject in Graph().parse(ONTOLOGY / "alignments.ttl").subjects()}
    ours = {name for name in spoken if name.startswith((str(KG), str(REL)))}
    assert ours <= {str(subject) for subject in ALL.subjects()}


def test_the_vocabulary_alone_keeps_off_reserved_terms() -> None:
    reserved = {node for triple in TERMS for node in triple if isinstance(node, URIRef) and node.startswith(str(RDF))}
    assert reserved == {RDF.type, RDF.first, RDF.rest, RDF.nil, RDF.langString}
    assert (None, RDFS.range, XSD.date) not in TERMS
