"""What ``import kg`` gives."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib

import kg
from kg.errors import FileError, QueryError, UnknownName, UsageError
from kg.graph import Graph


@pytest.fixture
def graph(freedonia: Path) -> Graph:
    return kg.load(freedonia)


def test_rows_hold_python_values(graph: Graph) -> None:
    query = "SELECT ?o ?d (1.5 AS ?x) (true AS ?t) ?none { statement:sanctions rdf:object ?o ; sem:hasEarliestBeginTimeStamp ?d }"
    rows = graph.query(query)
    assert rows.variables == ("o", "d", "x", "t", "none")
    (row,) = rows
    assert row["o"] == "https://example.org/f/actor/sylvania"
    assert row["d"].isoformat() == "1932-01-01"
    assert (row["x"], row["t"], row["none"]) == (Decimal("1.5"), True, None)


def test_an_ask_gives_one_row_and_is_as_true_as_its_answer(graph: Graph) -> None:
    yes = graph.query("ASK { actor:sylvania rel:distrusts ?x }", on="1932-01-01")
    no = graph.query("ASK { actor:sylvania rel:friendlyTo ?x }", on="1932-01-01")
    assert (list(yes), bool(yes)) == ([{"answer": True}], True)
    assert (list(no), bool(no)) == ([{"answer": False}], False)


def test_a_named_question_takes_parameters(graph: Graph) -> None:
    rows = graph.query("views-of", {"holder": "press"})
    assert [row["view"] for row in rows] == [
        "Sylvania distrusts Freedonia",
        "Freedonia (not) unfriendly to Sylvania",
        "Freedonia allied with Sylvania",
    ]


def test_bad_questions_are_told_plainly(graph: Graph) -> None:
    with pytest.raises(UnknownName, match="no question 'nope'"):
        graph.query("nope")
    with pytest.raises(UnknownName, match="no holder named 'pres'; nearest: press"):
        graph.query("views-of", {"holder": "pres"})
    with pytest.raises(UsageError, match="views-of has no parameter who; it has: holder"):
        graph.query("views-of", {"who": "press"})
    with pytest.raises(QueryError, match="no valid SPARQL"):
        graph.query("SELECT nonsense")
    with pytest.raises(TypeError, match="no such argument: yesterday"):
        graph.query("votes", yesterday=True)


def test_a_question_whose_default_is_not_in_the_corpus_asks_for_the_parameter(graph: Graph) -> None:
    with pytest.raises(UsageError, match=r"views-of needs --param holder=… \(whose views\): actor:gleb-ivashentsov is not in this corpus"):
        graph.query("views-of")


def test_a_question_of_a_time_needs_one_and_others_take_none(graph: Graph) -> None:
    with pytest.raises(UsageError, match="leaders asks about a time"):
        graph.query("leaders")
    with pytest.raises(UsageError, match="votes asks the record of all times"):
        graph.query("votes", on="1932-01-01")
    assert [row["leader"] for row in graph.query("leaders", on="1932-01-01")] == ["Firefly"]


def test_a_folder_that_is_no_corpus_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"no corpus: corpus\.yaml is missing"):
        kg.load(tmp_path)


def test_the_data_set_in_rdflib_holds_every_quad(graph: Graph) -> None:
    assert isinstance(graph.dataset, rdflib.Dataset)
    assert len(list(graph.dataset.quads())) == len(graph.engine.store)
    leads = rdflib.URIRef("https://w3id.org/comity/relation/leads")
    late = graph.dataset.graph(rdflib.URIRef("https://example.org/f/era/late"))
    assert [str(s) for s in late.subjects(leads)] == ["https://example.org/f/actor/firefly"]


def test_records_come_out_of_the_data_set_with_what_follows_from_them(graph: Graph) -> None:
    assert set(graph.records.statements) == {
        "ball--firefly--trentino--met", "denied", "distrust", "friendly", "planned", "reign", "reign--leads", "sanctions",
    }  # fmt: skip


@pytest.mark.parametrize(("time", "needed"), [("", []), (", on='1932-01-01'", ["numpy"])])
def test_no_slow_library_is_imported_to_ask_a_question_but_numpy_for_one_of_time(freedonia: Path, time: str, needed: list[str]) -> None:
    code = f"""
import sys, kg
kg.load({str(freedonia)!r}).query("ASK {{ ?a rel:leads ?b }}"{time})
print(sorted({{"rdflib", "networkx", "pyvis", "numpy", "rich", "yaml", "shacl", "pyarrow", "ibis"}} & set(sys.modules)))
"""
    kg.load(freedonia).query("votes")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(needed)


def test_every_public_name_is_there_and_documented() -> None:
    assert kg.__all__ == ["Graph", "KgError", "Period", "load"]
    assert all(getattr(kg, name).__doc__ for name in kg.__all__)
