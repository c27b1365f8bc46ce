"""An answer as a table, with the passages behind each row."""

from __future__ import annotations

from kg.query.engine import Engine
from kg.query.scope import Scope
from kg.query.table import table


def test_a_row_cites_the_records_that_it_binds(engine: Engine) -> None:
    query = "SELECT ?s ?e { ?s kg:event ?e }"
    assert table(engine, query, Scope()) == (
        ["s", "e", "passages"],
        [["statement:ball--firefly--trentino--met", "event:ball", "gazette, June"]],
    )


def test_a_row_of_direct_triples_cites_the_statements_behind_it(engine: Engine) -> None:
    query = "SELECT ?who { actor:freedonia rel:sanctions ?who }"
    assert table(engine, query, Scope(on="1932-06-01")) == (["who", "passages"], [["actor:sylvania", "gazette, d"]])
    both = "SELECT ?p ?who FROM <https://example.org/f/during/1931-03/1932-12> { actor:freedonia ?p ?who } ORDER BY ?p"
    assert table(engine, both, Scope()) == (
        ["p", "who", "passages"],
        [["rel:friendlyTo", "actor:sylvania", "gazette, c"], ["rel:sanctions", "actor:sylvania", "gazette, d"]],
    )


def test_a_row_cites_what_stands_between_its_own_ends_and_no_other_way_round(engine: Engine) -> None:
    query = "SELECT ?a ?b { VALUES ?a { actor:freedonia actor:firefly } VALUES ?b { actor:sylvania actor:freedonia } ?a ?p ?b } ORDER BY ?a"
    assert table(engine, query, Scope(on="1932-06-01"))[1] == [
        ["actor:firefly", "actor:freedonia", "gazette, h"],
        ["actor:freedonia", "actor:sylvania", "gazette, d"],
    ]
    back = "SELECT ?b { actor:sylvania ?p ?b . ?p kg:polarity -1 }"
    assert table(engine, back, Scope(on="1932-06-01"))[1] == [["actor:freedonia", "gazette, g"]]


def test_ends_and_kinds_that_the_answer_leaves_out_are_known(engine: Engine) -> None:
    day = Scope(on="1932-06-01")
    for query in (
        "SELECT ?b { VALUES ?a { actor:freedonia } ?a rel:sanctions ?b }",
        "SELECT DISTINCT ?b { ?a rel:sanctions ?b } LIMIT 1",
        "SELECT ?b { BIND(actor:freedonia AS ?a) ?a ?k ?b . ?k kg:polarity -1 }",
        "SELECT ?b { ?a rdfs:label 'Freedonia'@en ; rel:sanctions ?b } ORDER BY ?b ?k ?a",
    ):
        assert table(engine, query, day) == (["b", "passages"], [["actor:sylvania", "gazette, d"]]), query
    label = "SELECT ?name { actor:sylvania rel:distrusts/rdfs:label ?x . actor:sylvania rel:distrusts ?who . ?who rdfs:label ?name }"
    assert table(engine, label, day) == (["name", "passages"], [["Freedonia", "gazette, g"]])


def test_prefixes_of_the_query_s_own_alternatives_and_inverses_are_understood(engine: Engine) -> None:
    for query in (
        "PREFIX x: <https://example.org/f/actor/> SELECT ?b { x:freedonia rel:sanctions ?b }",
        "SELECT ?b { actor:freedonia rel:sanctions|rel:alliedWith ?b }",
        "SELECT ?b { ?b ^(rel:sanctions|rel:alliedWith) actor:freedonia }",
    ):
        assert table(engine, query, Scope(on="1932-06-01")) == (["b", "passages"], [["actor:sylvania", "gazette, d"]]), query


def test_each_day_s_rows_cite_what_held_on_that_day(engine: Engine) -> None:
    days = "FROM NAMED <https://example.org/f/on/1931-05-01> FROM NAMED <https://example.org/f/on/1932-06-01>"
    query = f"SELECT ?g ?k {days} {{ GRAPH ?g {{ actor:freedonia ?k actor:sylvania }} }} ORDER BY ?g"
    assert [row[1:] for row in table(engine, query, Scope())[1]] == [["rel:friendlyTo", "gazette, c"], ["rel:sanctions", "gazette, d"]]


def test_an_era_s_graph_cites_and_an_era_as_data_takes_nothing_away(engine: Engine) -> None:
    graph = "SELECT ?b { GRAPH ?g { actor:freedonia rel:sanctions ?b } }"
    assert table(engine, graph, Scope()) == (["b", "passages"], [["actor:sylvania", "gazette, d"]])
    era = next(iter(engine.store.query("SELECT ?e { ?e a kg:Era }", engine.prefixes, [None], []).rows))[0]
    data = f"SELECT ?e {{ <{era}> a kg:Era . ?s kg:event ?e }}"
    assert table(engine, data, Scope())[1] == [["event:ball", "gazette, June"]]
    record = "SELECT ?e { GRAPH graph:record { ?s kg:event ?e } }"
    assert table(engine, record, Scope())[1] == [["event:ball", "gazette, June"]]


def test_an_aggregate_cites_only_what_its_row_tells(engine: Engine) -> None:
    query = "SELECT ?b (COUNT(?a) AS ?n) { ?a rel:sanctions ?b } GROUP BY ?b"
    assert table(engine, query, Scope(on="1932-06-01")) == (["b", "n"], [["actor:sylvania", "1"]])


def test_a_direct_triple_is_not_cited_with_the_passages_of_what_it_joins(engine: Engine) -> None:
    query = "SELECT ?e { VALUES ?e { event:ball } actor:firefly rel:leads ?state }"
    assert table(engine, query, Scope(on="1932-06-01")) == (["e", "passages"], [["event:ball", "gazette, h"]])


def test_without_records_there_is_no_column_of_passages(engine: Engine) -> None:
    assert table(engine, "SELECT (1 AS ?x) {}", Scope()) == (["x"], [["1"]])
    assert table(engine, "ASK {}", Scope()) == (["answer"], [["yes"]])


def test_a_column_of_that_name_stays_the_query_s_own(engine: Engine) -> None:
    query = "SELECT ?s (1 AS ?passages) { ?s kg:event event:ball }"
    assert table(engine, query, Scope())[0] == ["s", "passages", "passages cited"]
