"""What is refused before the engine sees it, and which graphs a query names."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.query.tokens import check_limits, named_iris, tokens, unprojected
from kg.rdf.namespaces import prefixes

PREFIXES = prefixes("https://w3id.org/comity/")


def graphs(query: str) -> list[tuple[str, str]]:
    return list(named_iris(tokens(query), PREFIXES))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { sErViCe<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { SERVICE#c\n<http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:1/> { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICESILENTe:a\\'b#c\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { FILTER(1<'>') SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } FILTER('' = 'a') }",
    ],
)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_limits(query)


@pytest.mark.parametrize(
    "query",
    [
        r'SELECT * { BIND("\u0022" AS ?x) SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } BIND("\u0022" AS ?y) }',
        r"SELECT * { BIND('\u0027\u0027' AS ?x) SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } BIND('\u0027\u0027' AS ?y) }",
        r'SELECT * { BIND("\u005C" AS ?x) SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } BIND("" AS ?y) }',
        'SELECT * { # \\u000A"""\nSERVICE <http://127.0.0.1:1/> { ?s ?p ?o } # """\n}',
        r'SELECT * { BIND("\u0022" AS ?x) }',
    ],
)
def test_an_escape_that_would_hide_a_part_of_the_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is refused|stands for a sign that may end a text"):
        check_limits(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a <urn:service> }",
        'SELECT * { ?s ?p "SERVICE <http://a/>" }',
        "SELECT * { ?s ?p '''a 'SERVICE' b''' } # SERVICE",
        "PREFIX service: <urn:> SELECT * { ?s a service:SERVICE }",
        "SELECT * { <http://a/SERVICE> ?p ?o }",
    ],
)
def test_the_word_service_elsewhere_is_no_harm(query: str) -> None:
    assert check_limits(query) == tokens(query)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT * " + "{" * 5000 + "}" * 5000, "nests deeper than 100"),
        ("SELECT (" + "(" * 5000 + "1" + ")" * 5000 + " AS ?x) {}", "nests deeper than 100"),
        ("ASK { " + "{} UNION " * 60_000 + "{} }", "more than 100,000 words"),
        ("ASK {} #" + "a" * 1_000_000, "longer than 1,000,000 bytes"),
        ("ASK { FILTER(" + "!" * 5000 + "true) }", "more than 100 signs in a row"),
        ("ASK { ?s " + "a/" * 5000 + "a ?o }", "1,000 steps of paths"),
        ("ASK { " + "".join(f"BIND({i} AS ?v{i}) " for i in range(3000)) + "}", "more than 500 operators"),
        ("ASK { " + "FILTER(true) " * 3000 + "}", "more than 500 operators"),
    ],
)
def test_what_would_bring_the_engine_down_is_refused(query: str, why: str) -> None:
    with pytest.raises(QueryError, match=why):
        check_limits(query)


def test_graphs_are_found_in_every_form_that_names_them() -> None:
    query = """
        BASE <https://w3id.org/comity/> PREFIX d: <on/>
        SELECT * FROM <during/2013/2014> FROM NAMED d:2016-07-08 FROM era:2013-2015
        { GRAPH <https://w3id.org/comity/on/2017-01-01> { ?s ?p ?o } GRAPH ?g { ?s ?p ?o } }
    """
    assert graphs(query) == [
        ("FROM", "https://w3id.org/comity/during/2013/2014"),
        ("NAMED", "https://w3id.org/comity/on/2016-07-08"),
        ("FROM", "https://w3id.org/comity/era/2013-2015"),
        ("GRAPH", "https://w3id.org/comity/on/2017-01-01"),
    ]


def test_any_other_iri_may_name_a_graph_for_a_variable() -> None:
    query = "SELECT * { VALUES ?g { on:2016-07-08 } GRAPH ?g { ?s a _:b . ?s <urn:p> ?o } }"
    assert graphs(query) == [("", "https://w3id.org/comity/on/2016-07-08"), ("", "urn:p")]


def test_an_undeclared_prefix_is_named() -> None:
    with pytest.raises(QueryError, match="the prefix nope: is not declared"):
        graphs("SELECT * FROM nope:a {}")


def test_a_local_name_may_hold_an_escaped_slash() -> None:
    assert graphs(r"SELECT * FROM on:2016-07-08\/certain {}") == [("FROM", "https://w3id.org/comity/on/2016-07-08/certain")]


def test_the_iri_after_graph_is_known_from_others() -> None:
    found = tokens("SELECT * FROM <urn:f> { VALUES ?g { <urn:v> } GRAPH <urn:g> { ?s <urn:p> ?o } }")
    assert list(named_iris(found, {})) == [("FROM", "urn:f"), ("", "urn:v"), ("GRAPH", "urn:g"), ("", "urn:p")]


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        list(named_iris(tokens("BASE <http://[x> SELECT * { <y> ?p ?o }"), {}))


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("select distinct ?a where { ?a ?p ?b } limit 5 offset 2", "select * where { ?a ?p ?b }"),
        ("SELECT ?a FROM <urn:g> { { SELECT ?a { ?a ?p ?b } LIMIT 1 } }", "SELECT * FROM <urn:g> { { SELECT ?a { ?a ?p ?b } LIMIT 1 } }"),
        ("PREFIX limit: <urn:l> SELECT * { ?a limit:x ?b } ORDER BY ?a", "PREFIX limit: <urn:l> SELECT * { ?a limit:x ?b } ORDER BY ?a"),
        ("SELECT (COUNT(?a) AS ?n) { ?a ?p ?b }", None),
        ("SELECT ?a { ?a ?p ?b } GROUP BY ?a", None),
        ("CONSTRUCT { ?a ?p ?b } WHERE { SELECT ?a ?p ?b { ?a ?p ?b } }", None),
        ("ASK { ?a ?p ?b }", None),
    ],
)
def test_a_query_without_its_projection(query: str, whole: str | None) -> None:
    assert unprojected(query) == whole


@pytest.mark.parametrize("query", [f"SELECT ({'+'.join('1' * 45_000)} AS ?x) {{}}", f"ASK {{ FILTER({'&&'.join(['true'] * 14_000)}) }}"])
def test_a_sum_without_end_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="more than 5,000 signs such as"):
        check_limits(query)
