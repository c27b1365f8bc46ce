"""Clients that others have written, against a running server."""

from __future__ import annotations

import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

import kg
from tests.server.conftest import Running

SIGNS = "SELECT ?s ?sign { ?s kg:party actor:russia, actor:north-korea ; kg:polarity ?sign } ORDER BY ?s"


def wanted() -> list[tuple[str, str]]:
    return [(str(row["s"]), str(row["sign"])) for row in kg.load().query(SIGNS)]


def test_rdflib_asks_as_of_a_store_of_its_own(served: Running) -> None:
    store = SPARQLStore(f"http://127.0.0.1:{served.port}/sparql", returnFormat="json")
    graph = rdflib.Graph(store)
    rows = [(str(row[0]), str(row[1])) for row in graph.query(SIGNS)]  # type: ignore[index]
    assert rows == wanted()
    russia = rdflib.URIRef("https://w3id.org/comity/actor/russia")
    assert {str(label) for label in graph.objects(russia, rdflib.RDFS.label)} == {"Russia"}


def test_this_program_asks_itself(served: Running) -> None:
    there = kg.load(endpoint=f"http://127.0.0.1:{served.port}/sparql")
    assert [(str(row["s"]), str(row["sign"])) for row in there.query(SIGNS)] == wanted()
    assert list(there.query("votes")) == list(kg.load().query("votes"))
