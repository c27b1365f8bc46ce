"""Parquet: read by DuckDB and Polars, and by Polars made into statements again."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars
import pytest

from kg.errors import UsageError
from kg.exports.export import contents, export, format_of
from kg.exports.parquet import format as parquet
from kg.graph import Graph
from kg.model.bounds import Bounds
from kg.model.conflicts import Conflict
from kg.model.evidence import Report
from kg.model.reporting import reports
from kg.model.resolved import Resolved, resolve
from kg.model.statements import Statement
from kg.query.scope import EVER, Scope
from tests.exports.rebuilt import bounds, rebuilt
from tests.rdf.test_every_field import RECORDS

DAYS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end", "said_earliest", "said_latest")
CODED = (
    "subject",
    "relation",
    "object",
    "status",
    "wording",
    "when",
    "when_from",
    "event",
    "derived_from",
    "subject_label",
    "object_label",
    "speaks_for",
)


def written(graph: Graph, folder: Path, scope: Scope = EVER) -> Path:
    (path,) = export(graph, format_of("parquet"), folder / "statements.parquet", scope)
    return path


@pytest.fixture(scope="module", params=["every", "small", "shipped"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Resolved, Path]:
    """The records of a graph, and the file."""
    graph = Graph((), resolve(RECORDS)) if request.param == "every" else request.getfixturevalue(request.param)
    return graph.records, written(graph, tmp_path_factory.mktemp("parquet"))


def rows(path: Path) -> list[dict[str, Any]]:
    return polars.read_parquet(path).rows(named=True)


def asked(query: str) -> list[tuple[Any, ...]]:
    """The rows with which DuckDB answers."""
    found = duckdb.sql(query)
    assert found is not None
    return found.fetchall()


def test_polars_reads_every_statement_whole(made: tuple[Resolved, Path]) -> None:
    resolved, path = made
    found = {row["id"]: rebuilt(Statement, row, _parts(row)) for row in rows(path)}
    assert found == resolved.statements
    assert list(found) == sorted(resolved.statements)


def _parts(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("evidence", "reports", "quantities", "datings")}


def test_polars_reads_all_who_report_a_statement_the_authors_of_its_sources_too(made: tuple[Resolved, Path]) -> None:
    resolved, path = made
    found = {row["id"]: tuple(Report(each["by"], each["inside"], each["said"]) for each in row["reports"]) for row in rows(path)}
    assert found == {name: reports(resolved.records, statement) for name, statement in resolved.statements.items()}


def test_polars_reads_bounds_marks_labels_and_conflicts(made: tuple[Resolved, Path]) -> None:
    resolved, path = made
    read = rows(path)
    assert {row["id"]: bounds(row) for row in read} == {name: resolved.bounds[name] for name in resolved.statements}
    dated = {f"{row['id']}/{dating['dating']}": (bounds(dating), dating["disputed"]) for row in read for dating in row["datings"]}
    wanted = {f"{s.id}/{d.id}" for s in resolved.statements.values() for d in s.datings}
    assert dated == {name: (resolved.bounds[name], name in resolved.disputed) for name in wanted}
    assert {row["id"] for row in read if row["disputed"]} == resolved.disputed & set(resolved.statements)
    assert {row["id"]: set(row["conflicts"]) for row in read if row["conflicts"]} == _disputing(resolved)
    labels = {row["subject"]: row["subject_label"] for row in read} | {row["object"]: row["object_label"] for row in read}
    assert labels == {name: resolved.records.label(name) for name in labels}


def _disputing(resolved: Resolved) -> dict[str, set[str]]:
    pairs = [(name, c.id) for c in resolved.records.of(Conflict) for name in c.disputed_records if name in resolved.statements]
    return {name: {conflict for other, conflict in pairs if other == name} for name, _ in pairs}


def test_types_are_those_of_dates_and_dictionaries(shipped: Graph, tmp_path: Path) -> None:
    schema = polars.read_parquet_schema(written(shipped, tmp_path))
    assert {schema[name] for name in DAYS} == {polars.Date()}
    assert {schema[name] for name in CODED} == {polars.Categorical()}
    assert schema["according_to"] == polars.List(polars.String())
    assert (schema["sign"], schema["negated"], schema["id"]) == (polars.Int64(), polars.Boolean(), polars.String())


def test_duckdb_reads_the_same(shipped: Graph, tmp_path: Path) -> None:
    path, statements = written(shipped, tmp_path), shipped.records.statements
    (sums,) = asked(f"SELECT count(*), sum(sign), sum(len(evidence)), sum(len(reports)) FROM '{path}'")
    signs = sum(shipped.relations[s.relation].sign(s) for s in statements.values())
    passages = sum(len(statement.evidence) for statement in statements.values())
    reporters = sum(len(reports(shipped.records.records, statement)) for statement in statements.values())
    assert sums == (len(statements), signs, passages, reporters)
    types = {name: kind for name, kind, *_ in asked(f"DESCRIBE SELECT * FROM '{path}'")}
    assert {types[name] for name in DAYS} == {"DATE"}
    coded = asked(f"SELECT path_in_schema, encodings FROM parquet_metadata('{path}')")
    assert {name for name, encodings in coded if "DICTIONARY" in encodings} >= set(CODED)


def test_a_day_asked_of_duckdb_is_the_day_asked_of_the_graph(shipped: Graph, tmp_path: Path) -> None:
    path = written(shipped, tmp_path)
    held = asked(f"SELECT id FROM '{path}' WHERE earliest_begin <= DATE '2016-07-08' AND latest_end >= DATE '2016-07-08'")
    (tmp_path / "day").mkdir()
    day = {row["id"] for row in rows(written(shipped, tmp_path / "day", Scope(on="2016-07-08")))}
    assert {name for (name,) in held} == day
    assert day == {row.id for row in shipped.index.rows if row.bounds.earliest_begin <= date(2016, 7, 8) <= row.bounds.latest_end}


def test_duckdb_reads_who_speaks_for_whom_as_the_index_does(shipped: Graph, tmp_path: Path) -> None:
    path = written(shipped, tmp_path)
    days = "earliest_begin, latest_begin, earliest_end, latest_end"
    found = asked(f"SELECT subject, speaks_for, {days} FROM '{path}' WHERE speaks_for IS NOT NULL ORDER BY id")
    assert [(member, body, Bounds(*days)) for member, body, *days in found] == [
        (link.member, link.body, link.bounds) for link in shipped.index.speakers.links
    ]
    assert ("abe-shinzo", "japan") in {each[:2] for each in found}


def test_row_groups_hold_so_many_rows(small: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 3)
    path = written(small, tmp_path)
    groups = asked(f"SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('{path}') ORDER BY 1")
    assert groups == [(0, 3), (1, 3), (2, 2)]
    assert [row["id"] for row in rows(path)] == sorted(small.records.statements)


def test_a_graph_in_which_nothing_holds_has_no_row(small: Graph, tmp_path: Path) -> None:
    path = written(small, tmp_path, Scope(on="1800-01-01"))
    assert (rows(path), len(polars.read_parquet_schema(path))) == ([], 34)


def test_the_file_says_what_it_is(small: Graph, tmp_path: Path) -> None:
    about = asked(f"SELECT key, value FROM parquet_kv_metadata('{written(small, tmp_path)}')")
    assert {key: value for key, value in about if key != b"ARROW:schema"} == {
        b"title": b"Freedonia",
        b"version": b"1",
        b"licence": b"https://example.org/licence",
        b"base": b"https://example.org/f/",
    }


def test_without_pyarrow_it_says_what_to_install(small: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"parquet needs pyarrow: pip install 'comity\[scale\]'"):
        contents(small, format_of("parquet"))
