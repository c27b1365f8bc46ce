"""Clients that others have written have the same answers from a running server as the store has in this process."""

from __future__ import annotations

import io
import re
from functools import cache
from urllib.error import HTTPError
from urllib.parse import quote

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

import kg
from kg.query.scope import EVER
from kg.rdf.namespaces import prefixes
from kg.store import Answer
from tests.server.clients import CLIENTS, Client, triples_of
from tests.server.conftest import Running

PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes("https://w3id.org/comity/").items())
DAY = "https://w3id.org/comity/on/2016-07-08"
NOTHING = "https://w3id.org/comity/on/2016-13-01"
# Texts with and without language, in many scripts; dates; numbers; cells that nobody fills.
EVENTS = f"""{PREFIXES}SELECT ?event ?name ?begin ?when ?passages ?nothing {{
  {{ ?event a kg:Event ; rdfs:label ?name ; sem:hasEarliestBeginTimeStamp ?begin . OPTIONAL {{ ?event kg:when ?when }}
     {{ SELECT ?event (COUNT(?passage) AS ?passages) {{ ?event cito:citesAsEvidence ?passage }} GROUP BY ?event }} }}
  UNION {{ VALUES (?event ?name) {{ (actor:russia "Росси́я, 러시아 \\"ru\\"\\n\\t'\U0001f600' <b>&amp;\\\\"@ru) (actor:japan "") }} }}
}} ORDER BY ?event ?name"""
ASKED = f"{PREFIXES}ASK {{ actor:russia a kg:State ; rdfs:label 'Russia'@en }}"
DENIED = f"{PREFIXES}ASK {{ actor:russia a kg:Event }}"
TRIPLES = f"{PREFIXES}CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s a kg:Claim ; ?p ?o }}"
DATED = f"{PREFIXES}SELECT ?s ?kind ?o FROM <{DAY}> {{ ?s ?kind ?o }} ORDER BY ?s ?kind ?o"
SIGNS = "SELECT ?s ?sign { ?s kg:party actor:russia, actor:north-korea ; kg:polarity ?sign } ORDER BY ?s"
MARKS = {
    "curl": pytest.mark.curl,
    "SPARQLWrapper": pytest.mark.judges,
    "Comunica": pytest.mark.npm,
    "fetch-sparql-endpoint": pytest.mark.npm,
    "roqet": pytest.mark.roqet,
}


def clients(*but: str) -> pytest.MarkDecorator:
    """A test for each of the clients, without some."""
    each = [pytest.param(name, marks=MARKS.get(name, ())) for name in CLIENTS if name not in but]
    return pytest.mark.parametrize("client", each, indirect=True)


@pytest.fixture
def client(request: pytest.FixtureRequest, served: Running) -> Client:
    packages = request.getfixturevalue("packages") if MARKS.get(request.param) == pytest.mark.npm else None
    return CLIENTS[request.param](f"http://127.0.0.1:{served.port}/sparql", packages)


@cache
def graph() -> kg.Graph:
    return kg.load()


@cache
def own(query: str) -> Answer:
    return graph().asked.ask(query, EVER)


@clients()
@pytest.mark.parametrize("query", [EVENTS, DATED], ids=["of events", "of a day"])
def test_rows_are_those_of_the_store(client: Client, query: str) -> None:
    wanted = own(query)
    assert len(wanted.rows) > 40
    assert client.rows(query, wanted.variables) == list(wanted.rows)


def test_the_rows_asked_for_hold_what_is_hard_to_carry() -> None:
    rows = own(EVENTS).rows
    assert [any(row[i] is None for row in rows) for i in range(6)] == [False, False, True, True, True, True]
    assert {cell.datatype.rpartition("#")[2] for row in rows for cell in row if isinstance(cell, tuple)} >= {"", "date", "integer"}


@clients("roqet")
def test_yes_and_no_are_those_of_the_store(client: Client) -> None:
    assert [client.truth(query) for query in (ASKED, DENIED)] == [own(query).truth for query in (ASKED, DENIED)] == [True, False]


@clients("roqet")
def test_triples_are_those_of_the_store(client: Client) -> None:
    wanted = triples_of(graph().asked.write(TRIPLES, "ntriples", scope=EVER).body, "nt")
    assert len(wanted) > 500
    assert client.triples(TRIPLES) == wanted


@clients()
def test_a_refusal_reaches_the_user(client: Client) -> None:
    told = client.refusal(f"SELECT ?s FROM <{NOTHING}> WHERE {{ ?s ?p ?o }}")
    assert re.search(r"\b400\b", told), told


@pytest.mark.judges
def test_pandas_reads_an_answer_in_csv(served: Running) -> None:
    import pandas

    url = f"http://127.0.0.1:{served.port}/sparql?query="
    for query in (EVENTS, DATED):
        wanted = own(query)
        table = pandas.read_csv(url + quote(query), storage_options={"Accept": "text/csv"}, dtype=str, keep_default_na=False)
        values = [tuple("" if cell is None else getattr(cell, "value", cell) for cell in row) for row in wanted.rows]
        assert (list(table.columns), list(table.itertuples(index=False, name=None))) == (list(wanted.variables), values)
    assert pandas.read_csv(io.StringIO(served.query(DENIED, "text/csv").body.decode()), header=None)[0].tolist() == [False]
    with pytest.raises(HTTPError, match="400"):
        pandas.read_csv(url + quote(f"SELECT * FROM <{NOTHING}> {{ ?s ?p ?o }}"), storage_options={"Accept": "text/csv"})


def test_rdflib_asks_as_of_a_store_of_its_own(served: Running) -> None:
    there = rdflib.Graph(SPARQLStore(f"http://127.0.0.1:{served.port}/sparql", returnFormat="json"))
    rows = [(str(row[0]), str(row[1])) for row in there.query(SIGNS)]  # type: ignore[index]
    assert rows == [(row["s"], str(row["sign"])) for row in graph().query(SIGNS)]
    russia = rdflib.URIRef("https://w3id.org/comity/actor/russia")
    assert {str(label) for label in there.objects(russia, rdflib.RDFS.label)} == {"Russia"}


def test_this_program_asks_itself(served: Running) -> None:
    there = kg.load(endpoint=f"http://127.0.0.1:{served.port}/sparql")
    assert list(there.query(SIGNS)) == list(graph().query(SIGNS))
    assert list(there.query("votes")) == list(graph().query("votes"))
