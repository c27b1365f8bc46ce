"""Linked data: every IRI of the graph leads somewhere, in the format asked for."""

from __future__ import annotations

import json
import re
from html import unescape
from types import SimpleNamespace
from typing import cast

import pytest
import rdflib
from starlette.requests import Request
from starlette.responses import Response

from kg.server.linked import LinkedData
from kg.server.sparql import Endpoint
from tests.server.conftest import Running, Said, finished

BASE = "https://w3id.org/comity/"
THINGS = [
    "actor/russia",
    "office/president-of-russia",
    "event/putin-kim-vladivostok",
    "statement/west-unfriendly-russia-without-respect",
    "era/2016-2018",
    "passage/rozman-2022/25910-25994",
    "source/rozman-2022",
    "relation/opposes",
    "periodisation/essay-phases",
]


def page(server: Running, path: str) -> Said:
    return server.ask(path=f"/{path}.html")


def graph(said: Said, name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=said.body, format=name)


@pytest.mark.parametrize("accept", ["", "text/html,application/xhtml+xml,*/*;q=0.8"])
@pytest.mark.parametrize("thing", THINGS)
def test_a_browser_is_led_to_a_page_with_the_thing_s_name(served: Running, thing: str, accept: str) -> None:
    said = served.ask(path=f"/{thing}", headers={"accept": accept} if accept else {})
    assert (said.status, said.headers["location"]) == (303, f"/{thing}.html")
    found = page(served, thing)
    assert (found.status, found.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert re.search(rb"<title>[^<]+</title>", found.body)
    assert f"{BASE}{thing}".encode() in found.body


@pytest.mark.parametrize(
    ("accept", "ending", "name"),
    [
        ("text/turtle", "ttl", "turtle"),
        ("application/n-triples", "nt", "nt"),
        ("application/ld+json", "jsonld", "json-ld"),
        ("application/rdf+xml", "rdf", "xml"),
    ],
)
def test_a_program_is_led_to_the_same_triples_in_its_format(served: Running, accept: str, ending: str, name: str) -> None:
    said = served.ask(path="/statement/west-unfriendly-russia-without-respect", headers={"accept": accept})
    assert (said.status, said.headers["location"]) == (303, f"/statement/west-unfriendly-russia-without-respect.{ending}")
    found = served.ask(path=said.headers["location"])
    assert found.headers["content-type"].startswith(accept)
    wanted = graph(served.ask(path="/statement/west-unfriendly-russia-without-respect.nt"), "nt")
    assert set(graph(found, name)) == set(wanted)
    assert len(wanted) > 20


def test_the_triples_are_those_of_the_record_with_the_parts_and_who_names_it(served: Running) -> None:
    found = graph(served.ask(path="/event/putin-kim-vladivostok.nt"), "nt")
    event = rdflib.URIRef(BASE + "event/putin-kim-vladivostok")
    asked = served.query(f"SELECT ?p ?o {{ <{event}> ?p ?o }}", "application/sparql-results+json")
    wanted = {(row["p"]["value"], row["o"]["value"]) for row in json.loads(asked.body)["results"]["bindings"]}
    assert {(str(p), str(o)) for p, o in found.predicate_objects(event)} == wanted
    roles = [part for part in found.objects(event) if str(part).startswith(f"{event}/participation/")]
    assert roles
    assert all(list(found.predicate_objects(role)) for role in roles)
    assert list(found.subjects(None, event))


@pytest.mark.parametrize("path", ["on/2016-07-08", "during/2013-01/2015-12/certain", "era/2016-2018/as-seen-by/russia", "graph/record"])
def test_a_day_a_period_a_view_and_the_record_lead_to_their_triples(served: Running, path: str) -> None:
    said = served.ask(path=f"/{path}")
    assert (said.status, said.headers["location"]) == (303, f"/{path}.ttl")
    found = graph(served.ask(path=f"/{path}.nt"), "nt")
    asked = served.query(f"CONSTRUCT {{ ?s ?p ?o }} FROM <{BASE}{path}> {{ ?s ?p ?o }}", "application/n-triples")
    assert set(found) == set(graph(asked, "nt"))
    assert len(found) > 20


@pytest.mark.parametrize(
    "path",
    ["actor/nobody", "statement/x", "passage/", "on/2016-13-40.ttl", "actor/russia.exe", "actor/%3Cb%3E", "actor/a%22b"],
)
def test_what_is_not_known_is_not_found_or_refused(served: Running, path: str) -> None:
    for accept in ("text/html", "text/turtle"):
        said = served.ask(path=f"/{path}", headers={"accept": accept})
        assert said.status in (400, 404)
        assert b"<b>" not in said.body


def test_what_nobody_offers_is_not_acceptable(served: Running) -> None:
    assert served.ask(path="/actor/russia", headers={"accept": "image/png"}).status == 406


def test_a_page_links_to_things_on_the_same_server_and_tells_their_evidence(served: Running) -> None:
    body = page(served, "actor/kim-jong-un").body.decode()
    own = set(re.findall(r'href="(/[^"]+)"', body))
    assert {"/claim/", "/statement/", "/event/"} <= {"/" + link.split("/")[1] + "/" for link in own if link.count("/") > 1}
    mark = r'(?:<span class="mark">[^<]+</span> )?'
    assert re.search(
        r'href="/statement/[^"]+"><bdi>[^<]+</bdi></a> <span class="when">[^<]+</span> '
        + mark
        + r'<span class="passages"><bdi>rozman-202\d &#182;\d+',
        body,
    )
    assert "https://w3id.org/comity/actor/kim-jong-un" in body[body.index('id="cite"') :]
    broken = [link for link in sorted(own)[:40] if served.ask(path=link.split("#")[0]).status not in (200, 303, 400, 404)]
    assert broken == []


def test_every_link_of_a_page_leads_somewhere(served: Running) -> None:
    body = page(served, "statement/west-unfriendly-russia-without-respect").body.decode()
    own = {link.split("#")[0] for link in re.findall(r'href="(/[^"]+)"', body)}
    assert len(own) > 10
    assert {link: served.ask(path=link).status for link in own if served.ask(path=link).status not in (200, 303)} == {}


def test_kinds_of_relation_are_known_whatever_the_base_of_the_corpus(example_served: Running) -> None:
    body = page(example_served, "statement/france-endorses-britain-in-egypt-1904").body.decode()
    assert 'href="/relation/supports"' in body
    said = example_served.ask(path="/relation/supports")
    assert (said.status, said.headers["location"]) == (303, "/relation/supports.html")
    found = page(example_served, "relation/supports")
    assert (found.status, found.headers["link"]) == (200, f'<{BASE}relation/supports>; rel="describes"')
    assert b'href="/relation/supports.ttl"' in found.body


def test_an_era_leads_to_its_view(example_served: Running) -> None:
    assert '<a class="button" href="/view#era=agreement">' in page(example_served, "era/agreement").body.decode()
    assert "/view#" not in page(example_served, "actor/france").body.decode()


def test_every_page_leads_to_the_view_where_there_are_eras(example_served: Running) -> None:
    for path in ("/actor/france.html", "/conflicts", "/ns.html", "/sparql"):
        assert '<a href="/view">Era view</a>' in example_served.ask(path=path, headers={"accept": "text/html"}).body.decode()


def test_what_is_denied_reads_as_denied_wherever_it_stands(served: Running) -> None:
    statement, event = (
        unescape(page(served, path).body.decode())
        for path in ("statement/russia-does-not-support-south-korea-cheonan-2010", "event/cheonan-sinking")
    )
    denial = "Russia \u2014 not: supports South Korea"
    assert (f"<h1><bdi>{denial}</bdi></h1>" in statement, f"<bdi>{denial}</bdi></a>" in event) == (True, True)
    assert "Russia supports South Korea" not in statement + event


def test_a_conflict_shows_where_each_of_its_sides_is_said(served: Running) -> None:
    body = page(served, "conflict/contradictions-cause-or-effect").body.decode()
    assert "<h1><bdi>Contradictions cause or effect</bdi></h1>" in body
    assert set(re.findall(r'href="/passage/([^"/]+)/', body[body.index("Where it says so") : body.index("Cite this")])) == {
        "rozman-2021",
        "rozman-2022",
    }


def test_a_citation_ends_its_sentence_once(example_served: Running) -> None:
    cite = page(example_served, "claim/entente-will-fail").body.decode().partition('<p id="cite">')[2].partition("</p>")[0]
    assert re.match(r"<bdi>[^<]+[^.<]\.</bdi> <cite>", cite)


def test_a_page_runs_nothing_and_fetches_nothing(served: Running) -> None:
    said = page(served, "actor/russia")
    assert said.headers["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert b"<script" not in said.body
    assert said.headers["link"] == f'<{BASE}actor/russia>; rel="describes"'


def test_the_data_set_describes_itself_where_the_web_looks_for_it(served: Running) -> None:
    found = graph(served.ask(path="/.well-known/void"), "turtle")
    dataset = rdflib.URIRef(BASE)
    assert (dataset, rdflib.RDF.type, rdflib.VOID.Dataset) in found
    assert str(found.value(dataset, rdflib.DCTERMS.title)) == "Russia and the Korean Peninsula, 1990s to 2022"
    assert found.value(dataset, rdflib.DCTERMS.license) == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_the_first_page_tells_what_is_in_here_and_leads_on(served: Running) -> None:
    said = served.ask(path="/", headers={"accept": "text/html"})
    body = said.body.decode()
    assert (said.status, "<title>Russia and the Korean Peninsula, 1990s to 2022</title>" in body) == (200, True)
    asked = served.query("SELECT (COUNT(?x) AS ?n) { ?x a kg:Statement }", "text/csv").body.decode().split()[1]
    assert f'<b>{asked}</b> <a href="/statement/">statements</a>' in body
    assert re.findall(r"<summary>([^<]+)</summary>", body)[0] == "Phases of the essays"
    own = {link.split("#")[0] for link in re.findall(r'href="(/[^"]+)"', body)}
    assert {link: served.ask(path=link).status for link in own if served.ask(path=link).status not in (200, 303)} == {}
    assert "/era/2016-2018" in own
    program = served.ask(path="/", headers={"accept": "text/turtle"})
    assert (program.status, program.headers["location"]) == (303, "/.well-known/void")


def test_a_foreign_file_has_no_pages_but_the_one_to_ask(foreign: Running) -> None:
    assert (foreign.ask(path="/").status, foreign.ask(path="/").headers["location"]) == (303, "/sparql")
    assert foreign.ask(path="/actor/russia").status == 404


def test_a_browser_that_asks_what_the_data_set_is_gets_turtle(served: Running) -> None:
    said = served.ask(path="/.well-known/void", headers={"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    assert (said.status, said.headers["content-type"].partition(";")[0]) == (200, "text/turtle")


def test_a_busy_server_does_not_say_that_a_thing_is_unknown() -> None:
    class Busy:
        pool = SimpleNamespace(data=SimpleNamespace(base="https://w3id.org/comity/"))

        async def responded(self, *_: object) -> Response:
            return Response(status_code=503, headers={"retry-after": "2"})

    request = Request({"type": "http", "method": "GET", "path": "/actor/russia", "headers": []})
    said = finished(LinkedData(cast("Endpoint", Busy()))(request))
    assert (said.status_code, said.headers["retry-after"]) == (503, "2")
