"""The endpoint: the query half of the SPARQL 1.1 Protocol, as clients use it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
import rdflib

from tests.server.conftest import Running, Starter

ALL = "SELECT ?s ?o { ?s <urn:p> ?o }"
GRAPHS = "SELECT ?s { { ?s <urn:p> ?o } UNION { GRAPH ?g { ?s <urn:p> ?o } } } ORDER BY ?s"
FORM = {"content-type": "application/x-www-form-urlencoded"}


def subjects(body: bytes) -> list[str]:
    return [row["s"]["value"] for row in json.loads(body)["results"]["bindings"]]


def test_a_query_comes_in_the_address_as_a_form_or_as_the_body(foreign: Running) -> None:
    said = [
        foreign.query(ALL),
        foreign.ask("POST", body=urlencode({"query": ALL}).encode(), headers=FORM),
        foreign.ask("POST", body=ALL.encode(), headers={"content-type": "application/sparql-query"}),
    ]
    wanted = {
        "head": {"vars": ["s", "o"]},
        "results": {"bindings": [{"s": {"type": "uri", "value": "urn:a"}, "o": {"type": "uri", "value": "urn:b"}}]},
    }
    assert [(one.status, json.loads(one.body)) for one in said] == [(200, wanted)] * 3


@pytest.mark.parametrize(
    ("graphs", "wanted"),
    [
        ("", ["urn:a", "urn:c", "urn:e"]),
        ("&default-graph-uri=urn:g1", ["urn:c"]),
        ("&default-graph-uri=urn:g1&default-graph-uri=urn:g2", ["urn:c", "urn:e"]),
        ("&named-graph-uri=urn:g2", ["urn:e"]),
        ("&default-graph-uri=urn:g1&named-graph-uri=urn:g2", ["urn:c", "urn:e"]),
        ("&default-graph-uri=urn:none", []),
    ],
)
def test_graphs_named_beside_the_query_are_those_that_are_asked(foreign: Running, graphs: str, wanted: list[str]) -> None:
    said = foreign.ask(path=f"/sparql?query={quote(GRAPHS)}{graphs}")
    assert (said.status, subjects(said.body)) == (200, wanted)
    inside = foreign.ask(path=f"/sparql?query={quote(GRAPHS.replace('{', 'FROM <urn:g2> {', 1))}{graphs}")
    assert subjects(inside.body) == (wanted or [] if graphs else ["urn:e"])


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/*;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml"),
        ("text/csv;q=0.4, text/tab-separated-values;q=0.7", "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
    ],
)
def test_rows_come_in_the_format_wanted_most(foreign: Running, accept: str, media: str) -> None:
    said = foreign.query(ALL, accept)
    assert (said.status, said.headers["content-type"]) == (200, media)


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "turtle"),
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/n-quads", "nquads"),
        ("application/trig", "trig"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_triples_come_in_every_format_of_graphs(foreign: Running, accept: str, name: str) -> None:
    said = foreign.query("CONSTRUCT WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o }", accept)
    graph = rdflib.Dataset()
    graph.parse(data=said.body, format=name)
    assert [str(o) for _, _, o, _ in graph.quads()] == ['A, "quoted"\nand <b>\u00e9']


def test_what_nobody_offers_is_not_acceptable(foreign: Running) -> None:
    for query, accept in ((ALL, "text/turtle"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv"), (ALL, "image/png")):
        said = foreign.query(query, accept)
        assert said.status == 406
        assert said.body.startswith(b"none of the formats asked for; there are ")


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/sparql?query=SELECT", None, {}, 400),
        ("GET", "/sparql?query=ASK{}&query=ASK{}", None, {}, 400),
        ("GET", "/sparql?query=%FF", None, {}, 400),
        ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 403),
        ("GET", "/sparql?query=CLEAR%20ALL", None, {}, 400),
        ("POST", "/sparql", b"update=CLEAR%20ALL", FORM, 403),
        ("POST", "/sparql", b"CLEAR ALL", {"content-type": "application/sparql-update"}, 403),
        ("POST", "/sparql", b"query=ASK{}", {}, 415),
        ("POST", "/sparql", b"ASK {}", {"content-type": "text/plain"}, 415),
        ("POST", "/sparql?query=ASK{}", b"ASK {}", {"content-type": "application/sparql-query"}, 400),
        ("POST", "/sparql", b"ASK { \xff }", {"content-type": "application/sparql-query"}, 400),
        ("POST", "/sparql", b"ASK {}", {"content-type": "application/sparql-query; charset=utf-16"}, 415),
        ("PUT", "/sparql", b"", {}, 405),
        ("DELETE", "/sparql", None, {}, 405),
    ],
)
def test_what_the_protocol_does_not_have_is_refused(
    foreign: Running, method: str, path: str, body: bytes | None, headers: dict[str, str], status: int
) -> None:
    assert foreign.ask(method, path, body, headers).status == status


def test_head_has_the_headers_of_get_and_no_body(foreign: Running) -> None:
    path = f"/sparql?query={quote(ALL)}"
    head, get = foreign.ask("HEAD", path), foreign.ask("GET", path)
    told = ("content-type", "content-length", "etag", "cache-control", "vary")
    assert (head.status, head.body, [head.headers[name] for name in told]) == (200, b"", [get.headers[name] for name in told])


def test_an_answer_known_already_is_not_sent_again(foreign: Running) -> None:
    first = foreign.query(ALL)
    tag = first.headers["etag"]
    path = f"/sparql?query={quote(ALL)}"
    again = foreign.ask(path=path, headers={"if-none-match": f'W/"other", {tag}'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert foreign.ask(path=path, headers={"if-none-match": tag, "accept": "text/csv"}).status == 200
    fleeting = foreign.query("SELECT (NOW() AS ?now) {}")
    assert ("etag" in fleeting.headers, fleeting.headers["cache-control"]) == (False, "no-store")


def test_a_long_answer_is_packed_for_who_can_unpack_it(served: Running) -> None:
    path = f"/sparql?query={quote('SELECT * { ?s ?p ?o } LIMIT 1000')}"
    packed, plain = served.ask(path=path, headers={"accept-encoding": "gzip"}), served.ask(path=path)
    assert (packed.headers["content-encoding"], "content-encoding" in plain.headers) == ("gzip", False)
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 4


def test_a_page_elsewhere_may_read_and_no_more(foreign: Running) -> None:
    said = foreign.ask(path=f"/sparql?query={quote(ALL)}", headers={"origin": "https://example.org"})
    assert said.headers["access-control-allow-origin"] == "*"
    asked = {"origin": "https://example.org", "access-control-request-method": "DELETE"}
    assert foreign.ask("OPTIONS", headers=asked).status == 400
    assert foreign.ask("OPTIONS", headers=asked | {"access-control-request-method": "POST"}).status == 200


def test_a_name_that_is_not_the_server_s_is_refused(foreign: Running) -> None:
    assert foreign.ask(path=f"/sparql?query={quote(ALL)}", headers={"host": "evil.example"}).status == 400
    assert foreign.ask(path=f"/sparql?query={quote(ALL)}", headers={"host": "localhost:80"}).status == 200


@pytest.mark.parametrize("graph", ["on/2016-07-08", "during/2013-01/2015-12/certain", "era/2016-2018/as-seen-by/russia"])
def test_a_dated_graph_is_asked_in_the_query_or_beside_it(served: Running, graph: str) -> None:
    iri, query = f"https://w3id.org/comity/{graph}", "SELECT ?s ?r ?o { ?s ?r ?o } ORDER BY ?s ?r ?o"
    inside = served.query(query.replace("{", f"FROM <{iri}> {{", 1))
    beside = served.query(query, default_graph_uri=iri)
    assert inside.body == beside.body
    assert len(subjects(inside.body)) > 20
    refused = served.query(query, default_graph_uri="https://w3id.org/comity/on/2016-13-01")
    assert (refused.status, b"2016-13" in refused.body) == (400, True)


def test_relative_iris_lie_at_the_corpus(served: Running) -> None:
    said = served.query("SELECT ?l { <actor/russia> rdfs:label ?l }", "text/csv")
    assert said.body == b"l\r\nRussia\r\n"


def test_the_w3c_s_tests_of_the_protocol_pass(start: Starter, tmp_path: Path, protocol_tool: Path) -> None:
    if not protocol_tool.exists():
        pytest.skip("the W3C's tests of the protocol are not here")
    file = tmp_path / "preload.nq"
    subprocess.run([sys.executable, protocol_tool, "x", "--preload", file], check=True)
    server = start("--dataset", str(file))
    told = subprocess.run(
        [sys.executable, protocol_tool, f"http://127.0.0.1:{server.port}/sparql"], capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines()[-1] == "34 passed, 0 failed", told.stdout
