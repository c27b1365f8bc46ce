"""The ontologies' pages: every term at its place, nothing fetched while they are made or read, and the same bytes each time."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg import resources
from kg.documentation import beside
from kg.documentation.graphs import places, shown
from kg.documentation.page import Page
from tests.ontology.files import COMITY, GRAPHS, KG, header, terms

LOADING = {"script", "img", "iframe", "object", "embed", "audio", "video", "source", "track", "base", "form", "svg", "use"}
# Put before all else that the child imports: whatever asks or writes fails.
GUARD = """
import os, sys
def judge(event, given):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        raise AssertionError(event)
    if event == "open" and given[0] != os.devnull and (given[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        raise AssertionError(given)
sys.addaudithook(judge)
"""
HOSTILE = '<script>alert(1)</script> & <img src=x onerror="alert(2)"> *b* `c` [d](javascript:e) # f\n\n    g _h_ &amp; &lt;'


class Read(HTMLParser):
    """The tags, links, places and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)
        self.places = [own["id"] for _, own in self.tags if "id" in own]
        self.links = [str(own["href"]) for tag, own in self.tags if tag == "a"]
        self.words = " ".join(" ".join(self.text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def refused(*_: object, **__: object) -> None:
    raise AssertionError("a process was started")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All pages, made where nothing can be asked of the network or written to a file."""
    folder = tmp_path_factory.mktemp("guard")
    (folder / "sitecustomize.py").write_text(GUARD)
    command = [sys.executable, "-P", "-B", "-m", "kg.documentation"]
    path = os.pathsep.join([str(folder), str(resources.package_root().parent)])
    said = subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, capture_output=True, check=False)
    assert said.stderr == b""
    found: dict[str, str] = json.loads(said.stdout)
    return found


@pytest.fixture
def event_loop_of_dominate() -> Iterator[None]:
    """Which makes itself one that it never closes where there is none."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()


@pytest.fixture(scope="module")
def read(made: dict[str, str]) -> dict[str, Read]:
    return {name: Read(page) for name, page in made.items()}


def test_there_is_a_page_for_each_ontology(made: dict[str, str]) -> None:
    assert sorted(made) == sorted(f"{name}.html" for name in GRAPHS)


@pytest.mark.parametrize("name", GRAPHS)
def test_every_term_stands_at_its_place_with_what_is_said_of_it(read: dict[str, Read], name: str) -> None:
    page, graph = read[f"{name}.html"], GRAPHS[name]
    assert len(page.places) == len(set(page.places))
    for term in terms(graph):
        local = re.sub(r".*(?:#|comity/(?:relation|shape|plover)/)", "", term).replace("/", "-")
        assert local in page.places, term
        for told in (RDFS.label, SKOS.definition, SKOS.example, SKOS.notation, SKOS.note):
            for text in graph.objects(term, told):
                assert " ".join(str(text).split()) in page.words, term
    for told in (DCTERMS.title, DCTERMS.abstract, OWL.versionInfo):
        assert str(graph.value(header(graph), told)) in page.words


@pytest.mark.parametrize("name", GRAPHS)
def test_a_page_is_headed_by_what_its_ontology_says_of_itself_and_by_nothing_else(read: dict[str, Read], name: str) -> None:
    graph, words = GRAPHS[name], read[f"{name}.html"].words
    itself = header(graph)
    head = words[words.index(" Metadata ") : words.index(" Description ")]
    assert head.startswith(f" Metadata IRI {itself} Title {graph.value(itself, DCTERMS.title)} Creator ")
    space = graph.value(itself, URIRef("http://purl.org/vocab/vann/preferredNamespaceUri"))
    assert space is None or f" Preferred Namespace Uri {space}" in head


def test_a_link_to_a_namespace_shows_its_address(made: dict[str, str]) -> None:
    for name, page in made.items():
        assert re.findall(r"<a [^>]*>\s*\w*:\s*</a>", page) == [], name


def test_no_link_shows_the_code_of_a_character(read: dict[str, Read]) -> None:
    assert {name for name, page in read.items() if re.search(r"&#\d+;", page.words)} == set()


def test_the_page_of_alignments_shows_each_and_what_is_aligned(read: dict[str, Read]) -> None:
    graph, page = GRAPHS["alignments"], read["alignments.html"]
    for subject, target in ((s, o) for s, p, o in graph if s != header(graph) and p != RDF.type):
        assert str(subject) in page.words
        assert str(target) in page.links or not str(target).startswith("http") or str(target).startswith(COMITY), target
    assert "crm:P82a_begin_of_the_begin" in page.words
    assert "plover.html#AID" in page.links


def test_the_page_of_rules_shows_every_message(read: dict[str, Read]) -> None:
    messages = {str(message) for message in GRAPHS["shapes"].objects(None, URIRef("http://www.w3.org/ns/shacl#message"))}
    assert len(messages) > 100
    assert {message for message in messages if message not in read["shapes.html"].words} == set()


def test_every_link_to_a_page_of_ours_leads_to_a_place_there(read: dict[str, Read]) -> None:
    for name, page in read.items():
        for link in page.links:
            if not re.match("https?:", link):
                file, _, place = link.partition("#")
                assert place == "" or place in read[file or name].places, (name, link)
    terms_left = {link for page in read.values() for link in page.links if re.match(rf"{COMITY}(ns#.|(plover|shape|relation)/\D)", link)}
    assert terms_left == set()


def test_a_page_loads_nothing_and_runs_nothing(made: dict[str, str], read: dict[str, Read]) -> None:
    for name, page in read.items():
        assert not LOADING & {tag for tag, _ in page.tags}, name
        assert [own for tag, own in page.tags if tag == "link"] == [
            {"rel": "alternate", "type": "text/turtle", "href": name.replace("html", "ttl")}
        ]
        assert not [
            own for _, own in page.tags if own.keys() & {"src", "srcset", "style", "background"} or any(k.startswith("on") for k in own)
        ]
        assert not re.search(r"url\(|@import|expression\(", made[name].partition("</style>")[0])
        policies = [own["content"] for tag, own in page.tags if own.get("http-equiv") == "Content-Security-Policy"]
        assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.usefixtures("event_loop_of_dominate")
def test_text_that_would_be_code_is_shown_as_it_is_written() -> None:
    graph, term = Graph(), KG.Odd
    for prefix, space in GRAPHS["kg"].namespaces():
        graph.bind(prefix, space)
    itself = URIRef(COMITY + "ns")
    for triple in (
        (itself, RDF.type, OWL.Ontology),
        (itself, DCTERMS.title, Literal(HOSTILE)),
        (itself, DCTERMS.abstract, Literal(HOSTILE)),
        (term, RDF.type, OWL.Class),
        (term, RDFS.isDefinedBy, itself),
        *((term, told, Literal(HOSTILE)) for told in (RDFS.label, SKOS.definition, SKOS.example, SKOS.notation)),
    ):
        graph.add(triple)
    graphs = {"kg": graph}
    page = Read(Page("kg", shown("kg", graphs), places(graphs)).html())
    assert not LOADING & {tag for tag, _ in page.tags}
    assert "em" not in {tag for tag, _ in page.tags}
    assert page.words.count(" ".join(HOSTILE.split())) == 9  # title thrice, label twice, all else once
    assert [link for link in page.links if not re.match("https?:|#", link)] == []


def test_two_hash_seeds_give_the_same_bytes() -> None:
    found = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-P", "-m", "kg.documentation"]
        said = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        found.add(hashlib.sha256(said.stdout).hexdigest())
        assert said.stderr == b""
    assert len(found) == 1


def test_what_is_slow_to_import_is_not_imported_by_who_has_them_made() -> None:
    asked = "import sys, kg.build; print(sorted({'pylode', 'rdflib', 'dominate'} & {name.partition('.')[0] for name in sys.modules}))"
    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_pages_are_kept_until_something_changes_and_made_anew_where_they_are_damaged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with beside.documentation() as made:
        first = made()
    kept = resources.cache_folder() / ".documentation"
    whole = kept.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", refused)
        with beside.documentation() as made:
            assert made() == first
    for damaged in (b"", whole[:-1], b"x" + whole[1:], whole.replace(b"Freedonia", b"Sylvania!")):
        kept.write_bytes(damaged)
        with monkeypatch.context() as patch:
            patch.setattr(subprocess, "Popen", refused)
            with pytest.raises(AssertionError, match="started"):
                beside.documentation().__enter__()
    with beside.documentation() as made:
        assert made() == first
    assert kept.read_bytes() == whole
    assert json.loads(whole[64:]).keys() == first.keys()


def test_what_goes_wrong_beside_a_build_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(resources.package_root().parent)]))
    (tmp_path / "pylode.py").write_text("raise ImportError('no such thing here')")
    with beside.documentation() as made, pytest.raises(ChildProcessError, match=r"pages could not be made:(.|\n)*no such thing here"):
        made()
