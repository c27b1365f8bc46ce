"""Answers of other engines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.errors import QueryError, StoreError
from kg.rdf.namespaces import XSD
from kg.rdf.terms import Iri, Literal
from kg.store import Received

JSON = "application/sparql-results+json; charset=utf-8"


def rows(*bindings: Any, variables: list[str] | None = None) -> bytes:
    return json.dumps({"head": {"vars": variables or ["x", "y"]}, "results": {"bindings": bindings}}).encode()


def test_rows_are_read_as_terms() -> None:
    body = rows(
        {"x": {"type": "uri", "value": "urn:a"}, "y": {"type": "literal", "value": "b", "xml:lang": "en"}},
        {"y": {"type": "typed-literal", "value": "3", "datatype": XSD + "integer"}},
    )
    answer = Received(body, JSON).answer()
    assert (answer.variables, answer.truth) == (("x", "y"), None)
    assert answer.rows == ((Iri("urn:a"), Literal("b", language="en")), (None, Literal("3", XSD + "integer")))


def test_a_truth_value_is_written_as_this_program_writes_it() -> None:
    body = rows(
        *({"x": {"type": "typed-literal", "value": value, "datatype": XSD + "boolean"}} for value in ("1", "0", "true")), variables=["x"]
    )
    received = Received(body, JSON)
    assert [row[0] for row in received.answer().rows] == [Literal(word, XSD + "boolean") for word in ("true", "false", "true")]
    assert received.written("csv", {}).body == b"x\r\ntrue\r\nfalse\r\ntrue\r\n"
    triple = Received(f'<urn:a> <urn:b> "0"^^<{XSD}boolean> .'.encode(), "application/n-triples")
    assert triple.answer().rows == ((Iri("urn:a"), Iri("urn:b"), Literal("false", XSD + "boolean")),)


@pytest.mark.parametrize(
    ("body", "truth"),
    [
        (b'{"head": {}, "boolean": true}', True),
        (b'{"head": {}, "boolean": false}', False),
        (rows({"__ASK_RETVAL": {"type": "typed-literal", "value": "1", "datatype": XSD + "integer"}}, variables=["__ASK_RETVAL"]), True),
        (rows(variables=["__ASK_RETVAL"]), False),
    ],
)
def test_yes_and_no_are_read_in_the_standard_s_form_and_in_virtuoso_s(body: bytes, truth: bool) -> None:
    received = Received(body, JSON)
    assert (received.answer().truth, received.answer().rows) == (truth, ())
    assert received.written("csv", {}).body.split() == [b"true" if truth else b"false"]


@pytest.mark.parametrize(
    ("body", "media"), [(b"<urn:b> <urn:p> <urn:a>.<urn:a> <urn:p> 1.", "text/turtle"), (b"<urn:a> <urn:p> <urn:b> .", "text/plain")]
)
def test_triples_are_read_and_written_sorted(body: bytes, media: str) -> None:
    received = Received(body, media)
    assert received.answer().variables == ("subject", "predicate", "object")
    lines = received.written("ntriples", {}).body.splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(received.answer().rows) == body.count(b"<urn:p>")


def test_a_format_that_does_not_fit_is_told() -> None:
    with pytest.raises(QueryError, match="the query gives rows: write them as"):
        Received(rows(), JSON).written("turtle", {})
    with pytest.raises(QueryError, match="the query gives triples: write them as"):
        Received(b"", "text/turtle").written("csv", {})


def test_another_media_type_is_refused() -> None:
    for media, word in (("text/html", "text/html"), ("", "an answer of no type")):
        with pytest.raises(StoreError, match=f"^{word} is neither SPARQL results in JSON nor N-Triples nor Turtle$"):
            Received(b"", media)
