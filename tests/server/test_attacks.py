"""Hostile queries against a running server: it lives, keeps its limits, and answers others while the attack runs."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.server.conftest import DIRECT, Running, Said, Starter

SECONDS = 4
AT_REST = 0.05  # seconds in which Python starts where nothing else runs, with room to spare
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ENDLESS = {
    "a product of everything with everything": PRODUCT,
    "a product that is ordered": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?c ?i LIMIT 1",
    "paths over paths": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:y>|^!<urn:y>)* ?c }",
    "groups of everything": "SELECT ?f (GROUP_CONCAT(STR(?c)) AS ?all) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?f",
}
DEEP = {
    "braces": "SELECT * " + "{" * 20_000 + "}" * 20_000,
    "brackets": "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
    "unions": "SELECT * { {} " + "UNION {} " * 9_000 + "}",
    "signs": "SELECT * { FILTER(" + "!" * 40_000 + "true) }",
    "steps of a path": "SELECT * { ?s " + "/".join(["<p>"] * 20_000) + " ?o }",
    "lists": "SELECT * { ?s ?p " + "(" * 20_000 + ")" * 20_000 + " }",
    "nested triples": "SELECT * { ?s ?p " + "<<( <a> <b> " * 6_000 + "1" + " )>>" * 6_000 + " }",
}
SERVICES = (
    "SELECT * { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * { sErViCe<http://127.0.0.1:%d/>{ ?s ?p ?o } }",
    "SELECT * { SERVICE#c\n SILENT <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:%d/> { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:%d/>",
)
DOUBLED = " ".join(f"BIND(CONCAT(?a{i}, ?a{i}) AS ?a{i + 1})" for i in range(40))
SWELLING = f"SELECT (STRLEN(?a40) AS ?n) {{ BIND('xxxxxxxxxxxxxxxx' AS ?a0) {DOUBLED} }}"
PATTERN = f"ASK {{ FILTER(REGEX('{'a' * 40}!', '^(a+)+$')) }}"
ATTACKS = {
    **ENDLESS,
    **DEEP,
    "a service": SERVICES[0] % 9,
    "a file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "a huge answer": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "a query that is too long": "#" * 5_000_000,
    "an expression that swells": SWELLING,
    "a pattern that never ends elsewhere": PATTERN,
}


@pytest.fixture(scope="module")
def server(start: Starter) -> Running:
    return start("--timeout", str(SECONDS), "--memory", "1024", "--max-rows", "500", "--max-bytes", "100000", "--workers", "4")


def alive(server: Running) -> bool:
    """Whether another than the one who attacks is answered."""
    return server.query("ASK { actor:russia a kg:State }", "text/csv", client="127.0.0.2").body == b"true\n"


def during(server: Running, attack: str, times: int) -> tuple[list[Said], float]:
    """What an attack from several sides gets, and the longest time that somebody else waited meanwhile."""
    with ThreadPoolExecutor(times) as threads:
        attacks: list[Future[Said]] = [threads.submit(server.ask, "POST", "/sparql", attack.encode(), DIRECT) for _ in range(times)]
        longest = 0.0
        while not all(one.done() for one in attacks):
            start = time.monotonic()
            assert alive(server)
            longest = max(longest, time.monotonic() - start)
        return [one.result() for one in attacks], longest


@pytest.mark.parametrize("name", list(ENDLESS))
def test_an_endless_query_ends_and_others_are_answered_meanwhile(server: Running, name: str) -> None:
    said, longest = during(server, ENDLESS[name], 1)
    assert said[0].status == 503
    assert said[0].body.startswith((b"the query ran longer than 4 seconds", b"the query needs more than 1,024 MiB"))
    assert longest < SECONDS / 2


def test_endless_queries_from_many_sides_leave_room_for_short_ones(server: Running) -> None:
    said, longest = during(server, PRODUCT, 12)
    assert {one.status for one in said} == {503}
    assert {one.headers.get("retry-after") for one in said} == {"2", None}  # busy, or overrun
    assert longest < SECONDS
    assert alive(server)


def second() -> float:
    """A second; longer on a machine that does much else, by as much as it takes longer to start Python than at rest."""
    start = time.monotonic()
    subprocess.run([sys.executable, "-I", "-c", ""], check=True)
    return max(1.0, (time.monotonic() - start) / AT_REST)


@pytest.mark.parametrize("name", list(ATTACKS))
def test_others_are_answered_within_a_second_during_an_attack(server: Running, name: str) -> None:
    before = second()
    _, longest = during(server, ATTACKS[name], 2)
    assert longest < max(before, second())


@pytest.mark.parametrize("name", list(DEEP))
def test_what_would_bring_the_engine_down_is_refused(server: Running, name: str) -> None:
    said = server.ask("POST", "/sparql", DEEP[name].encode(), DIRECT)
    assert (said.status, said.body.startswith(b"the query ")) == (400, True)
    assert alive(server)


def test_a_query_that_is_too_long_is_refused_before_it_is_read_whole(server: Running) -> None:
    said = server.ask("POST", "/sparql", b"#" * 5_000_000, DIRECT)
    assert said.status == 413
    assert server.query("ASK { FILTER('" + "x" * 60_000 + "' = 'y') }").status in (200, 400, 414, 431)
    assert alive(server)


@pytest.mark.parametrize("query", SERVICES)
def test_no_query_makes_the_server_call_out(server: Running, query: str) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.3)
        said = server.ask("POST", "/sparql", (query % listening.getsockname()[1]).encode(), DIRECT)
        assert said.status == 400
        with pytest.raises(TimeoutError):
            listening.accept()


@pytest.mark.parametrize("iri", ["file:///etc/passwd", "file:/etc/hostname"])
def test_no_query_reads_a_file(server: Running, iri: str) -> None:
    for said in (server.query(f"SELECT * FROM <{iri}> {{ ?s ?p ?o }}"), server.query("SELECT * { ?s ?p ?o }", default_graph_uri=iri)):
        assert (said.status, b"root" in said.body) == (400, False)


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/actor/../../etc/passwd", "/actor/..%2f..%2fetc/passwd.ttl", "/actor/%00.ttl"])
def test_no_address_reads_a_file(server: Running, path: str) -> None:
    said = server.ask(path=path)
    assert (said.status, b"root" in said.body) == (404, False)


def test_a_page_elsewhere_that_has_made_its_name_ours_is_refused(server: Running) -> None:
    for path in ("/", "/actor/russia.ttl", "/.well-known/void", "/openapi.json", "/healthz", "/sparql?query=ASK%7B%7D"):
        assert server.ask(path=path, headers={"host": f"evil.example:{server.port}"}).status == 400


def test_too_many_rows_are_cut_and_marked(server: Running) -> None:
    said = server.query("SELECT ?s { ?s ?p ?o }", "application/sparql-results+json")
    told = json.loads(said.body)
    assert (len(told["results"]["bindings"]), told["head"]["link"]) == (500, ["urn:comity:truncated"])
    assert said.headers["x-truncated"] == "the first 500 are given; there are more"
    few = server.query("SELECT ?s { ?s ?p ?o } LIMIT 500")
    assert ("link" in json.loads(few.body)["head"], "x-truncated" in few.headers) == (False, False)


def test_an_answer_of_too_many_bytes_is_cut_and_marked(server: Running) -> None:
    said = server.query(f"SELECT ?s ('{'x' * 1000}' AS ?long) {{ ?s ?p ?o }} LIMIT 900", "text/csv")
    assert len(said.body) <= 100_000
    rows = said.body.count(b"\r\n") - 1
    assert (said.status, said.headers["x-truncated"]) == (200, f"the first {rows} are given; there are more")
    triples = server.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert (len(triples.body) <= 100_000, "x-truncated" in triples.headers) == (True, True)


def test_an_expression_that_eats_memory_ends_and_the_server_lives(server: Running) -> None:
    said = server.ask("POST", "/sparql", SWELLING.encode(), DIRECT)
    assert said.status == 503
    assert said.body.startswith(
        (b"the query needs more than 1,024 MiB of memory", b"the query ran longer than 4 seconds")
    )  # whichever comes first
    assert alive(server)


def test_a_pattern_that_never_ends_elsewhere_is_quick_here(server: Running) -> None:
    said = server.query(PATTERN, "text/csv")
    assert (said.status, said.body) == (200, b"false\n")


def test_who_goes_away_is_not_worked_for(server: Running) -> None:
    for _ in range(8):
        with socket.create_connection(("127.0.0.1", server.port)) as gone:
            body = PRODUCT.encode()
            gone.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n")
            gone.sendall(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
            time.sleep(0.1)
    start = time.monotonic()
    assert alive(server)
    assert time.monotonic() - start < SECONDS / 2


def test_dated_graphs_asked_one_after_the_other_do_not_fill_the_memory(server: Running) -> None:
    for day in range(1, 29):
        assert server.query(f"ASK {{ GRAPH <https://w3id.org/comity/on/2016-02-{day:02}> {{ ?s ?p ?o }} }}").status == 200
    assert alive(server)
