"""The standard formats of RDF, read back by rdflib."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.errors import FormatError, UnknownName, UsageError
from kg.exports.export import contents, export, format_of
from kg.graph import Graph
from kg.query.scope import EVER, Scope
from kg.rdf.terms import nquads
from kg.store import Store
from tests.exports.build import graph_of
from tests.model.build import state

ENDINGS = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "xml"}


def written(graph: Graph, format: str, scope: Scope = EVER, only: str | None = None) -> bytes:
    (data,) = contents(graph, format_of(format), scope, only).values()
    return data if isinstance(data, bytes) else b"".join(data)


@pytest.mark.parametrize("format", ["trig", "nquads"])
@pytest.mark.parametrize("scope", [EVER, Scope(on="1932-06-01", certain=True, as_seen_by="firefly")])
def test_formats_with_graphs_hold_record_and_graphs(small: Graph, format: str, scope: Scope) -> None:
    read, plain = rdflib.Dataset(), rdflib.Dataset()
    read.parse(data=written(small, format, scope), format=format)
    plain.parse(data=written(small, "nquads", scope), format="nquads")
    names = {"early", "late"} if scope == EVER else {"on/1932-06-01/certain/as-seen-by/firefly"}
    assert {str(g.identifier).removeprefix("https://example.org/f/").removeprefix("era/") for g in read.graphs()} == {
        "urn:x-rdflib:default", *names,
    }  # fmt: skip
    for graph in plain.graphs():
        assert isomorphic(read.graph(graph.identifier), graph)


@pytest.mark.parametrize("format", ENDINGS)
def test_formats_of_one_graph_hold_the_record(small: Graph, format: str) -> None:
    read = rdflib.Graph().parse(data=written(small, format, only="record"), format=ENDINGS[format])
    assert isomorphic(read, small.dataset.default_graph)


@pytest.mark.parametrize(("format", "only"), [("trig", None), ("turtle", "record"), ("ntriples", "record"), ("rdfxml", "record")])
def test_the_shipped_corpus_comes_back_whole(shipped: Graph, format: str, only: str | None) -> None:
    read = rdflib.Dataset()
    read.parse(data=written(shipped, format, only=only), format=ENDINGS.get(format, format))
    whole = set(shipped.dataset.quads())
    there = whole if only is None else {quad for quad in whole if quad[3] == DATASET_DEFAULT_GRAPH_ID}
    assert set(read.quads()) == there  # without blank nodes the same set is the same graph
    assert len(there) > 50_000


def test_all_of_it_is_the_data_set_itself(small: Graph) -> None:
    assert written(small, "nquads") == small.stored.nquads


def test_every_graph_may_be_had_alone(small: Graph) -> None:
    f, r = "https://example.org/f/actor/", "https://w3id.org/comity/relation/"
    assert written(small, "ntriples", only="early").decode().splitlines() == [
        f"<{f}firefly> <{r}holdsOffice> <https://example.org/f/office/head-of-freedonia> .",
        f"<{f}firefly> <{r}leads> <{f}freedonia> .",
        f"<{f}freedonia> <{r}friendlyTo> <{f}sylvania> .",
        f"<{f}sylvania> <{r}distrusts> <{f}freedonia> .",
    ]
    assert written(small, "turtle", Scope(on="1931-10-01"), "on/1931-10-01").decode().splitlines()[-2:] == [
        "actor:firefly rel:holdsOffice office:head-of-freedonia ;",
        "\trel:leads actor:freedonia .",
    ]


def test_the_graph_of_a_time_is_what_a_query_of_that_time_asks(shipped: Graph) -> None:
    scope = Scope(era="2016-2018", as_seen_by="russia")
    asked = shipped.engine.ask("SELECT ?s ?p ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(rel:))) }", scope)
    name = scope.path() or ""
    rows = {" ".join(term.n3 for term in row if term) + " ." for row in asked.rows}
    assert set(written(shipped, "ntriples", scope, name).decode().splitlines()) == rows


def test_the_record_of_a_time_describes_itself_and_its_kinds(small: Graph) -> None:
    store = Store(written(small, "ntriples", Scope(on="1931-10-01"), "record"), small.stored.base)
    subjects = {str(quad.subject).removeprefix("https://example.org/f/") for quad in store.quads()}
    assert {"", "statement/reign", "actor/press", "https://w3id.org/comity/relation/leads"} <= subjects
    assert "statement/sanctions" not in subjects


def test_a_view_of_no_time_has_the_record_alone(small: Graph) -> None:
    seen = written(small, "nquads", Scope(as_seen_by="firefly"))
    assert nquads(quad.n3 for quad in Store(seen).quads() if quad.graph is None) == seen
    assert b"statement/distrust>" not in seen
    assert rdflib.Graph().parse(data=written(small, "turtle", Scope(as_seen_by="firefly")), format="turtle")


def test_what_does_not_fit_is_refused(small: Graph) -> None:
    with pytest.raises(
        UsageError, match="turtle has one graph, the data set has several: add --graph with record or an era, or take trig or nquads"
    ):
        written(small, "turtle")
    with pytest.raises(UsageError, match="add --graph with record or on/1931-10-01, or take trig or nquads"):
        written(small, "turtle", Scope(on="1931-10-01"))
    with pytest.raises(UnknownName, match="no graph 'erly'; nearest: early"):
        written(small, "turtle", only="erly")
    with pytest.raises(UnknownName, match="no graph 'early'"):
        written(small, "turtle", Scope(on="1931-10-01"), "early")
    with pytest.raises(UsageError, match=r"no format 'ttl'; there are: .*turtle"):
        format_of("ttl")


HOSTILE = "a\n\t\"'<script>]]>&\\ \u202e\u2028 🕊 =1+1"


@pytest.mark.parametrize("format", ["turtle", "trig", "ntriples", "nquads", "rdfxml"])
def test_a_label_of_any_characters_comes_back(format: str) -> None:
    graph = graph_of(state("freedonia", label=HOSTILE))
    data = written(graph, format, only="record")
    read = rdflib.Dataset().parse(data=data, format={"rdfxml": "xml", "ntriples": "nt"}.get(format, format))
    freedonia = rdflib.URIRef("https://example.org/actor/freedonia")
    assert [str(label) for _, _, label, _ in read.quads((freedonia, rdflib.RDFS.label, None, None))] == [HOSTILE]


def test_what_xml_has_no_character_for_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    graph = graph_of(state("freedonia", label="bell \x07"))
    with pytest.raises(FormatError, match="XML has no character"):
        export(graph, format_of("rdfxml"), tmp_path / "x.rdf", only="record")
    assert list(tmp_path.iterdir()) == []
    assert b"bell \\u0007" in written(graph, "ntriples", only="record")
