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


def test_an_end_that_the_answer_leaves_out_is_known_where_values_names_it(engine: Engine) -> None:
    query = "SELECT ?b { VALUES ?a { actor:freedonia } ?a rel:sanctions ?b }"
    assert table(engine, query, Scope(on="1932-06-01")) == (["b", "passages"], [["actor:sylvania", "gazette, d"]])
    assert table(engine, "SELECT ?b { ?a rel:sanctions ?b }", Scope(on="1932-06-01")) == (["b"], [["actor:sylvania"]])


def test_a_prefix_of_the_query_s_own_and_a_path_are_understood(engine: Engine) -> None:
    own = "PREFIX x: <https://example.org/f/actor/> SELECT ?b { x:freedonia rel:sanctions ?b }"
    path = "SELECT ?b { actor:freedonia rel:sanctions|rel:alliedWith ?b }"
    for query in (own, path):
        assert table(engine, query, Scope(on="1932-06-01")) == (["b", "passages"], [["actor:sylvania", "gazette, d"]])


def test_a_direct_triple_is_not_cited_with_the_passages_of_what_it_joins(engine: Engine) -> None:
    query = "SELECT ?e { VALUES ?e { event:ball } actor:firefly rel:leads ?state }"
    assert table(engine, query, Scope(on="1932-06-01")) == (["e"], [["event:ball"]])


def test_without_records_there_is_no_column_of_passages(engine: Engine) -> None:
    assert table(engine, "SELECT (1 AS ?x) {}", Scope()) == (["x"], [["1"]])
    assert table(engine, "ASK {}", Scope()) == (["answer"], [["yes"]])


def test_a_column_of_that_name_stays_the_query_s_own(engine: Engine) -> None:
    query = "SELECT ?s (1 AS ?passages) { ?s kg:event event:ball }"
    assert table(engine, query, Scope())[0] == ["s", "passages", "passages cited"]
