"""What the endpoint says of itself."""

from __future__ import annotations

import pytest
import rdflib

from tests.server.conftest import Running, Starter

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def described(server: Running) -> rdflib.Graph:
    said = server.ask(headers={"accept": "text/turtle"})
    assert (said.status, said.headers["content-type"]) == (200, "text/turtle; charset=utf-8")
    return rdflib.Graph().parse(data=said.body, format="turtle")


def test_it_names_its_language_formats_and_graphs_with_their_sizes(foreign: Running) -> None:
    graph = described(foreign)
    service = rdflib.URIRef(f"http://127.0.0.1:{foreign.port}/sparql")
    assert set(graph.objects(service, SD.endpoint)) == {service}
    assert set(graph.objects(service, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert len(set(graph.objects(service, SD.resultFormat))) == 10
    query = "SELECT ?name ?n { ?d sd:namedGraph ?g . ?g sd:name ?name ; sd:graph/void:triples ?n }"
    named = {(str(name), int(n)) for name, n in graph.query(query, initNs={"sd": SD, "void": VOID})}  # type: ignore[misc]
    assert named == {("urn:g1", 1), ("urn:g2", 1)}
    default = graph.value(graph.value(service, SD.defaultDataset), SD.defaultGraph)
    assert graph.value(default, VOID.triples) == rdflib.Literal(2)


def test_it_tells_the_limits_that_it_was_started_with(start: Starter, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("data") / "one.ttl"
    file.write_text("<urn:a> <urn:b> <c> .")
    server = start(
        "--dataset", str(file), "--timeout", "2.5", "--max-rows", "7", "--memory", "512", "--max-wait", "3", "--max-waiting", "9"
    )
    graph = described(server)
    limits = {str(graph.value(limit, SCHEMA.name)): str(graph.value(limit, SCHEMA.maxValue)) for limit in graph.subjects(SCHEMA.maxValue)}
    given = {"seconds": "2.5", "rows": "7", "memory": "536870912", "wait": "3", "waiting": "9", "size": "52428800", "query": "100000"}
    fixed = {"nesting": "100", "operators": "500", "signs": "5000", "steps": "1000", "words": "100000"}
    assert limits == given | fixed | {"long": "3", "connections": "1000"}


def test_it_comes_in_the_format_asked_for_or_is_not_acceptable(foreign: Running) -> None:
    assert foreign.ask(headers={"accept": "application/ld+json"}).headers["content-type"] == "application/ld+json"
    assert foreign.ask(headers={"accept": "text/csv"}).status == 406
