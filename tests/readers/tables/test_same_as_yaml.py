"""A row of a table is held to the rules to which the same statement in YAML is held, and means the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kg.model.resolved import resolve
from kg.model.statements import Statement
from kg.readers.curated.corpus import examine
from kg.readers.tables import read
from tests.readers.tables.build import KINDS, any_rows, as_yaml, corpus, right_rows, written, yaml_of

ACROSS = ("says the same as", "belongs in", "out of order", "ids are unique")  # rules between rows, and for files


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("twin"))


def put(twin: Path, rows: list[dict[str, Any]]) -> None:
    """One file for each row, named for it."""
    for old in (twin / "statements").glob("row-*.yaml"):
        old.unlink()
    for number, each in enumerate(rows, 1):
        (twin / "statements" / f"row-{number}.yaml").write_text(as_yaml(each), "utf-8")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=any_rows())
def test_a_row_is_told_what_the_same_statement_in_yaml_is_told(folder: Path, twin: Path, rows: list[dict[str, Any]]) -> None:
    written(folder, rows)
    put(twin, rows)
    by_table = {(fault.line, fault.why) for fault in read([folder], yaml_of(folder), KINDS)[1] if not fault.why.endswith(ACROSS[-1])}
    by_yaml = set()
    for fault in examine([twin], KINDS)[1]:
        number = int(re.sub(r"\D", "", fault.path.name))
        if not fault.why.startswith(ACROSS) and not fault.why.endswith(ACROSS[-1]):
            by_yaml.add((number, f"row {number}: {fault.why}"))
    assert by_table == by_yaml


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=right_rows())
def test_a_row_means_what_the_same_statement_in_yaml_means(folder: Path, twin: Path, rows: list[dict[str, Any]]) -> None:
    written(folder, rows)
    put(twin, rows)
    (table,), faults = read([folder], yaml_of(folder), KINDS)
    assert faults == []
    resolved = resolve(yaml_of(twin).records)
    for found in table.rows.to_pylist():
        bounds, said = resolved.bounds[found["id"]], resolved.said.get(found["id"])
        statement = resolved.statements[found["id"]]
        assert isinstance(statement, Statement)
        assert {name: found[name] for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")} == {
            name: getattr(bounds, name) for name in type(bounds).__dataclass_fields__
        }
        assert (found["said_earliest"], found["said_latest"]) == ((said.earliest_begin, said.latest_end) if said else (None, None))
        assert found["sign"] == KINDS[statement.relation].sign(statement)
        holders = tuple(table.names[code] for code in found["holders"])
        assert (holders or ("undisputed",)) == statement.according_to
