"""Tables are encoded by columns, and nobody could tell from the quads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kg import resources
from kg.model.records import Record, Records
from kg.model.resolved import resolve
from kg.rdf.columns import blocks
from kg.rdf.encode import encode
from kg.rdf.shapes import violations
from kg.readers.curated.corpus import Curated, examine
from kg.readers.tables import read
from tests.readers.tables.build import KINDS, as_yaml, corpus, right_rows, row, written, yaml_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("twin"))


def by_records(curated: Curated) -> set[str]:
    return {quad.n3 for quad in encode(resolve(curated.records), KINDS)}


def by_columns(folder: Path) -> list[str]:
    curated = yaml_of(folder)
    tables, faults = read([folder], curated, KINDS)
    assert faults == []
    return b"".join(block.nquads() for block in blocks(tables, curated.records, KINDS)).decode().splitlines(keepends=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=right_rows())
def test_the_quads_of_a_table_are_those_of_the_same_statements_as_records(folder: Path, twin: Path, rows: list[dict[str, Any]]) -> None:
    written(folder, rows)
    (twin / "statements" / "rows.yaml").write_text("".join(map(as_yaml, rows)), "utf-8")
    lines = by_columns(folder)
    before = by_records(yaml_of(folder))
    assert before | set(lines) == by_records(examine([twin], KINDS)[0])
    assert len(set(lines) - before) == len(lines), "a line stands twice"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=right_rows())
def test_no_shape_finds_anything_in_a_table_that_passes(folder: Path, rows: list[dict[str, Any]]) -> None:
    written(folder, rows)
    text = "".join([*by_records(yaml_of(folder)), *by_columns(folder)])
    assert violations(resources.ontology() / "shapes.ttl", text) == []


def test_shapes_would_find_what_is_wrong_in_such_quads(folder: Path) -> None:
    written(folder, [row(), row("b", according_to=["press"])])
    text = "".join([*by_records(yaml_of(folder)), *(line for line in by_columns(folder) if "accordingTo" not in line)])
    focus = {violation.focus for violation in violations(resources.ontology() / "shapes.ttl", text)}
    assert focus == {"https://example.org/f/statement/a", "https://example.org/f/statement/b"}


def test_a_passage_that_two_tables_cite_is_described_once(tmp_path: Path) -> None:
    corpus(tmp_path)
    written(tmp_path, [row("a"), row("b", when="1932")], "one")
    written(tmp_path, [row("c", when="1933")], "two")
    lines = by_columns(tmp_path)
    assert [line for line in lines if line.startswith("<https://example.org/f/passage/") and "#row>" in line] == [
        '<https://example.org/f/passage/votes/row/1> <https://w3id.org/comity/ns#row> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    ]
    assert [line.split(" ")[0] for line in lines if "#citesAsEvidence>" in line or "/citesAsEvidence>" in line] == [
        f"<https://example.org/f/statement/{name}>" for name in "abc"
    ]


def test_blocks_may_be_made_in_any_order_and_again(tmp_path: Path) -> None:
    twice = [{"source": "votes", "row": 1}, {"source": "votes", "row": 7}]
    written(corpus(tmp_path), [row("a"), row("b", evidence=twice), row("c", evidence=twice)])
    curated = yaml_of(tmp_path)
    made = list(blocks(read([tmp_path], curated, KINDS)[0], curated.records, KINDS, 2))
    assert [block.statements for block in made] == [2, 1]
    backward = [block.nquads() for block in reversed(made)]
    assert [block.nquads() for block in made] == backward[::-1]
    assert sorted(b"".join(backward).decode().splitlines(keepends=True)) == sorted(by_columns(tmp_path))


def test_figures_are_written_in_full(tmp_path: Path) -> None:
    values = [9e19, 1e-7, 0.1, -0.0, 40.0, 1.2345678901234568e17]
    figures = [{"measure": f"m-{n}", "value": value, "unit": "percent", "comparator": None} for n, value in enumerate(values)]
    written(corpus(tmp_path), [row(quantities=figures)])
    found = [line.split('"')[1] for line in by_columns(tmp_path) if "schema.org/value" in line]
    assert found == ["90000000000000000000", "0.0000001", "0.1", "-0", "40", "123456789012345680"]


def test_no_table_has_no_quads(tmp_path: Path) -> None:
    assert list(blocks([], yaml_of(corpus(tmp_path)).records, KINDS)) == []


def test_blocks_do_not_depend_on_what_a_corpus_is_called(tmp_path: Path) -> None:
    """The values that stand for places must not be found in what stands around them."""
    written(corpus(tmp_path), [row()])
    curated = yaml_of(tmp_path)
    base = "https://example.org/1111-01-01/11111111111/"
    records: dict[str, Record] = dict(curated.records.by_id)
    moved = Records(replace(curated.records.corpus, base=base), records)
    tables, _ = read([tmp_path], curated, KINDS)
    text = b"".join(block.nquads() for block in blocks(tables, moved, KINDS)).decode()
    assert text.replace(base, "https://example.org/f/") == "".join(by_columns(tmp_path))
