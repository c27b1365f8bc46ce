"""JSON-LD, read back by PyLD, which fetches nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld

from kg.exports.export import contents, format_of
from kg.exports.jsonld import Context, document
from kg.graph import Graph
from kg.query.scope import EVER, Scope
from kg.rdf.namespaces import RDF, XSD
from kg.rdf.terms import Iri, Literal, Quad, Reified
from kg.store import read_quads

TERMS = {
    "@version": 1.1,
    "ex": "https://example.org/",
    "exs": "https://example.org/s#",
    "xsd": XSD,
    "label": {"@id": "ex:label", "@language": "en"},
    "near": {"@id": "ex:near", "@type": "@id"},
    "count": {"@id": "ex:count", "@type": "xsd:integer"},
    "true": {"@id": "ex:true", "@type": "xsd:boolean"},
    "day": {"@id": "ex:day", "@type": "xsd:date"},
    "size": {"@id": "ex:size", "@type": "xsd:decimal"},
    "code": "ex:code",
    "kind": {"@id": "ex:kind", "@type": "@vocab"},
    "K": "ex:K",
}
E = "https://example.org/"
BASE = "https://base.example/"
A = Iri(E + "a")


def refused(*_: object) -> object:
    raise AssertionError("nothing is fetched")


def read(content: bytes) -> set[Quad | Reified]:
    """The quads that PyLD finds."""
    text: str = jsonld.to_rdf(json.loads(content), {"format": "application/n-quads", "documentLoader": refused})
    return set(read_quads(text.encode()))


def written(*pairs: tuple[str, Iri | Literal]) -> tuple[dict[str, Any], set[Quad | Reified], set[Quad | Reified]]:
    """The only node of a document about one subject; what PyLD finds; and what was said."""
    quads = [Quad(A, Iri(predicate), term) for predicate, term in pairs]
    content = b"".join(document(quads, Context(TERMS, BASE)))
    return json.loads(content)["@graph"][0], read(content), set(quads)


def test_values_are_as_short_as_their_term_allows() -> None:
    node, found, said = written(
        (E + "label", Literal("A", language="en")),
        (E + "near", Iri(E + "s#b")),
        (E + "count", Literal("3", XSD + "integer")),
        (E + "true", Literal("true", XSD + "boolean")),
        (E + "day", Literal("2016-07-08", XSD + "date")),
        (E + "size", Literal("1.5", XSD + "decimal")),
        (E + "code", Literal("x")),
        (RDF + "type", Iri(E + "K")),
    )
    assert node == {
        "@id": "ex:a",
        "@type": "K",
        "code": "x",
        "count": 3,
        "day": "2016-07-08",
        "label": "A",
        "near": "exs:b",
        "size": "1.5",
        "true": True,
    }
    assert found == said


@pytest.mark.parametrize(
    ("predicate", "term", "shown"),
    [
        ("label", Literal("A"), {"@value": "A"}),
        ("label", Literal("A", language="ko"), {"@value": "A", "@language": "ko"}),
        ("label", Iri(E + "b"), {"@id": "ex:b"}),
        ("count", Literal("3"), {"@value": "3"}),
        ("count", Literal("x", XSD + "date"), {"@value": "x", "@type": "xsd:date"}),
        ("code", Literal("x", "urn:t"), {"@value": "x", "@type": "urn:t"}),
        ("code", Iri("urn:x"), {"@id": "urn:x"}),
        ("near", Iri("http://other.example/x"), "http://other.example/x"),
        ("near", Iri(E + "/x"), E + "/x"),
        ("near", Iri(BASE + "actor/x"), "actor/x"),
        ("near", Iri(BASE + "a/b/0-5"), "a/b/0-5"),
        ("near", Iri(BASE), BASE),
        ("near", Iri(BASE + "ex:x"), BASE + "ex:x"),
        ("near", Iri(BASE + "a//b"), BASE + "a//b"),
        ("near", Iri(BASE + "a/../b"), BASE + "a/../b"),
        ("near", Iri(BASE + "#x"), BASE + "#x"),
        ("kind", Iri(E + "near"), "near"),
        ("kind", Iri(E + "other"), "ex:other"),
        ("kind", Iri(BASE + "x"), BASE + "x"),
    ],
)
def test_what_a_term_does_not_expect_is_written_in_full(predicate: str, term: Iri | Literal, shown: object) -> None:
    node, found, said = written((E + predicate, term))
    assert node == {"@id": "ex:a", predicate: shown}
    assert found == said


def test_a_predicate_without_a_term_has_its_compact_form() -> None:
    node, found, said = written((E + "colour", Literal("red")), ("urn:p", Literal("q")))
    assert node == {"@id": "ex:a", "ex:colour": "red", "urn:p": "q"}
    assert found == said


@pytest.mark.parametrize("text", ['"', "\\", "</script>", "\u2028", "\u202e", "🕊", "a\nb", "\x07", "{", "@id", ""])
def test_every_text_comes_back(text: str) -> None:
    _, found, said = written((E + "code", Literal(text)), (E + "label", Literal(text, language="en")))
    assert found == said


@pytest.mark.parametrize("scope", [EVER, Scope(during="1931/1932", as_seen_by="firefly")])
def test_the_whole_data_set_comes_back_with_its_graphs(small: Graph, scope: Scope) -> None:
    (content,) = contents(small, format_of("jsonld"), scope).values()
    (lines,) = contents(small, format_of("nquads"), scope).values()
    assert read(b"".join(content)) == set(read_quads(b"".join(lines)))  # type: ignore[arg-type]


def test_every_predicate_and_class_of_the_shipped_corpus_has_a_term(shipped: Graph) -> None:
    (content,) = contents(shipped, format_of("jsonld"), only="record").values()
    document = json.loads(b"".join(content))  # type: ignore[arg-type]
    terms, nodes = document["@context"], document["@graph"]
    assert len(nodes) > 5_000
    assert {key for node in nodes for key in node} - {"@id", "@type"} <= set(terms)
    classes = ([node["@type"]] if isinstance(node["@type"], str) else node["@type"] for node in nodes if "@type" in node)
    assert {name for found in classes for name in found if name not in terms} == set()
