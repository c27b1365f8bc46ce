"""The engine behind its one door."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.rdf.terms import Iri, Literal, Quad
from kg.store import Answer, Store, read_turtle

DATA = b'<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:l> "A"@en .\n<urn:a> <urn:p> <urn:c> <urn:g> .\n'


def test_rows_come_as_terms_with_unbound_as_none() -> None:
    answer = Store(DATA).query("SELECT ?o ?none { <urn:a> ?p ?o } ORDER BY ?o", {}, [None], [])
    assert answer == Answer(("o", "none"), ((Iri("urn:b"), None), (Literal("A", language="en"), None)))


def test_only_the_named_graphs_asked_for_are_seen() -> None:
    store = Store(DATA)
    query = "SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } }"
    assert store.query(query, {}, [None], []).rows == ()
    assert store.query(query, {}, [None], ["urn:g"]).rows == ((Iri("urn:g"), Iri("urn:c")),)


def test_construct_gives_sorted_triples_and_ask_a_truth_value() -> None:
    store = Store(DATA)
    assert store.query("CONSTRUCT { ?o <urn:of> ?s } { ?s <urn:p> ?o }", {}, [None, "urn:g"], []).rows == (
        (Iri("urn:b"), Iri("urn:of"), Iri("urn:a")),
        (Iri("urn:c"), Iri("urn:of"), Iri("urn:a")),
    )
    assert store.query("ASK { <urn:a> <urn:p> <urn:c> }", {}, [None], []).truth is False


def test_a_made_graph_replaces_what_stood_under_its_name() -> None:
    store = Store(DATA)
    store.put_graph("urn:g", [("urn:x", "urn:p", "urn:y")])
    assert store.query("SELECT ?s ?p ?o { ?s ?p ?o }", {}, ["urn:g"], []).rows == ((Iri("urn:x"), Iri("urn:p"), Iri("urn:y")),)


def test_the_record_can_be_named() -> None:
    store = Store(DATA)
    store.name_record("urn:record")
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", {}, ["urn:record"], []).rows[0][0] == Literal(
        "2", "http://www.w3.org/2001/XMLSchema#integer"
    )


def test_bad_sparql_is_one_line_with_its_place() -> None:
    with pytest.raises(QueryError, match=r"^no valid SPARQL: error at 1:9: .*$"):
        Store(DATA).query("SELECT {", {}, [None], [])


def test_damaged_data_are_refused() -> None:
    with pytest.raises(StoreError, match="the data set is damaged"):
        Store(b"<urn:a> <urn:p>")


@pytest.mark.parametrize(("format", "expected"), [("csv", b"o\r\nurn:b\r\n"), ("tsv", b"?o\n<urn:b>\n")])
def test_rows_are_written_in_standard_formats(format: str, expected: bytes) -> None:
    assert Store(DATA).serialise("SELECT ?o { ?s <urn:p> ?o }", {}, [None], [], format).body == expected


def test_a_form_of_answer_that_a_format_cannot_hold_is_refused() -> None:
    store = Store(DATA)
    with pytest.raises(QueryError, match="the query gives rows: write them as json or xml or csv or tsv, not turtle"):
        store.serialise("SELECT * { ?s ?p ?o }", {}, [None], [], "turtle")
    with pytest.raises(QueryError, match="the query gives triples: write them as turtle or ntriples, not csv"):
        store.serialise("CONSTRUCT WHERE { ?s ?p ?o }", {}, [None], [], "csv")


def test_turtle_declares_the_prefixes_that_it_uses_in_order() -> None:
    prefixes = {"z": "urn:", "b": "urn:unused:", "a": "http://www.w3.org/"}
    store = Store(b"<urn:s> <http://www.w3.org/p> <urn:o> .\n")
    written = store.serialise("CONSTRUCT WHERE { ?s ?p ?o }", prefixes, [None], [], "turtle").body
    assert written == b"@prefix a: <http://www.w3.org/> .\n@prefix z: <urn:> .\nz:s a:p z:o .\n"


def test_triples_are_written_sorted() -> None:
    written = Store(DATA).serialise("CONSTRUCT WHERE { ?s ?p ?o }", {}, [None], [], "ntriples").body
    assert written == b'<urn:a> <urn:l> "A"@en .\n<urn:a> <urn:p> <urn:b> .\n'


def test_turtle_is_read_without_its_blank_nodes(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<urn:a> <urn:p> <urn:b>, [] .")
    assert read_turtle(file) == [Quad(Iri("urn:a"), Iri("urn:p"), Iri("urn:b"))]


def test_what_is_not_turtle_is_named_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<urn:a> <urn:p>")
    with pytest.raises(StoreError, match=r"a\.ttl: not Turtle"):
        read_turtle(file)


@pytest.mark.parametrize("name", ["", "relative", "http://e/> x", "http://e/%zz"])
def test_a_graph_by_a_name_that_is_no_iri_is_refused(name: str) -> None:
    for default, named in (([name], []), ([None], [name])):
        with pytest.raises(QueryError, match="the name of a graph is no absolute IRI"):
            Store(DATA).serialise("ASK {}", {}, default, named, "json")


@pytest.mark.parametrize(
    "query", ["SELECT (<urn:f>(1) AS ?x) {}", "SELECT * { ?s ?p ?o FILTER(<urn:f>(?o)) }", "ASK { BIND(<urn:f>(1) AS ?x) }"]
)
def test_a_function_that_the_engine_does_not_know_is_named(query: str) -> None:
    with pytest.raises(QueryError, match="the query fails: The custom function <urn:f> is not supported"):
        Store(DATA).serialise(query, {}, None, None, "json")
