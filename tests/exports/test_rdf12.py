"""RDF 1.2, read back by pyoxigraph."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest

from kg.graph import Graph
from kg.query.scope import EVER, Scope
from kg.rdf.annotated import plain
from kg.rdf.namespaces import RDF, prefixes
from kg.rdf.terms import nquads
from kg.store import read_quads
from tests.exports.conftest import SMALL
from tests.exports.hostile import every
from tests.exports.made import by_two_hash_seeds, made

PARTS = {RDF + "subject", RDF + "predicate", RDF + "object"}


def loaded(data: bytes, format: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> ox.Store:
    store = ox.Store()
    store.bulk_load(data, format=format)
    return store


def back(data: bytes) -> bytes:
    """The n-ary record, by way of a store: what it holds, it gives back in an order of its own."""
    dumped = loaded(data).dump(format=ox.RdfFormat.N_QUADS)
    assert dumped is not None
    return nquads(quad.n3 for quad in plain(read_quads(dumped)))


def test_there_and_back_the_shipped_corpus_is_the_same_bytes(shipped: Graph) -> None:
    data = made(shipped, "rdf12")
    assert data.splitlines() == sorted(set(data.splitlines()))
    assert back(data) == shipped.stored.nquads


def test_there_and_back_no_field_and_no_hostile_text_is_lost() -> None:
    graph = every()
    assert back(made(graph, "rdf12")) == graph.stored.nquads


@pytest.mark.parametrize(
    "scope", [Scope(on="1931-10-01"), Scope(era="late", certain=True, as_seen_by="firefly"), Scope(as_seen_by="firefly")]
)
def test_there_and_back_any_part_is_the_same_bytes(small: Graph, scope: Scope) -> None:
    assert back(made(small, "rdf12", scope)) == made(small, "nquads", scope)


def test_every_statement_names_its_triple_and_states_none(shipped: Graph) -> None:
    base, rel = shipped.stored.base, "https://w3id.org/comity/relation/"
    store = loaded(made(shipped, "rdf12", only="record"))
    named = {(q.subject.value, q.object.subject.value, q.object.predicate.value) for q in store if isinstance(q.object, ox.Triple)}  # type: ignore[union-attr]
    assert {(s.removeprefix(f"{base}statement/"), a.rpartition("/")[2], p.removeprefix(rel)) for s, a, p in named} == {
        (s.id, s.subject, s.relation) for s in shipped.records.statements.values()
    }
    assert {q.predicate.value for q in store if q.predicate.value in PARTS or q.predicate.value.startswith(rel)} == set()
    assert len(store) == made(shipped, "ntriples", only="record").count(b"\n") - 2 * len(named)


def test_sparql_1_2_asks_who_led_whom_on_a_day(shipped: Graph) -> None:
    store = loaded(made(shipped, "rdf12"))
    rows = store.query(
        """SELECT ?who ?state {
             ?statement rdf:reifies <<( ?who rel:leads ?state )>> ; kg:status kg:Actual ; kg:negated false ;
               sem:hasEarliestBeginTimeStamp ?first ; sem:hasLatestEndTimeStamp ?last
             FILTER(?first <= "2016-07-08"^^xsd:date && ?last >= "2016-07-08"^^xsd:date) }""",
        prefixes=prefixes(shipped.stored.base),
    )
    day = date(2016, 7, 8)
    assert isinstance(rows, ox.QuerySolutions)
    found = {(row["who"].value.rpartition("/")[2], row["state"].value.rpartition("/")[2]) for row in rows}
    bounds = shipped.records.bounds
    assert ("park-geun-hye", "south-korea") in found
    assert found == {
        (s.subject, s.object)
        for s in shipped.records.statements.values()
        if s.relation == "leads" and bounds[s.id].earliest_begin <= day <= bounds[s.id].latest_end
    }


def test_one_graph_of_it_is_turtle_as_it_stands(small: Graph) -> None:
    data = made(small, "rdf12", only="record")
    assert b"rdf-syntax-ns#reifies> <<( " in data
    assert set(loaded(data, ox.RdfFormat.TURTLE)) == set(loaded(data, ox.RdfFormat.N_TRIPLES)) == set(loaded(data))


def test_a_graph_of_direct_triples_has_nothing_to_annotate(small: Graph) -> None:
    assert made(small, "rdf12", EVER, "early") == made(small, "ntriples", EVER, "early")


def test_two_hash_seeds_give_the_same_bytes() -> None:
    assert len(by_two_hash_seeds("rdf12", SMALL)) == 1
