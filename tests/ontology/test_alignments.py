"""What alignments lead to exists, by rdflib's own lists of terms where it has them."""

from __future__ import annotations

from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, URIRef
from rdflib.namespace import DefinedNamespace, Namespace

from tests.ontology.files import COMITY, GRAPHS, KG, SEM, header

GRAPH = GRAPHS["alignments"]
CRM = Namespace("http://www.cidoc-crm.org/cidoc-crm/")
OA = Namespace("http://www.w3.org/ns/oa#")
CITO = Namespace("http://purl.org/spar/cito/")
EVENTKG = Namespace("http://eventKG.l3s.uni-hannover.de/schema/")
LISTED: dict[str, type[DefinedNamespace]] = {str(space): space for space in (PROV, TIME, ORG, SDO, RDF)}
# Of these rdflib has no list: the terms as SEM (2009/11), the Web Annotation Vocabulary, CiTO 2.8, CIDOC CRM 7.1 and EventKG publish them.
PUBLISHED: dict[Namespace, str] = {
    SEM: "Actor Authority Event EventType Place Role RoleType View hasActor accordingTo eventType hasPlace roleType "
    "hasEarliestBeginTimeStamp hasLatestBeginTimeStamp hasEarliestEndTimeStamp hasLatestEndTimeStamp",
    OA: "SpecificResource TextPositionSelector hasSelector hasSource start end",
    CITO: "citesAsEvidence critiques disputes supports",
    CRM: "E4_Period E5_Event E13_Attribute_Assignment E21_Person E31_Document E39_Actor E53_Place E74_Group "
    "P81a_end_of_the_begin P81b_begin_of_the_end P82a_begin_of_the_begin P82b_end_of_the_end",
    EVENTKG: "Relation",
}
MEANT = {RDFS.subClassOf, RDFS.subPropertyOf, RDF.type, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch}
PAIRS = [(s, p, o) for s, p, o in GRAPH if s != header(GRAPH)]
FOREIGN = sorted({str(node) for s, _, o in PAIRS for node in (s, o) if not str(node).startswith(COMITY)})


def space_of(term: str) -> str:
    return next(str(space) for space in (*LISTED, *PUBLISHED) if term.startswith(str(space)))


def test_every_target_is_a_term_of_its_vocabulary() -> None:
    assert len(FOREIGN) > 50
    for term in FOREIGN:
        space = space_of(term)
        name = term.removeprefix(space)
        known = name in LISTED[space] if space in LISTED else name in PUBLISHED[Namespace(space)].split()
        assert known, term


def test_the_judge_knows_what_is_no_term() -> None:
    assert "Attributions" not in PROV
    assert "ProperIntervals" not in TIME
    assert "NewsOrganisation" not in SDO


def test_every_vocabulary_that_the_abstract_names_is_aligned_with() -> None:
    told = str(GRAPH.value(header(GRAPH), DCTERMS.abstract))
    names = {
        "SEM": SEM,
        "PROV-O": PROV,
        "Web Annotation": OA,
        "OWL-Time": TIME,
        "ORG": ORG,
        "CiTO": CITO,
        "CIDOC CRM": CRM,
        "schema.org": SDO,
        "EventKG": EVENTKG,
    }
    assert all(name in told for name in names)
    assert {space_of(term) for term in FOREIGN} == {*map(str, names.values()), str(RDF)}


def test_the_four_bounds_are_those_of_cidoc() -> None:
    bounds = {
        SEM.hasEarliestBeginTimeStamp: CRM.P82a_begin_of_the_begin,
        SEM.hasLatestBeginTimeStamp: CRM.P81a_end_of_the_begin,
        SEM.hasEarliestEndTimeStamp: CRM.P81b_begin_of_the_end,
        SEM.hasLatestEndTimeStamp: CRM.P82b_end_of_the_end,
    }
    assert {(s, o) for s, _, o in PAIRS if str(s).startswith(str(SEM))} == set(bounds.items())


def test_an_alignment_says_how_it_is_meant() -> None:
    assert {p for _, p, _ in PAIRS} == MEANT
    ours = GRAPHS["kg"] + GRAPHS["relations"]
    for subject, predicate, _ in PAIRS:
        kinds = set(ours.objects(subject, RDF.type))
        assert kinds, subject
        assert (OWL.Class in kinds) or predicate != RDFS.subClassOf
        assert (OWL.ObjectProperty in kinds) or predicate != RDFS.subPropertyOf


def test_a_property_is_aligned_with_a_property_and_all_else_with_what_is_none() -> None:
    ours = GRAPHS["kg"] + GRAPHS["relations"]
    properties = {*ours.subjects(RDF.type, OWL.ObjectProperty), *ours.subjects(RDF.type, OWL.DatatypeProperty)}
    for subject, _, target in PAIRS:
        if not isinstance(target, URIRef) or str(target).startswith(COMITY):
            continue
        name = str(target).removeprefix(space_of(target))
        assert (subject in properties) == (name[0].islower() or name.startswith("P8")), (subject, target)


def test_what_dl_forbids_stands_here_alone() -> None:
    assert (KG.Statement, RDFS.subClassOf, RDF.Statement) in GRAPH
    for name in ("kg", "relations", "plover"):
        assert RDF.Statement not in GRAPHS[name].all_nodes(), name
