"""Nanopublications, judged by the nanopub library and read back by pyoxigraph, rdflib and rapper."""

from __future__ import annotations

import socket
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from nanopub.nanopub import Nanopub

from kg.exports.selection import Selection
from kg.graph import Graph
from kg.query.scope import Scope
from tests.exports import rapper
from tests.exports.conftest import SMALL
from tests.exports.hostile import HOSTILE, every
from tests.exports.made import by_two_hash_seeds, made

GRAPHS = ("head", "assertion", "provenance", "pubinfo")
DCTERMS = "http://purl.org/dc/terms/"
# What a judge reads has no way out.
pytestmark = [pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a nanopublication is judged offline")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="module")
def trig(shipped: Graph) -> bytes:
    return made(shipped, "nanopub")


Parts = Mapping[str, Mapping[str, list[ox.Quad]]]


def publications(trig: bytes) -> Parts:
    """Quads by statement and by graph, as pyoxigraph reads them."""
    found: dict[str, dict[str, list[ox.Quad]]] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(trig, format=ox.RdfFormat.TRIG):
        assert isinstance(quad.graph_name, ox.NamedNode)
        publication, _, graph = quad.graph_name.value.rpartition("/")
        found[publication.rpartition("/nanopub/")[2]][graph].append(quad)
    return found


def valid(publication: Mapping[str, list[ox.Quad]]) -> bool:
    """What the library says of one publication."""
    graph = rdflib.ConjunctiveGraph()
    graph.parse(data="".join(f"{quad} .\n" for quads in publication.values() for quad in quads), format="nquads")
    return bool(Nanopub(rdf=graph).is_valid)


def told(quads: list[ox.Quad]) -> set[str]:
    """What a graph says, whatever its name."""
    return {str(quad.triple) for quad in quads}


def recorded(graph: Graph, statement: str) -> Iterator[str]:
    """What the record says of a statement, of its parts and of the passages that it cites."""
    base, parts = graph.stored.base, ("/report/", "/dating/", "/quantity/")
    about = f"{base}statement/{statement}"
    record = [quad for quad in ox.parse(graph.stored.nquads, format=ox.RdfFormat.N_QUADS) if isinstance(quad.graph_name, ox.DefaultGraph)]
    own = [q for q in record if str(q.subject)[1:-1] == about or str(q.subject)[1:].startswith(tuple(about + part for part in parts))]
    cited = {str(quad.object) for quad in own if quad.predicate.value.endswith("citesAsEvidence")}
    cited |= {f"{passage[:-1]}/position>" for passage in cited}
    return (str(quad.triple) for quad in record if quad in own or str(quad.subject) in cited)


def test_every_statement_is_a_publication_of_four_graphs(shipped: Graph, trig: bytes) -> None:
    found = publications(trig)
    assert set(found) == set(shipped.records.statements)
    assert all(tuple(publication) == GRAPHS for publication in found.values())  # the head first, for those who read a stream


def test_all_of_a_small_corpus_and_a_tenth_of_the_shipped_one_are_valid(small: Graph, trig: bytes) -> None:
    chosen = [*publications(made(small, "nanopub")).values(), *list(publications(trig).values())[::10]]
    assert len(chosen) == 8 + 103
    assert all(map(valid, chosen))


def test_a_publication_with_every_field_and_hostile_texts_is_valid() -> None:
    found = publications(made(every(), "nanopub"))
    assert "denied" in found
    assert all(map(valid, found.values()))
    assert any(HOSTILE in str(quad.object.value) for quad in found["s"]["pubinfo"] if isinstance(quad.object, ox.Literal))


@pytest.mark.parametrize("statement", ["distrust", "reign--leads", "denied"])
def test_assertion_and_provenance_hold_what_the_record_says_and_nothing_else_of_the_statement(small: Graph, statement: str) -> None:
    publication = publications(made(small, "nanopub"))[statement]
    held = told(publication["assertion"]) | told([q for q in publication["provenance"] if not str(q.subject).endswith("/assertion>")])
    assert held == set(recorded(small, statement))


def test_no_field_is_lost_either() -> None:
    graph = every()
    for statement, publication in publications(made(graph, "nanopub")).items():
        held = told(publication["assertion"]) | told([q for q in publication["provenance"] if not str(q.subject).endswith("/assertion>")])
        assert held == set(recorded(graph, statement))


def test_an_assertion_says_what_and_when_and_its_provenance_according_to_whom(trig: bytes) -> None:
    publication = publications(trig)["south-korea-does-not-sanction-russia-2014"]
    what = {quad.predicate.value.replace("#", "/").rpartition("/")[2] for quad in publication["assertion"]}
    assert what == {
        "type", "subject", "predicate", "object", "party", "polarity", "negated", "status", "when",
        "hasEarliestBeginTimeStamp", "hasLatestBeginTimeStamp", "hasEarliestEndTimeStamp", "hasLatestEndTimeStamp",
    }  # fmt: skip
    assertion = next(quad.graph_name for quad in publication["assertion"])
    sources = {
        (quad.predicate.value.replace("#", "/").rpartition("/")[2], str(quad.object)[1:-1].partition("comity/")[2])
        for quad in publication["provenance"]
        if quad.subject == assertion and not quad.predicate.value.endswith("type")
    }
    assert sources == {
        ("wasAttributedTo", "actor/gilbert-rozman"),
        ("wasDerivedFrom", "source/rozman-2022"),
        ("citesAsEvidence", "passage/rozman-2022/14509-14628"),
        ("citesAsEvidence", "passage/rozman-2022/4734-4851"),
    }


def test_no_direct_triple_stands_anywhere(trig: bytes) -> None:
    assert not [q for q in ox.parse(trig, format=ox.RdfFormat.TRIG) if q.predicate.value.startswith("https://w3id.org/comity/relation/")]


def test_the_day_of_issue_of_the_corpus_is_the_day_of_creation(small: Graph) -> None:
    days = {
        quad.object.value
        for publication in publications(made(every(), "nanopub")).values()
        for quad in publication["pubinfo"]
        if quad.predicate.value == f"{DCTERMS}created" and isinstance(quad.object, ox.Literal)
    }
    assert days == {"1933-05-01"}
    assert b"dcterms:created" not in made(small, "nanopub")  # which does not say so


def test_licence_maker_and_version_are_those_of_the_corpus(small: Graph) -> None:
    publication = publications(made(small, "nanopub"))["distrust"]["pubinfo"]
    about = {q.predicate.value.rpartition("/")[2]: str(q.object) for q in publication if str(q.subject).endswith("/distrust>")}
    assert about == {
        "license": "<https://example.org/licence>",
        "creator": "<https://example.org/f/keepers>",
        "isPartOf": "<https://example.org/f/>",
        "version": '"1"',
        "rdf-schema#label": '"Sylvania – distrusts – Freedonia (1931-11-01/..)"@en',
    }


def test_a_time_and_a_view_leave_the_others_out(small: Graph) -> None:
    assert set(publications(made(small, "nanopub", Scope(on="1931-10-01")))) == {"reign", "reign--leads"}


def test_what_holds_only_at_other_times_is_no_publication_though_others_refer_to_it(shipped: Graph) -> None:
    scope = Scope(on="2016-07-08")
    selection = Selection(shipped, scope)
    held = {statement.id for statement in selection.held}
    assert held < set(selection.resolved.statements)
    assert set(publications(made(shipped, "nanopub", scope))) == held


def test_rdflib_reads_the_same(small: Graph) -> None:
    data = made(small, "nanopub")
    read = rdflib.Dataset()
    read.parse(data=data, format="trig")
    assert len(list(read.quads())) == len(list(ox.parse(data, format=ox.RdfFormat.TRIG)))


@pytest.mark.rapper
def test_rapper_reads_as_many_quads(trig: bytes, tmp_path: Path) -> None:
    (tmp_path / "np.trig").write_bytes(trig)
    assert rapper.counted(tmp_path / "np.trig", "trig") == len(list(ox.parse(trig, format=ox.RdfFormat.TRIG)))


def test_two_hash_seeds_give_the_same_bytes() -> None:
    assert len(by_two_hash_seeds("nanopub", SMALL)) == 1
