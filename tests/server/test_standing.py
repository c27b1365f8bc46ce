"""Pages about the graph as a whole: the era views, the conflicts, the vocabularies."""

from __future__ import annotations

import gzip
import re
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import pytest
import rdflib

from kg import resources
from kg.graph import Graph
from kg.query.scope import Scope
from kg.views.passages import cited, passages
from kg.views.spans import era_page
from tests.server.conftest import Running, Said, Starter

COMITY = "https://w3id.org/comity/"
FILES = {
    "ns": "kg.ttl",
    "relation": "relations.ttl",
    "plover": "plover.ttl",
    "alignments": "alignments.ttl",
    "shapes": "shapes.ttl",
}


class _Page(HTMLParser):
    """The links, anchors and headings of a page, and its words."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self.feed(said.body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self.links += [own["href"] or ""] if tag == "a" else []
        self.anchors += [own["id"] or ""] if "id" in own else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def broken(server: Running, path: str, links: list[str]) -> list[str]:
    """The links to this server that lead nowhere, or to an anchor that the page has not; the view reads its own."""
    pages: dict[str, _Page] = {}
    found = []
    for link in sorted({urljoin(path, link) for link in links if not re.match(r"https?:", link)}):
        address, anchor = urldefrag(link)
        said = server.ask(path=address)
        if said.status == 303:
            said = server.ask(path=said.headers["location"])
        page = pages.setdefault(address, _Page(said))
        if said.status != 200 or (anchor and address != "/view" and anchor not in page.anchors):
            found.append(link)
    return found


def test_the_view_is_the_page_that_the_command_writes(example_served: Running, example: Path) -> None:
    said = example_served.ask(path="/view")
    assert (said.status, said.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert said.body == era_page(Graph([example]), None, Scope())


def test_with_the_texts_it_is_the_page_that_the_command_writes_with_them(with_text: Running, example: Path) -> None:
    graph = Graph([example])
    found = passages(graph.records.records, example / "documents", cited(graph.records))
    assert with_text.ask(path="/view").body == era_page(graph, None, Scope(), documents=found)


def test_the_view_goes_packed_with_its_own_policy_and_is_sent_once(example_served: Running) -> None:
    packed = example_served.ask(path="/view", headers={"accept-encoding": "gzip"})
    page = gzip.decompress(packed.body)
    own = re.search(rb'Content-Security-Policy" content="([^"]+)"', page)
    assert own is not None
    assert packed.headers["content-security-policy"] == own[1].decode().replace("&#39;", "'") + "; frame-ancestors 'none'"
    assert packed.headers["content-security-policy"].count("'sha256-") == 3
    assert page == example_served.ask(path="/view").body
    again = example_served.ask(path="/view", headers={"if-none-match": packed.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    head = example_served.ask("HEAD", "/view", headers={"accept-encoding": "gzip"})
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", packed.headers["content-length"])


def test_a_view_that_would_pass_a_limit_ends_as_a_query_does_and_others_are_answered(start: Starter) -> None:
    server = start("--workers", "2", "--timeout", "0.2")
    said = server.ask(path="/view")
    assert (said.status, said.body) == (503, b"the query ran longer than 0.2 seconds\n")
    assert server.query("ASK {}", "text/csv").status == 200


def test_while_the_view_is_made_others_are_answered(start: Starter) -> None:
    server = start("--workers", "2")
    with ThreadPoolExecutor() as pool:
        asked = [pool.submit(server.ask, path="/view", wait=120) for _ in range(4)]
        time.sleep(0.3)
        said = server.query("ASK {}", "text/csv")
        assert (said.status, [one.done() for one in asked]) == (200, [False] * 4)
    assert len({(one.result().status, one.result().headers["etag"]) for one in asked}) == 1
    assert asked[0].result().status == 200


def test_a_conflict_is_told_with_all_sides_and_links_to_each(example_served: Running) -> None:
    page = _Page(example_served.ask(path="/conflicts"))
    words = " ".join(page.words)
    assert "When was it? Begin of the entente within one source Entente Cordiale (from-the-signing) held right When 1904-04-08" in words
    assert "Entente Cordiale (from-the-visits) When 1903/.." in words
    assert "The Entente of 1904 in brief , \u00b6 4" in words
    assert "Held right because the papers bear that day" in words
    assert {"/conflict/begin-of-the-entente", "/policy/entente-cordiale", "/source/entente-in-brief"} <= set(page.links)
    assert [link for link in page.links if link.startswith("/passage/entente-in-brief/")] != []
    assert broken(example_served, "/conflicts", page.links) == []


def test_every_conflict_of_the_graph_stands_on_the_page_below_what_is_asked(served: Running) -> None:
    page = _Page(served.ask(path="/conflicts"))
    rows = served.query("SELECT ?c { ?c a kg:Conflict }", "text/csv").body.decode().split()[1:]
    assert len(rows) > 50
    assert {row.replace(COMITY, "/") for row in rows} == {link for link in page.links if link.startswith("/conflict/")}
    assert page.headings[:3] == [1, 2, 3]
    assert page.headings.count(3) == len(rows)
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.anchors) == len(set(page.anchors))
    holders = served.query(
        "SELECT DISTINCT ?h { ?c kg:disputes ?r . ?r sem:accordingTo ?h . ?h rdfs:label ?l FILTER(?h != kg:undisputed) }", "text/csv"
    )
    assert {row.replace(COMITY, "/") for row in holders.body.decode().split()[1:]} <= set(page.links)


@pytest.mark.parametrize(
    ("number", "status"), [("1", 200), ("2", 404), ("0", 400), ("-1", 400), ("x", 400), ("9" * 30, 400), ("\u0661", 400)]
)
def test_conflicts_have_so_many_pages_and_no_more(example_served: Running, number: str, status: int) -> None:
    assert example_served.ask(path=f"/conflicts?page={quote(number)}").status == status


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("accept", "ending", "format"),
    [
        ("text/turtle", "ttl", "turtle"),
        ("application/n-triples", "nt", "nt"),
        ("application/ld+json", "jsonld", "json-ld"),
        ("application/rdf+xml", "rdf", "xml"),
    ],
)
def test_a_vocabulary_is_to_be_had_in_every_format(served: Running, name: str, accept: str, ending: str, format: str) -> None:
    said = served.ask(path=f"/{name}", headers={"accept": accept})
    assert (said.status, said.headers["location"], said.headers["vary"]) == (303, f"/{name}.{ending}", "accept, Origin")
    found = served.ask(path=said.headers["location"])
    assert found.headers["content-type"].startswith(accept)
    wanted = rdflib.Graph().parse(resources.ontology() / FILES[name])
    own = rdflib.Graph().parse(data=found.body, format=format)
    assert {t for t in own if not any(isinstance(each, rdflib.BNode) for each in t)} == {
        t for t in wanted if not any(isinstance(each, rdflib.BNode) for each in t)
    }
    assert len(own) == len(wanted) > 50


@pytest.mark.parametrize(("name", "space"), [("ns", f"{COMITY}ns#"), ("relation", f"{COMITY}relation/"), ("plover", f"{COMITY}plover/")])
def test_every_term_has_an_anchor_a_label_and_a_definition(served: Running, name: str, space: str) -> None:
    said = served.ask(path=f"/{name}.html")
    page, words = _Page(said), " ".join(_Page(said).words)
    graph = rdflib.Graph().parse(resources.ontology() / FILES[name])
    terms = {str(term) for term in graph.subjects(rdflib.RDFS.isDefinedBy) if str(term).startswith(space)}
    assert len(terms) > 40
    assert {term.removeprefix(space).replace("/", "-") for term in terms} <= set(page.anchors)
    assert len(page.anchors) == len(set(page.anchors))
    for term in terms:
        definition = graph.value(rdflib.URIRef(term), rdflib.SKOS.definition)
        assert f"{graph.value(rdflib.URIRef(term), rdflib.RDFS.label)} {term} {definition}" in words
    assert broken(served, f"/{name}.html", page.links) == []


def test_an_edition_leads_to_the_vocabulary_and_another_to_nothing(served: Running) -> None:
    for name, file in FILES.items():
        graph = rdflib.Graph().parse(resources.ontology() / file)
        edition = str(graph.value(rdflib.URIRef(COMITY + name), rdflib.OWL.versionInfo))
        assert served.ask(path=f"/{name}/{edition}", headers={"accept": "text/turtle"}).headers["location"] == f"/{name}.ttl"
        assert served.ask(path=f"/{name}/9.9.9").status == 404


@pytest.mark.parametrize(
    ("term", "place"),
    [("AGREE", "AGREE"), ("cameo", "cameo"), ("cameo/031", "cameo-031"), ("mode/martial-law", "mode-martial-law")],
)
def test_a_term_of_plover_leads_to_its_place_on_the_page_or_to_the_triples(served: Running, term: str, place: str) -> None:
    said = served.ask(path=f"/plover/{term}", headers={"accept": "text/html"})
    assert (said.status, said.headers["location"]) == (303, f"/plover.html#{place}")
    assert place in _Page(served.ask(path="/plover.html")).anchors
    said = served.ask(path=f"/plover/{term}", headers={"accept": "text/turtle"})
    assert (said.status, said.headers["location"]) == (303, "/plover.ttl")


@pytest.mark.parametrize("term", ["", "agree", "cameo/999", "cameo/031.ttl", "AGREE/", "mode/visit#"])
def test_what_is_no_term_of_plover_leads_nowhere(served: Running, term: str) -> None:
    assert served.ask(path=f"/plover/{quote(term)}").status == 404


def test_a_rule_leads_to_the_triples_of_all_and_what_is_none_nowhere(served: Running) -> None:
    said = served.ask(path="/shape/Statement", headers={"accept": "text/turtle"})
    assert (said.status, said.headers["location"]) == (303, "/shapes.ttl")
    assert "shape:Statement a sh:NodeShape" in served.ask(path="/shapes.ttl").body.decode()
    assert [served.ask(path=f"/shape/{rule}").status for rule in ("statement", "Statement.ttl", "", "Statement/")] == [404] * 4


def test_the_context_is_the_one_that_ships_and_any_page_may_read_it(served: Running) -> None:
    said = served.ask(path="/context.jsonld", headers={"origin": "https://example.org", "accept": "application/ld+json"})
    assert (said.status, said.headers["content-type"]) == (200, "application/ld+json")
    assert said.headers["access-control-allow-origin"] == "*"
    assert said.body == (resources.ontology() / "context.jsonld").read_bytes()
    assert served.ask(path="/context.jsonld", headers={"if-none-match": said.headers["etag"]}).status == 304


def test_the_page_of_plover_has_a_heading_for_each_of_its_lists(served: Running) -> None:
    words = " ".join(_Page(served.ask(path="/plover.html")).words)
    assert "Schemes 4 CAMEO codes 276 Contexts 39 Event types 20 Modes 71" in words
    assert "broader promise of practical cooperation" in words
    assert "broad match agree" in words


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("ns", "image/png", 406),
        ("plover/AGREE", "image/png", 406),
        ("shapes", "text/html", 406),
        ("shapes.html", "", 404),
        ("ns.exe", "", 404),
        ("ns.ttl.html", "", 404),
    ],
)
def test_what_a_vocabulary_has_not_is_refused(served: Running, path: str, accept: str, status: int) -> None:
    assert served.ask(path=f"/{path}", headers={"accept": accept} if accept else {}).status == status


def test_every_link_of_the_first_page_leads_somewhere(example_served: Running) -> None:
    page = _Page(example_served.ask(path="/", headers={"accept": "text/html"}))
    assert {"/view", "/view#era=approach", "/view#era=agreement", "/conflicts", "/ns", "/sparql"} <= set(page.links)
    assert broken(example_served, "/", page.links) == []


@pytest.mark.parametrize(
    "path", ["view", "conflicts", "ns", "ns.ttl", "relation", "plover", "plover/AGREE", "shape/Node", "context.jsonld"]
)
def test_a_foreign_file_has_none_of_these(foreign: Running, path: str) -> None:
    assert foreign.ask(path=f"/{path}").status == 404


def test_a_corpus_without_eras_has_no_view(start: Starter, example: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(example, corpus)
    (corpus / "eras.yaml").unlink()
    about = (corpus / "corpus.yaml").read_text()
    (corpus / "corpus.yaml").write_text(re.sub(r"(?ms)^default-periodisation.*?\n|^periodisations.*", "", about))
    server = start("--workers", "2", "--corpus", str(corpus))
    assert "/view" not in server.ask(path="/", headers={"accept": "text/html"}).body.decode()
    said = server.ask(path="/view")
    assert (said.status, said.body) == (404, b"there is no era view of this graph\n")


def test_all_things_of_a_kind_stand_on_a_page_and_lead_to_their_own(example_served: Running) -> None:
    home = example_served.ask(path="/", headers={"accept": "text/html"}).body.decode()
    ways = re.findall(r'<b>(\d+)</b> <a href="/(\w+)/">', home)
    assert [folder for _, folder in ways] == ["statement", "claim", "actor", "event", "policy", "office", "place", "source"]
    for number, folder in ways:
        said = example_served.ask(path=f"/{folder}/", headers={"accept": "text/html"})
        links = re.findall(rf'<li><a href="(/{folder}/[^"]+)">', said.body.decode())
        assert (said.status, len(links)) == (200, int(number))
        assert example_served.ask(path=links[-1], headers={"accept": "text/html"}).status == 303
