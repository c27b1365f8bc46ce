"""The published context: a term for all that data sets use, typed as the ontology has it, by PyLD."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

import kg
from kg.model.records import FOLDERS
from kg.rdf import namespaces as ns
from kg.rdf.mapping import CLASSES, fields_of
from kg.rdf.parts import BOUNDS
from tests.ontology.files import COMITY, GRAPHS, KG, ONTOLOGY, REL, header, terms

CONTEXT: Mapping[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]
PREFIXES = {term: iri for term, iri in CONTEXT.items() if isinstance(iri, str) and iri.endswith(("/", "#"))}
ALIASES = {"id": "@id", "type": "@type", "graph": "@graph"}
DEFINED = {
    term: said if isinstance(said, dict) else {"@id": said}
    for term, said in CONTEXT.items()
    if term not in {"@version", *ALIASES, *PREFIXES}
}
SCHEMA = "https://schema.org/"
VALID = Path(__file__).parents[1] / "rdf" / "valid.ttl"
SMALL = {
    "id": "https://example.org/statement/quarrel",
    "type": ["Statement", "View"],
    "subject": "https://example.org/actor/freedonia",
    "predicate": "unfriendlyTo",
    "object": "https://example.org/actor/sylvania",
    "polarity": -1,
    "negated": False,
    "status": "Actual",
    "when": "1931-05/1932",
    "hasEarliestBeginTimeStamp": "1931-05-01",
    "accordingTo": "kg:undisputed",
    "label": "the quarrel",
    "quantity": {"id": "https://example.org/statement/quarrel/quantity/duties", "measure": "duties", "schema:value": "40.0"},
}


def unfetched(url: str, _: object) -> dict[str, Any]:
    raise AssertionError(f"{url} was asked for")


def full(short: str) -> str:
    """A compact IRI in full."""
    prefix, _, name = short.partition(":")
    return PREFIXES[prefix] + name


@pytest.fixture(scope="module")
def data() -> list[Graph]:
    """The shipped graph, one with everything in it, and the small corpus."""
    made = [Graph(), Graph().parse(VALID), Graph()]
    for graph, corpus in ((made[0], kg.load()), (made[2], kg.load(Path(__file__).parents[1] / "freedonia"))):
        for subject, predicate, value, _ in corpus.dataset.quads():
            graph.add((subject, predicate, value))
    return made


def test_a_term_stands_for_one_iri_and_every_iri_for_one_term() -> None:
    iris = [full(said["@id"]) for said in DEFINED.values()]
    assert len(iris) == len(set(iris)) > 250


def test_a_term_is_the_local_name_or_has_its_prefix_where_another_has_that() -> None:
    locals_ = [said["@id"].partition(":")[2] for said in DEFINED.values()]
    for term, said in DEFINED.items():
        local = said["@id"].partition(":")[2]
        assert term in (local, said["@id"])
        if term != local:
            assert locals_.count(local) > 1, term
        else:
            assert locals_.count(local) == 1 or said["@id"].startswith(("kg:", "rel:")), term


def test_prefixes_are_those_of_queries() -> None:
    queries = ns.prefixes(COMITY)
    assert {prefix: queries.get(prefix, iri) for prefix, iri in PREFIXES.items()} == PREFIXES


def test_every_property_and_class_of_the_data_has_a_term(data: list[Graph]) -> None:
    used = {str(predicate) for graph in data for predicate in graph.predicates()} - {str(RDF.type)}
    used |= {str(kind) for graph in data for kind in graph.objects(None, RDF.type)}
    assert used <= {full(said["@id"]) for said in DEFINED.values()}


def test_every_property_and_class_that_the_program_writes_has_a_term() -> None:
    written = {iri for classes in CLASSES.values() for iri in classes} | set(BOUNDS.values())
    written |= {field.predicate for kind in FOLDERS for field in fields_of(kind)}
    for module in ("encode", "parts"):
        source = (Path(ns.__file__).parent / f"{module}.py").read_text("utf-8")
        written |= {getattr(ns, space) + name for space, name in re.findall(r'ns\.([A-Z]+) \+ "(\w+)"', source)}
    assert len(written) > 80
    assert written - {str(RDF.type)} <= {full(said["@id"]) for said in DEFINED.values()}


def test_every_term_of_the_ontology_has_one_and_no_term_is_of_nothing(data: list[Graph]) -> None:
    ours = {str(term) for name in ("kg", "relations") for term in terms(GRAPHS[name])} - {str(REL.scheme)}
    found = {full(said["@id"]) for said in DEFINED.values()}
    assert {iri for iri in found if iri.startswith(COMITY)} == ours
    used = {str(node) for graph in (*data, *GRAPHS.values()) for _, p, o in graph for node in (p, o)}
    assert found <= ours | used


def test_a_property_has_the_type_that_the_ontology_gives_it() -> None:
    graph = GRAPHS["kg"] + GRAPHS["relations"]
    closed = set(graph.objects(None, RDF.type))
    for said in DEFINED.values():
        iri, typed = URIRef(full(said["@id"])), said.get("@type")
        ranges = {*graph.objects(iri, RDFS.range), *graph.objects(iri, URIRef(SCHEMA + "rangeIncludes"))}
        if not iri.startswith(COMITY) or not {OWL.ObjectProperty, OWL.DatatypeProperty} & set(graph.objects(iri, RDF.type)):
            continue
        if (iri, RDF.type, OWL.ObjectProperty) in graph:
            assert typed == ("@vocab" if ranges & closed - {OWL.Class} and iri.startswith(KG) else "@id"), iri
        else:
            (meant,) = ranges
            text = meant in (RDF.langString, URIRef(ns.XSD + "string"))
            assert (typed and full(typed)) == (None if text else str(meant)), iri
            assert said.get("@language") == ("en" if meant == RDF.langString else None), iri


def test_all_data_are_of_the_types_that_the_terms_have(data: list[Graph]) -> None:
    wanted = {full(said["@id"]): said for said in DEFINED.values()}
    headers = {header(graph) for graph in GRAPHS.values()}
    for graph in data:
        for subject, predicate, value in graph:
            if predicate == RDF.type or subject in headers:  # who made an ontology is a name, who made a source a record
                continue
            said = wanted[str(predicate)]
            if isinstance(value, URIRef):
                assert said.get("@type") in ("@id", "@vocab"), predicate
            else:
                assert isinstance(value, Literal)
                kind = full(said["@type"]) if "@type" in said else None
                given = str(value.datatype) if value.datatype and value.datatype != URIRef(ns.XSD + "string") else None
                assert (given, value.language) == (kind, said.get("@language")), predicate


def test_a_small_document_means_what_it_says() -> None:
    found = jsonld.to_rdf({"@context": CONTEXT, **SMALL}, {"documentLoader": unfetched, "format": "application/n-quads"})
    itself = "<https://example.org/statement/quarrel>"
    rdf, sem, xsd = f"<{ns.RDF}", f"<{ns.SEM}", f"^^<{ns.XSD}"
    assert sorted(found.splitlines()) == sorted(
        [
            f"{itself} {rdf}type> <{KG}Statement> .",
            f"{itself} {rdf}type> {sem}View> .",
            f"{itself} {rdf}subject> <https://example.org/actor/freedonia> .",
            f"{itself} {rdf}predicate> <{REL}unfriendlyTo> .",
            f"{itself} {rdf}object> <https://example.org/actor/sylvania> .",
            f'{itself} <{KG}polarity> "-1"{xsd}integer> .',
            f'{itself} <{KG}negated> "false"{xsd}boolean> .',
            f"{itself} <{KG}status> <{KG}Actual> .",
            f'{itself} <{KG}when> "1931-05/1932"^^<{ns.EDTF}EDTF> .',
            f'{itself} {sem}hasEarliestBeginTimeStamp> "1931-05-01"{xsd}date> .',
            f"{itself} {sem}accordingTo> <{KG}undisputed> .",
            f'{itself} <{ns.RDFS}label> "the quarrel"@en .',
            f"{itself} <{KG}quantity> <https://example.org/statement/quarrel/quantity/duties> .",
            f'<https://example.org/statement/quarrel/quantity/duties> <{KG}measure> "duties" .',
            f'<https://example.org/statement/quarrel/quantity/duties> <{SCHEMA}value> "40.0"{xsd}decimal> .',
        ]
    )


def test_data_with_everything_in_them_come_back_from_short_names(data: list[Graph]) -> None:
    options = {"documentLoader": unfetched}
    lines = sorted(data[1].serialize(format="nt").splitlines())
    short = jsonld.compact(jsonld.from_rdf("\n".join(lines) + "\n"), {"@context": CONTEXT}, options)
    names = {key for node in short["graph"] for key in node}
    assert names <= {*DEFINED, *ALIASES}
    assert [value for node in short["graph"] for value in node.values() if isinstance(value, dict)] == []
    back = jsonld.to_rdf(short, options | {"format": "application/n-quads"})
    assert sorted(filter(None, back.splitlines())) == sorted(filter(None, lines))


@pytest.mark.npm
def test_another_processor_reads_the_same(packages: Path) -> None:
    script = (
        "const refuse = url => { throw new Error(url) };"
        "require('jsonld').toRDF(JSON.parse(require('fs').readFileSync(0)), {format: 'application/n-quads', documentLoader: refuse})"
        ".then(text => process.stdout.write(text), error => { console.error(error); process.exit(1) })"
    )
    document = {"@context": CONTEXT, **SMALL}
    environment = os.environ | {"NODE_PATH": str(packages)}
    said = subprocess.run(["node", "-e", script], env=environment, input=json.dumps(document), capture_output=True, text=True, check=True)
    mine = jsonld.to_rdf(document, {"documentLoader": unfetched, "format": "application/n-quads"})
    assert sorted(said.stdout.splitlines()) == sorted(mine.splitlines())
