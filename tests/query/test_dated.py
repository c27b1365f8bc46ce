"""Every day is a graph."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import DateError, QueryError, UnknownName, UsageError
from kg.model.period import Period
from kg.query.engine import Engine
from kg.query.scope import Scope
from kg.rdf.namespaces import REL
from kg.rdf.terms import Literal

ALL = "SELECT ?s ?p ?o { ?s ?p ?o . FILTER(STRSTARTS(STR(?p), STR(rel:)) && STRSTARTS(STR(?s), STR(actor:))) }"
Triples = set[tuple[str, ...]]


def direct(engine: Engine, query: str, scope: Scope | None = None) -> Triples:
    rows = engine.ask(query, scope or Scope()).rows
    return {tuple(str(term).removeprefix(engine.base).removeprefix(REL) for term in row) for row in rows}


def test_a_day_holds_what_possibly_held_on_it(engine: Engine) -> None:
    assert direct(engine, ALL, Scope(on="1932-06-01")) == {
        ("actor/freedonia", "sanctions", "actor/sylvania"),
        ("actor/sylvania", "distrusts", "actor/freedonia"),
        ("actor/firefly", "holdsOffice", "office/head-of-freedonia"),
        ("actor/firefly", "leads", "actor/freedonia"),
        ("actor/firefly", "metWith", "actor/trentino"),
        ("actor/trentino", "metWith", "actor/firefly"),
    }


def test_what_is_certain_is_fewer(engine: Engine) -> None:
    assert direct(engine, ALL, Scope(on="1932-06-02", certain=True)) == {
        ("actor/sylvania", "distrusts", "actor/freedonia"),
        ("actor/firefly", "holdsOffice", "office/head-of-freedonia"),
        ("actor/firefly", "leads", "actor/freedonia"),
    }


def test_an_open_end_is_certain_up_to_when_it_was_said(engine: Engine) -> None:
    distrust = ("actor/sylvania", "distrusts", "actor/freedonia")
    assert distrust in direct(engine, ALL, Scope(on="1933-02-01", certain=True))
    assert distrust not in direct(engine, ALL, Scope(on="1933-02-02", certain=True))
    assert distrust in direct(engine, ALL, Scope(on="2020-01-01"))


def test_a_view_is_a_holders_and_what_is_undisputed(engine: Engine) -> None:
    assert direct(engine, ALL, Scope(during="1931-03/1931-12", as_seen_by="press")) == {
        ("actor/sylvania", "distrusts", "actor/freedonia"),
        ("actor/firefly", "holdsOffice", "office/head-of-freedonia"),
        ("actor/firefly", "leads", "actor/freedonia"),
    }


def test_who_holds_an_office_speaks_for_the_state(engine: Engine) -> None:
    friendly = ("actor/freedonia", "friendlyTo", "actor/sylvania")
    assert friendly in direct(engine, ALL, Scope(era="early", as_seen_by="freedonia"))
    assert friendly not in direct(engine, ALL, Scope(era="early", as_seen_by="sylvania"))


def test_direct_triples_stand_nowhere_but_in_graphs_of_a_time(engine: Engine) -> None:
    assert direct(engine, ALL) == set()


def test_the_same_graph_is_named_by_option_and_by_from(engine: Engine) -> None:
    base = engine.base
    for scope, iri in (
        (Scope(on="1932-06-01"), "on/1932-06-01"),
        (Scope(during="1931-03/1932-06", certain=True), "during/1931-03/1932-06/certain"),
        (Scope(during="1931"), "during/1931"),
        (Scope(era="late"), "era/late"),
        (Scope(era="late", certain=True, as_seen_by="press"), "era/late/certain/as-seen-by/press"),
    ):
        asked = ALL.replace("{ ?s", f"FROM <{base}{iri}> {{ ?s", 1)
        assert direct(engine, asked) == direct(engine, ALL, scope)


def test_the_record_joins_under_an_option_and_where_from_names_it(engine: Engine) -> None:
    query = "SELECT ?l FROM <{0}on/1931-05-01> {1} {{ ?s rel:leads ?x . ?x rdfs:label ?l }}"
    both = query.format(engine.base, f"FROM <{engine.base}graph/record>")
    assert engine.ask(both, Scope()).rows == ((Literal("Freedonia", language="en"),),)
    assert engine.ask(query.format(engine.base, ""), Scope()).rows == ()
    assert engine.ask("SELECT ?l { ?s rel:leads ?x . ?x rdfs:label ?l }", Scope(on="1931-05-01")).rows == (
        (Literal("Freedonia", language="en"),),
    )


def test_a_triple_in_two_graphs_counts_once(engine: Engine) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM era:early FROM era:late FROM <{0}on/1931-12-01> {{ actor:sylvania rel:distrusts ?x }}"
    assert [str(row[0].value) for row in engine.ask(query.format(engine.base), Scope()).rows if isinstance(row[0], Literal)] == ["1"]


def test_days_are_compared_in_one_query(engine: Engine) -> None:
    query = """SELECT ?s ?p ?o FROM NAMED on:1931-05-01 FROM NAMED on:1932-05-01
        { GRAPH on:1932-05-01 { ?s ?p ?o } MINUS { GRAPH on:1931-05-01 { ?s ?p ?o } } }"""
    assert direct(engine, query) == {("actor/freedonia", "sanctions", "actor/sylvania"), ("actor/sylvania", "distrusts", "actor/freedonia")}


def test_a_graph_pattern_may_name_a_day_without_from(engine: Engine) -> None:
    assert direct(engine, "SELECT ?s { GRAPH on:1931-05-01 { ?s rel:friendlyTo ?o } }") == {("actor/freedonia",)}


def test_a_variable_may_stand_for_a_day(engine: Engine) -> None:
    query = "SELECT ?g ?s { VALUES ?g { on:1931-05-01 on:1932-05-01 } GRAPH ?g { ?s rel:friendlyTo ?o } }"
    assert direct(engine, query) == {("on/1931-05-01", "actor/freedonia")}
    asked = "SELECT DISTINCT ?g { GRAPH ?g { ?s rel:sanctions ?o } }"
    assert direct(engine, asked, Scope(on="1932-05-01")) == {("on/1932-05-01",), ("era/late",)}


def test_named_graphs_are_the_eras_unless_others_are_named(engine: Engine) -> None:
    engine.ask(ALL, Scope(on="1931-05-01"))
    assert direct(engine, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") == {("era/early",), ("era/late",)}


def test_the_record_may_be_a_named_graph(engine: Engine) -> None:
    query = "SELECT ?s { GRAPH graph:record { ?s rdfs:label 'Freedonia'@en } }"
    assert direct(engine, query) == {("actor/freedonia",)}


@pytest.mark.parametrize(
    ("scope", "error", "why"),
    [
        (Scope(on="1932-02-30"), DateError, "no day 1932-02-30: 1932-02 has days 01 to 29"),
        (Scope(on="1932"), DateError, "'1932' is no day: write YYYY-MM-DD, or ask about a period"),
        (Scope(during="1932/.."), DateError, "'1932/..': a period asked about is closed: write A/B"),
        (Scope(during="1932~"), DateError, "'1932~' is no plain date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        (Scope(era="earl"), UnknownName, "no era 'earl'; nearest: early"),
        (Scope(era="early", as_seen_by="presse"), UnknownName, "no actor 'presse'; nearest: press"),
        (Scope(certain=True), UsageError, "--certain and --as-seen-by say more of --on, --during or --era: give one of these"),
    ],
)
def test_bad_times_are_told_plainly(engine: Engine, scope: Scope, error: type[Exception], why: str) -> None:
    with pytest.raises(error) as raised:
        engine.ask(ALL, scope)
    assert str(raised.value) == why


def test_two_times_at_once_are_refused() -> None:
    with pytest.raises(UsageError, match="give one of --on, --during and --era"):
        Scope(on="1932-01-01", era="early")


def test_from_and_an_option_together_are_refused(engine: Engine) -> None:
    with pytest.raises(UsageError, match="the query names its graphs with FROM"):
        engine.ask("SELECT * FROM era:early { ?s ?p ?o }", Scope(era="late"))


def test_a_graph_that_is_not_there_is_no_empty_answer(engine: Engine) -> None:
    for clause in ("FROM <urn:nowhere>", "FROM NAMED <urn:nowhere>", "FROM <https://example.org/f/on/>"):
        with pytest.raises((QueryError, DateError)):
            engine.ask(f"SELECT * {clause} {{ ?s ?p ?o }}", Scope())


DAYS = st.dates(date(1930, 6, 1), date(1934, 6, 1))


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, st.integers(0, 400), st.booleans(), st.sampled_from([None, "press", "freedonia", "firefly"]))
def test_a_dated_graph_equals_the_question_over_statement_nodes(
    engine: Engine, day: date, length: int, certain: bool, seen: str | None
) -> None:
    period = Period(day, day + timedelta(days=length))
    scope = Scope(during=f"{period.start}/{period.end}", certain=certain, as_seen_by=seen)
    begin, end = ("Latest", "Earliest") if certain else ("Earliest", "Latest")
    views = {None: "", "press": "actor:press", "firefly": "actor:firefly", "freedonia": "actor:freedonia, actor:firefly"}[seen]
    nodes = f"""SELECT ?s ?p ?o {{
        ?x rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:negated false ; kg:status kg:Actual ; sem:accordingTo ?who ;
           sem:has{begin}BeginTimeStamp ?begin ; sem:has{end}EndTimeStamp ?end .
        FILTER(?begin <= "{period.end}"^^xsd:date && ?end >= "{period.start}"^^xsd:date)
        FILTER(STRSTARTS(STR(?s), STR(actor:)))
        {f"FILTER(?who IN (kg:undisputed, {views}))" if seen else ""}
    }}"""
    stated = direct(engine, nodes)
    met = {(o, p, s) for s, p, o in stated if p == "metWith"}
    assert direct(engine, ALL, scope) == stated | met


def test_an_iri_that_names_no_graph_is_data_unless_it_stands_after_graph(engine: Engine) -> None:
    for query in (
        "ASK { ?x a kg:Era FILTER(STRSTARTS(STR(?x), STR(era:)) && ?x != era:nosuch && ?x != <https://example.org/f/on/someday>) }",
        "ASK { VALUES ?g { on:1932-06-01 } GRAPH ?g { actor:freedonia rel:sanctions ?x } }",
    ):
        assert engine.ask(query, Scope()).truth is True
    with pytest.raises(UnknownName, match="no era 'nosuch'"):
        engine.ask("ASK { GRAPH era:nosuch { ?s ?p ?o } }", Scope())
