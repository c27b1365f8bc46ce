"""``kg query``: what may be asked, in which forms it is answered, and what is refused."""

from __future__ import annotations

import csv
import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from rdflib import RDF, Graph, URIRef

if TYPE_CHECKING:
    from tests.cli.conftest import Run

BASE = "https://freedonia.example/"
THREAT = f"{BASE}statement/freedonia-threatens-sylvania-1931"
ASKED = "SELECT ?statement ?object { ?statement rdf:predicate rel:threatens ; rdf:object ?object }"
TABLE = """\
statement                                    object          passages
-------------------------------------------  --------------  ---------------------
statement:freedonia-threatens-sylvania-1931  actor:sylvania  firefly-1933 ¶2, 33-62
"""


def cells(table: str) -> list[list[str]]:
    """The cells of a plain table; rules and blank lines left out."""
    rows = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in table.splitlines()]
    return [row for row in rows if row and not set("".join(row)) <= set("-─")]


def test_text_file_standard_input_and_name_are_asked_alike(kg: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "asked.rq").write_text(ASKED, encoding="utf-8")
    answers = [
        kg("query", ASKED, "--corpus", small),
        kg("query", tmp_path / "asked.rq", "--corpus", small),
        kg("query", "-", "--corpus", small, stdin=ASKED.encode()),
        kg("query", "threats", "--corpus", small),
    ]
    assert {(done.code, done.err) for done in answers} == {(0, "")}
    assert len({done.out for done in answers}) == 1
    assert cells(answers[0].out) == cells(TABLE)


def test_an_existing_file_is_asked_before_a_question_of_that_name(kg: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "threats").write_text("ASK { }", encoding="utf-8")
    assert cells(kg("query", "threats", "--corpus", small, cwd=tmp_path).out) == [["answer"], ["yes"]]


def test_standard_input_may_name_a_question(kg: Run, small: Path) -> None:
    assert cells(kg("query", "-", "--corpus", small, stdin=b"threats").out) == cells(TABLE)


def test_a_parameter_takes_the_place_of_the_example(kg: Run, small: Path) -> None:
    done = kg("query", "threats", "--param", "actor=sylvania", "--corpus", small, "--format", "csv")
    assert (done.code, done.out.splitlines()) == (0, ["statement,object"])


def test_rows_are_written_in_the_standard_formats(kg: Run, small: Path) -> None:
    row = {"statement": THREAT, "object": f"{BASE}actor/sylvania"}
    written = {format: kg("query", "threats", "--corpus", small, "--format", format) for format in ("csv", "tsv", "json", "xml")}
    assert {(done.code, done.err) for done in written.values()} == {(0, "")}
    assert list(csv.DictReader(written["csv"].out.splitlines())) == [row]
    assert [line.split("\t") for line in written["tsv"].out.splitlines()] == [
        [f"?{name}" for name in row],
        [f"<{iri}>" for iri in row.values()],
    ]
    bindings = json.loads(written["json"].out)["results"]["bindings"]
    assert bindings == [{name: {"type": "uri", "value": iri} for name, iri in row.items()}]
    space = "{http://www.w3.org/2005/sparql-results#}"
    found = ElementTree.fromstring(written["xml"].out).iter(f"{space}binding")
    assert {cell.attrib["name"]: cell.findtext(f"{space}uri") for cell in found} == row


@pytest.mark.parametrize("format", ["turtle", "ntriples"])
def test_triples_are_written_in_the_standard_formats(kg: Run, small: Path, format: str) -> None:
    done = kg("query", "CONSTRUCT WHERE { ?s a kg:Person }", "--corpus", small, "--format", format)
    person = URIRef("https://w3id.org/comity/ns#Person")
    assert (done.code, done.err) == (0, "")
    assert set(Graph().parse(data=done.out, format="nt" if format == "ntriples" else format)) == {
        (URIRef(f"{BASE}actor/{name}"), RDF.type, person) for name in ("rufus-firefly", "trentino")
    }


@pytest.mark.parametrize(("asked", "answer"), [("ASK { ?x a kg:Era }", True), ("ASK { ?x a kg:Nothing }", False)])
def test_yes_and_no_are_written_in_every_format_of_rows(kg: Run, small: Path, asked: str, answer: bool) -> None:
    written = {format: kg("query", asked, "--corpus", small, "--format", format).out for format in ("csv", "tsv", "json", "xml", "table")}
    word = str(answer).lower()
    assert (written["csv"].strip(), written["tsv"].strip(), json.loads(written["json"])["boolean"]) == (word, word, answer)
    assert [e.text for e in ElementTree.fromstring(written["xml"]).iter() if e.tag.endswith("boolean")] == [word]
    assert cells(written["table"]) == [["answer"], ["yes" if answer else "no"]]


@pytest.mark.parametrize(
    ("asked", "format", "line"),
    [
        ("SELECT * { ?s ?p ?o }", "turtle", "the query gives rows: write them as json or xml or csv or tsv, not turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "the query gives triples: write them as turtle or ntriples, not csv"),
        ("ASK { }", "ntriples", "the query gives rows: write them as json or xml or csv or tsv, not ntriples"),
    ],
)
def test_a_format_that_does_not_fit_the_answer_is_told(kg: Run, small: Path, asked: str, format: str, line: str) -> None:
    done = kg("query", asked, "--corpus", small, "--format", format)
    assert (done.code, done.out, done.err) == (1, "", f"kg: {line}\n")


@pytest.mark.parametrize("asked", ["SELECT * {", "just words { }"])
def test_what_is_no_sparql_query_is_told_in_one_line(kg: Run, small: Path, asked: str) -> None:
    done = kg("query", asked, "--corpus", small)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("kg: no valid SPARQL: ")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("SELECT ?x { ?x a nope:Thing }", "the prefix nope: is not declared; declared are actor, cito, claim,"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT is refused: the graph is changed in its files, not by a query"),
        ("PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "DELETE is refused: the graph is changed in its files, not by a query"),
    ],
)
def test_prefixes_and_updates_are_told_in_our_words(kg: Run, small: Path, asked: str, why: str) -> None:
    done = kg("query", asked, "--corpus", small)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith(f"kg: {why}")


@pytest.mark.parametrize("word", ["SERVICE ", "sErViCe", "SERVICE#c\n", "SERVICE SILENT ", "\\u0053ERVICE "])
def test_service_is_refused_and_nobody_is_called(kg: Run, small: Path, word: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = kg("query", f"SELECT * {{ {word}<http://127.0.0.1:{server.getsockname()[1]}/> {{ ?s ?p ?o }} }}", "--corpus", small)
        with pytest.raises(TimeoutError):
            server.accept()
    assert (done.code, done.out, done.err) == (1, "", "kg: SERVICE is refused: no query makes this program call out\n")


@pytest.mark.parametrize("script", ["가", "я"])
def test_a_long_query_in_another_script_is_no_file_name(kg: Run, small: Path, script: str) -> None:
    done = kg("query", f'ASK {{ ?s rdfs:label "{script * 200}"@en }}', "--corpus", small)
    assert (done.code, cells(done.out), done.err) == (0, [["answer"], ["no"]], "")


def test_a_query_that_is_not_utf_8_is_told_in_one_line(kg: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"ASK {\n # caf\xe9\n}")
    done = kg("query", tmp_path / "bad.rq", "--corpus", small)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"kg: {tmp_path}/bad.rq: line 2: byte 0xe9 is not UTF-8: save the file as UTF-8\n"
    done = kg("query", "-", "--corpus", small, stdin=b"ASK {\n # caf\xe9\n}")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "not UTF-8" in done.err


def test_questions_are_listed_with_what_each_needs(kg: Run, small: Path) -> None:
    done = kg("questions", "--corpus", small)
    assert (done.code, done.err) == (0, "")
    assert ["threats", "Who threatens whom?", "actor=actor:freedonia (the one that threatens)"] in cells(done.out)


def test_where_no_conflict_is_recorded_it_says_so(kg: Run, small: Path) -> None:
    done = kg("conflicts", "sylvania", "--corpus", small)
    assert (done.code, done.out, done.err) == (0, "No conflict is recorded that touches sylvania\n", "")
