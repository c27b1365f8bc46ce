"""CSV on the Web: judged by csvw and frictionless, and read back by csvw, from which all records are made again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import csvw  # type: ignore[import-untyped]
import frictionless
import pytest

from kg.dataset import relations
from kg.exports.csvfile import guarded
from kg.exports.export import export, format_of
from kg.exports.selection import Selection
from kg.exports.tables.fields import name_of
from kg.graph import Graph
from kg.model.evidence import Report
from kg.model.records import FOLDERS, Corpus, Record, Records, folder
from kg.model.reporting import reports
from kg.model.resolved import Resolved, resolve
from kg.model.statements import Envelope, Statement
from kg.query.scope import EVER, Scope
from tests.exports.rebuilt import bounds, grouped, rebuilt
from tests.model.build import records, source, state
from tests.rdf.test_every_field import RECORDS

HOSTILE = (
    '=cmd|"/C calc"!A0', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'", "''=1", '"', '"a", b', "a\r\nb", "a;b|c d", "\x00", "\x1f",
    "\x85", "\u2028", "</script>", "\u202egnol", "🕊️", "#", "NA", "null", " x ",
)  # fmt: skip


Tables = Mapping[str, list[dict[str, Any]]]
Made = tuple[Resolved, Path, Tables]


def every() -> Graph:
    """A graph in whose records every field is set."""
    return Graph((), resolve(RECORDS))


def hostile() -> Graph:
    """A graph of actors with labels and further names that are meant to break a table."""
    actors = [state(f"actor-{n}", label=text, aliases=HOSTILE[:n], definition=text) for n, text in enumerate(HOSTILE)]
    return Graph((), resolve(records(*actors, source("gazette", url="=x:y"))))


def written(graph: Graph, folder: Path, scope: Scope = EVER) -> Path:
    export(graph, format_of("csvw"), folder, scope)
    return folder


def tables(folder: Path) -> Tables:
    """The rows of each table as csvw reads them, without the apostrophe that keeps spreadsheets from running a cell."""
    read = csvw.CSVW(str(folder / "csv-metadata.json")).tables
    return {str(table.url).removesuffix(".csv"): [dict(zip(row, map(_bare, row.values()), strict=True)) for row in table] for table in read}


def _bare(cell: Any) -> Any:
    cell = cell.unsplit() if hasattr(cell, "unsplit") else cell  # an IRI, which csvw takes apart
    return cell.removeprefix("'") if isinstance(cell, str) else cell.date() if isinstance(cell, datetime) else cell


def valid(folder: Path) -> bool:
    return bool(csvw.CSVW(str(folder / "csv-metadata.json"), validate=True).is_valid)


def faults(folder: Path) -> list[list[Any]]:
    """Row and kind of each fault that frictionless finds."""
    found: list[list[Any]] = frictionless.validate(str(folder / "datapackage.json")).flatten(["rowNumber", "type"])
    return found


def read_back(folder: Path, read: Tables) -> tuple[Records, dict[str, Statement]]:
    """The curated records, and all statements with the derived ones."""
    described = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    parts = {name: grouped(read[name]) for name in ("aliases", "datings", "evidence", "reports", "quantities")}
    parts |= {"participations": grouped(read["participations"], "event"), "disputes": grouped(read["disputes"], "conflict")}
    found: dict[str, Record] = {}
    for kind in FOLDERS:
        for row in read[name_of(kind)]:
            own = {table: rows.get(row["id"], []) for table, rows in parts.items()}
            found[row["id"]] = rebuilt(kind, row, own)
    statements = {name: record for name, record in sorted(found.items()) if isinstance(record, Statement)}
    curated = {name: r for name, r in sorted(found.items()) if not (isinstance(r, Statement) and r.derived_from)}
    return Records(_corpus(described, read["periodisations"]), curated), statements


def _corpus(described: dict[str, Any], periodisations: list[dict[str, Any]]) -> Corpus:
    return Corpus(
        title=described["dc:title"],
        version=described["schema:version"],
        licence=described["dc:license"]["@id"],
        base=described["void:uriSpace"],
        default_periodisation=next((row["id"] for row in periodisations if row["default"]), None),
        description=described.get("dc:description"),
        issued=described.get("dc:issued"),
        periodisations=tuple((row["id"], row["label"]) for row in periodisations),
    )


@pytest.fixture(scope="module", params=["every", "small", "shipped"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The records of a graph, the folder to which they were exported, and what csvw reads there."""
    graph = every() if request.param == "every" else request.getfixturevalue(request.param)
    folder = written(graph, tmp_path_factory.mktemp("csvw") / "out")
    return graph.records, folder, tables(folder)


def test_both_judges_find_it_valid(made: Made) -> None:
    assert valid(made[1])
    assert faults(made[1]) == []


def test_every_record_comes_back_whole(made: Made) -> None:
    resolved, folder, read = made
    curated, statements = read_back(folder, read)
    assert curated == resolved.records
    assert statements == resolved.statements


def test_all_who_report_a_view_are_there_and_which_of_them_are_authors(made: Made) -> None:
    resolved, _, read = made
    views = [r for r in {**resolved.records.by_id, **resolved.statements}.values() if isinstance(r, Envelope)]
    wanted = {
        (view.id, number, report, number > len(view.reported_by))
        for view in views
        for number, report in enumerate(reports(resolved.records, view), 1)
    }
    found = [(row["record"], row["number"], Report(row["by"], row["inside"], row["said"]), row["author"]) for row in read["reports"]]
    assert set(found) == wanted
    assert len(found) == len(wanted)


def test_bounds_days_of_saying_and_dispute_marks_come_back(made: Made) -> None:
    resolved, _, read = made
    rows = {row["id"]: row for kind in FOLDERS for row in read[name_of(kind)]}
    rows |= {f"{row['record']}/{row['dating']}": row for row in read["datings"]}
    assert {name: bounds(row) for name, row in rows.items() if "when" in row} == resolved.bounds
    said = {name: (row["said_earliest"], row["said_latest"]) for name, row in rows.items() if row.get("said_earliest")}
    assert said == {name: (span.earliest_begin, span.latest_end) for name, span in resolved.said.items()}
    assert {name for name, row in rows.items() if row["disputed"]} == resolved.disputed
    kinds = relations()
    signs = {name: kinds[statement.relation].sign(statement) for name, statement in resolved.statements.items()}
    assert {row["id"]: row["sign"] for row in read["statements"]} == signs


def test_there_is_a_row_for_every_record_and_every_passage_of_it(made: Made) -> None:
    resolved, _, read = made
    known = {**resolved.records.by_id, **resolved.statements}
    assert {(row["id"], row["kind"]) for row in read["records"]} == {(name, folder(record)) for name, record in known.items()}
    assert len(read["records"]) == len(known)
    cited = [piece for record in known.values() for piece in getattr(record, "evidence", ())]
    dated = [piece for record in known.values() for dating in getattr(record, "datings", ()) for piece in dating.evidence]
    assert len(read["evidence"]) == len(cited) + len(dated)


def test_texts_meant_to_break_it_come_back_as_they_were(tmp_path: Path) -> None:
    graph = hostile()
    folder = written(graph, tmp_path / "out")
    assert valid(folder)
    assert faults(folder) == []
    assert read_back(folder, tables(folder))[0] == graph.records.records


def test_no_cell_of_text_begins_as_a_formula_does(tmp_path: Path) -> None:
    folder = written(hostile(), tmp_path / "out")
    cells = {cell for row in csv.reader(io.StringIO((folder / "actors.csv").read_bytes().decode(), newline="")) for cell in row}
    assert {cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))} == set()
    assert {guarded(text) for text in HOSTILE} <= cells
    assert "take one leading apostrophe away" in (folder / "csv-metadata.json").read_text(encoding="utf-8")


def test_what_is_there_only_because_others_refer_to_it_says_so(shipped: Graph, tmp_path: Path) -> None:
    scope = Scope(on="2016-07-08")
    folder, selection = written(shipped, tmp_path, scope), Selection(shipped, scope)
    with (folder / "statements.csv").open(encoding="utf-8", newline="") as file:
        told = {row["id"]: row["held"] for row in csv.DictReader(file)}
    held = {statement.id for statement in selection.held}
    assert told == {name: "true" if name in held else "false" for name in selection.resolved.statements}
    assert set(told.values()) == {"true", "false"}


@pytest.mark.parametrize("scope", [Scope(on="2016-07-08"), Scope(during="2019", certain=True, as_seen_by="russia")])
def test_the_tables_of_a_time_and_of_a_view_refer_to_nothing_outside(shipped: Graph, tmp_path: Path, scope: Scope) -> None:
    folder = written(shipped, tmp_path / "out", scope)
    assert valid(folder)
    assert faults(folder) == []
    assert 100 < len((folder / "records.csv").read_bytes().splitlines()) < 2000


def test_what_the_metadata_say_of_a_column(small: Graph, tmp_path: Path) -> None:
    described = json.loads((written(small, tmp_path / "out") / "csv-metadata.json").read_text(encoding="utf-8"))
    schema = next(table for table in described["tables"] if table["url"] == "statements.csv")["tableSchema"]
    assert schema["aboutUrl"] == "https://example.org/f/statement/{id}"
    assert schema["primaryKey"] == ["id"]
    assert [key["columnReference"] for key in schema["foreignKeys"]] == [["subject"], ["relation"], ["object"]]
    columns = {column["name"]: column for column in schema["columns"]}
    assert columns["earliest_begin"] == {
        "name": "earliest_begin",
        "dc:description": "0001-01-01 and 9999-12-31 mean that this side is open.",
        "datatype": "date",
        "required": True,
        "propertyUrl": "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp",
    }
    assert columns["event"] == {
        "name": "event",
        "dc:description": "From events.csv.",
        "datatype": "string",
        "propertyUrl": "https://w3id.org/comity/ns#event",
        "valueUrl": "https://example.org/f/event/{event}",
    }
    assert columns["wording"]["datatype"] == {"base": "string", "format": "stated|hedged|implied"}
    assert columns["according_to"]["separator"] == " "


def test_the_judges_see_what_is_wrong(small: Graph, tmp_path: Path) -> None:
    folder = written(small, tmp_path / "out")
    table = folder / "statements.csv"
    table.write_bytes(table.read_bytes().replace(b",1931-03-31,", b",1931-02-31,"))
    with pytest.raises(UserWarning, match="Invalid column value: 1931-02-31"):
        valid(folder)
    assert faults(folder) == [[5, "type-error"]]
    table.write_bytes(table.read_bytes().replace(b",1931-02-31,", b",1931-03-31,").replace(b"sylvania,distrusts", b"nowhere,distrusts"))
    assert faults(folder) == [[4, "foreign-key"]]
