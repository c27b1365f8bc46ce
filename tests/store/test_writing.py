"""Answers in the standard formats, judged by the readers of rdflib."""

from __future__ import annotations

from io import BytesIO

import pytest
import rdflib
from rdflib.query import Result, ResultRow

from kg.errors import QueryError
from kg.store import FORMATS, GRAPHS, TABLES, Most, Store

# What is hard to write: every escape, a tab, a triple as a term, a blank node, an empty cell.
HARD = """SELECT ?a ?b ?c {
  VALUES (?a ?b) { ("tab \\t line \\n return \\r quote \\" backslash \\\\ sign \\u0001 é 서울"@ko <urn:a,b>) (UNDEF 1.5) ("" UNDEF) }
  BIND(BNODE("x") AS ?c)
}"""
MANY = b"".join(f"<urn:s{i}> <urn:p> <urn:o> .\n".encode() for i in range(100))


def rows(body: bytes, format: str) -> list[tuple[object, ...]]:
    found = Result.parse(BytesIO(body), format=format)
    return [tuple(row) for row in found if isinstance(row, ResultRow)]


def seen(term: object) -> object:
    return "a blank node" if isinstance(term, rdflib.BNode) else term


@pytest.mark.parametrize("format", ["json", "xml", "tsv"])
def test_hard_terms_are_read_back_as_they_were(format: str) -> None:
    text = 'tab \t line \n return \r quote " backslash \\ sign \x01 é 서울'
    if format == "xml":  # which has no such character
        query, text = HARD.replace(" sign \\u0001", ""), text.replace(" sign \x01", "")
    else:
        query = HARD
    body = Store(b"").serialise(query, {}, [None], [], format).body
    number = rdflib.Literal("1.5", datatype=rdflib.XSD.decimal)
    assert [tuple(map(seen, row)) for row in rows(body, format)] == [
        (rdflib.Literal(text, lang="ko"), rdflib.URIRef("urn:a,b"), "a blank node"),
        (None, number, "a blank node"),
        (rdflib.Literal(""), None, "a blank node"),
    ]


def test_what_xml_has_no_character_for_is_refused_in_xml() -> None:
    with pytest.raises(QueryError, match=r"XML has no character b'\\x01': ask for another format"):
        Store(b"").serialise('SELECT ?a { BIND("\\u0001" AS ?a) }', {}, [None], [], "xml")


def test_a_triple_as_a_term_is_written() -> None:
    query = 'SELECT ?t { BIND(<<( <urn:a> <urn:b> <<( <urn:c> <urn:d> "e" )>> )>> AS ?t) }'
    body = Store(b"").serialise(query, {}, [None], [], "tsv").body
    assert body == b'?t\n<<( <urn:a> <urn:b> <<( <urn:c> <urn:d> "e" )>> )>>\n'


def test_a_query_without_variables_has_its_empty_rows() -> None:
    written = [Store(b"").serialise("SELECT * { VALUES () { () () } }", {}, [None], [], format) for format in ("json", "csv")]
    assert [one.body for one in written] == [b'{"head":{"vars":[]},"results":{"bindings":[{},{}]}}', b"\r\n\r\n\r\n"]


@pytest.mark.parametrize("format", list(TABLES))
def test_too_many_rows_are_cut_and_the_rest_is_whole(format: str) -> None:
    store, query = Store(MANY), "SELECT ?s { ?s <urn:p> <urn:o> } ORDER BY ?s"
    whole = store.serialise(query, {}, [None], [], format)
    cut = store.serialise(query, {}, [None], [], format, Most(rows=7))
    few = store.serialise(f"{query} LIMIT 7", {}, [None], [], format, Most(rows=7))
    assert ((whole.rows, whole.cut), (cut.rows, cut.cut), (few.rows, few.cut)) == ((100, False), (7, True), (7, False))
    assert cut.body == few.body


@pytest.mark.parametrize("format", list(FORMATS))
@pytest.mark.parametrize("size", [400, 1500])
def test_no_answer_is_larger_than_asked(format: str, size: int) -> None:
    query = "CONSTRUCT WHERE { ?s ?p ?o }" if format in GRAPHS else "SELECT * { ?s ?p ?o }"
    written = Store(MANY).serialise(query, {}, [None], [], format, Most(size=size))
    assert (len(written.body) <= size, written.cut) == (True, True)
    assert 0 < written.rows < 100


@pytest.mark.parametrize(
    ("format", "name"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml"), ("nquads", "nquads"), ("trig", "trig")],
)
def test_triples_are_read_back_in_every_format_of_graphs(format: str, name: str) -> None:
    data = '<http://x/a> <http://x/p> "tab \\t quote \\" 서울"@ko .\n<http://x/a> <http://x/q> <http://x/b> .\n'.encode()
    body = Store(data).serialise("CONSTRUCT WHERE { ?s ?p ?o }", {"x": "http://x/"}, [None], [], format).body
    found, wanted = rdflib.Dataset(), rdflib.Dataset()
    found.parse(data=body, format=name)
    wanted.parse(data=data, format="nquads")
    assert set(found.triples((None, None, None))) == set(wanted.triples((None, None, None)))
    assert len(found) == 2


def test_the_same_bytes_are_written_again() -> None:
    prefixes = {name: f"http://{name}/" for name in "abcdefgh"}
    data = b"".join(f"<http://{name}/s> <http://{name}/p> <urn:o> .\n".encode() for name in "abcdefgh")
    for format in GRAPHS:
        written = {Store(data).serialise("CONSTRUCT WHERE { ?s ?p ?o }", prefixes, [None], [], format).body for _ in range(5)}
        assert len(written) == 1


@pytest.mark.parametrize("format", ["turtle", "trig"])
def test_a_literal_keeps_what_looks_like_a_prefix_behind_a_rare_end_of_line(format: str) -> None:
    text = r'CONSTRUCT { <urn:a> <urn:b> "x\u2028@prefix y: <z> .\u2028w", "p\u0085@prefix c: <d> ." } {}'
    body = Store(b"").serialise(text, {"y": "urn:"}, [None], [], format).body
    read = rdflib.Dataset().parse(BytesIO(body), format=format)
    assert sorted(str(o) for _, _, o, _ in read.quads()) == ["p\x85@prefix c: <d> .", "x\u2028@prefix y: <z> .\u2028w"]


@pytest.mark.parametrize("predicate", ["http://e/", "http://e/1", "http://e/a#"])
def test_a_predicate_without_a_name_is_refused_in_rdf_xml(predicate: str) -> None:
    with pytest.raises(QueryError, match="RDF/XML has no form for a predicate that ends in no name"):
        Store(b"").serialise(f"CONSTRUCT {{ <urn:a> <{predicate}> 'b <oxprefix: ' }} {{}}", {}, [None], [], "rdfxml")
