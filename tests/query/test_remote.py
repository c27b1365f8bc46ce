"""The small corpus at an endpoint: the same questions, and what an endpoint can't be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kg.dataset import Dataset, build
from kg.errors import EndpointError, QueryError, UnknownName, UsageError
from kg.graph import Graph, load
from kg.query.engine import Engine
from kg.query.remote import Remote
from kg.query.scope import NO_TIME, Scope
from kg.query.table import table
from tests.query.stub import Reply, Stub, holding, serving

BASE = "https://example.org/f/"
RECORD = f"{BASE}graph/record"
EVER = Scope()
Serve = Callable[..., Stub]


@pytest.fixture
def dataset(freedonia: Path) -> Dataset:
    return build([freedonia]).dataset


@pytest.fixture
def serve(dataset: Dataset) -> Iterator[Serve]:
    """Start an endpoint that holds the small corpus."""
    with ExitStack() as stack:
        yield lambda **how: stack.enter_context(serving(holding(dataset, **how)))


@pytest.fixture(params=[{}, {"named": RECORD}, {"named": RECORD, "union": True}], ids=["in the default graph", "named", "in a union"])
def stub(serve: Serve, request: pytest.FixtureRequest) -> Stub:
    """The record where stores have it."""
    return serve(**request.param)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?e { ?s kg:event ?e }",
        "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c",
        "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o",
        "SELECT ?c { ?c a kg:Conflict } ORDER BY ?c",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g",
        "SELECT ?who { GRAPH era:late { actor:freedonia rel:sanctions ?who } }",
        "SELECT ?g ?one ?other { GRAPH ?g { ?one rel:metWith ?other } } ORDER BY ?g ?one",
        "SELECT ?who FROM era:late { actor:freedonia rel:sanctions ?who }",
        "SELECT ?who FROM NAMED era:late { GRAPH ?g { actor:freedonia rel:sanctions ?who } }",
        "# a comment\nPREFIX actor: <https://example.org/f/office/> SELECT * { ?who rdf:object actor:head-of-freedonia } ORDER BY ?who",
        "BASE <https://example.org/f/actor/> SELECT ?l { <freedonia> rdfs:label ?l }",
        "SELECT ?l { <actor/freedonia> rdfs:label ?l }",
        "ASK { ?s a kg:Event }",
        "ASK { actor:freedonia rel:sanctions ?who }",
        "CONSTRUCT WHERE { actor:freedonia ?p ?o }",
    ],
)
def test_an_answer_and_its_passages_are_those_of_the_corpus(stub: Stub, dataset: Dataset, query: str) -> None:
    assert table(Remote(stub.url), query, EVER) == table(Engine(dataset), query, EVER)


@pytest.mark.parametrize(
    ("query", "format"), [("SELECT ?s { ?s a kg:Event } ORDER BY ?s", "json"), ("ASK {}", "xml"), ("DESCRIBE actor:freedonia", "turtle")]
)
def test_an_answer_is_written_as_this_program_writes_it(stub: Stub, dataset: Dataset, query: str, format: str) -> None:
    assert Remote(stub.url).write(query, format).body == Engine(dataset).write(query, format).body


def test_only_what_the_query_uses_is_declared_and_lines_keep_their_numbers(serve: Serve) -> None:
    stub = serve()
    remote = Remote(stub.url)
    del stub.seen[:]
    remote.ask("PREFIX x: <urn:x>\nASK { ?s x:y kg:z ; rdfs:label 'rel:none' }")
    ((_, _, headers, form),) = stub.seen
    declared = "PREFIX kg: <https://w3id.org/comity/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    assert form == {"query": [f"{declared}PREFIX x: <urn:x>\nASK {{ ?s x:y kg:z ; rdfs:label 'rel:none' }}"]}
    assert headers["Accept"] == "application/sparql-results+json"
    remote.ask("CONSTRUCT WHERE { ?s ?p ?o }")
    assert stub.seen[-1][2]["Accept"] == "application/n-triples, text/turtle;q=0.9"


def test_where_the_record_has_a_name_it_is_the_default_graph_beside_the_eras(serve: Serve) -> None:
    stub = serve(named=RECORD, union=True)
    remote = Remote(stub.url)
    eras = [f"{BASE}era/early", f"{BASE}era/late"]
    for query, graphs in (
        ("ASK {}", {"default-graph-uri": [RECORD], "named-graph-uri": eras}),
        ("ASK { GRAPH graph:record {} }", {"default-graph-uri": [RECORD], "named-graph-uri": [*eras, RECORD]}),
        ("ASK FROM graph:record FROM NAMED era:late {}", {"default-graph-uri": [RECORD], "named-graph-uri": eras[1:]}),
    ):
        remote.ask(query)
        assert {name: value for name, value in stub.seen[-1][3].items() if name != "query"} == graphs


def test_citing_takes_few_requests(serve: Serve) -> None:
    stub = serve()
    remote = Remote(stub.url)
    del stub.seen[:]
    _, rows = table(remote, "SELECT ?s { ?s a kg:Statement }", EVER)
    assert len(rows) > len(stub.seen)
    assert len(stub.seen) <= 6  # the query, twice as many steps as lead from a conflict to its passages


def test_a_parameter_is_an_id_of_the_endpoint_s(stub: Stub, freedonia: Path) -> None:
    graph = load(freedonia, endpoint=stub.url)
    own = load(freedonia)
    assert list(graph.query("views-of", {"holder": "press"})) == list(own.query("views-of", {"holder": "press"}))
    assert len(graph.query("views-of", {"holder": "press"})) == 3
    for asked in (graph, own):
        with pytest.raises(UnknownName, match=r"^no holder named 'pres'; nearest: press, praises, proposes$"):
            asked.query("views-of", {"holder": "pres"})
    with pytest.raises(UsageError, match=r"^views-of needs --param holder=… .*: actor:gleb-ivashentsov is not in this corpus$"):
        graph.query("views-of")
    assert graph.sparql("SELECT * { VALUES ?k { rel:leads } }", {"k": "metWith"}).endswith("relation/metWith> } }")


@pytest.mark.parametrize(
    ("query", "graph"),
    [
        ("SELECT * FROM on:1932-01-01 { ?s ?p ?o }", "on/1932-01-01"),
        ("SELECT * { VALUES ?g { on:1932-01-01 } GRAPH ?g { ?s ?p ?o } }", "on/1932-01-01"),
        ("SELECT * FROM graph:record FROM NAMED <https://example.org/f/during/1931/1932> { ?s ?p ?o }", "during/1931/1932"),
        (r"SELECT * { GRAPH era:late\/certain { ?s ?p ?o } }", "era/late/certain"),
    ],
)
def test_a_graph_that_is_made_when_asked_for_is_refused(stub: Stub, query: str, graph: str) -> None:
    with pytest.raises(UsageError) as raised:
        Remote(stub.url).ask(query)
    assert str(raised.value) == f"<{BASE}{graph}>: {NO_TIME}"


def test_a_time_is_refused_before_anybody_is_asked(serve: Serve, freedonia: Path) -> None:
    stub = serve()
    graph = load(freedonia, endpoint=stub.url)
    for time in ({"on": "1932-01-01"}, {"during": "1932"}, {"era": "late"}, {"era": "late", "certain": True}):
        for query in ("leaders", "ASK {}"):
            with pytest.raises(UsageError, match=NO_TIME):
                graph.query(query, **time)
    with pytest.raises(UsageError, match=r"^leaders asks about a time: graphs of a time are made by this program"):
        graph.query("leaders")
    with pytest.raises(QueryError, match=r"^SERVICE is refused"):
        Remote(stub.url).ask("ASK { SERVICE <urn:x> { ?s ?p ?o } }")
    assert [form for _, _, _, form in stub.seen if "SERVICE" in form["query"][0]] == []


def test_an_era_that_is_not_there_and_a_record_without_a_name_are_no_empty_answers(serve: Serve) -> None:
    remote = Remote(serve().url)
    with pytest.raises(UnknownName, match=r"^no era 'lat'; nearest: late$"):
        remote.ask("SELECT * { GRAPH era:lat { ?s ?p ?o } }")
    with pytest.raises(UsageError, match=rf"the record is the default graph, which has no name: there is no graph <{RECORD}>$"):
        remote.ask("SELECT * FROM graph:record { ?s ?p ?o }")


def test_the_record_may_have_the_name_that_a_store_gives_to_what_has_none(serve: Serve, dataset: Dataset) -> None:
    remote = Remote(serve(named="urn:fallback", union=True).url)
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert remote.ask(query) == Engine(dataset).ask(query, EVER)
    with pytest.raises(UsageError, match=rf"the record is <urn:fallback>: there is no graph <{RECORD}>$"):
        remote.ask("ASK { GRAPH graph:record {} }")


def test_a_union_with_no_graph_for_the_record_is_refused(serve: Serve) -> None:
    stub = serve(union=True)
    with pytest.raises(EndpointError) as raised:
        Remote(stub.url)
    assert str(raised.value) == f"{stub.url}: the default graph holds the eras too: load what is in no graph as <{RECORD}>"


def test_an_endpoint_without_such_data_is_refused() -> None:
    nothing = Reply(b'{"head": {"vars": ["base", "graph"]}, "results": {"bindings": []}}')
    with serving(lambda _: nothing) as stub, pytest.raises(EndpointError) as raised:
        Remote(stub.url)
    assert str(raised.value) == f"{stub.url}: the endpoint holds no data set of this program: load one dataset.nq"
    several = nothing.body.replace(b"[]", b"[" + b",".join(b'{"base": {"type": "uri", "value": "urn:%d"}}' % i for i in (2, 1)) + b"]")
    with serving(lambda _: Reply(several)) as stub, pytest.raises(EndpointError, match=r"several data sets \(urn:1, urn:2\), and can be"):
        Remote(stub.url)


def test_what_needs_all_records_is_refused(serve: Serve, freedonia: Path) -> None:
    graph = load(freedonia, endpoint=serve().url)
    for ask in (
        graph.network,
        graph.conflicts,
        lambda: graph.show("press"),
        lambda: graph.difference("early", "late"),
        lambda: graph.dataset,
    ):
        with pytest.raises(UsageError, match=r"^an endpoint answers queries; all else needs the corpus itself: load it without endpoint$"):
            ask()
    assert set(graph.questions()) == set(Graph([freedonia]).questions())
