"""Everything that is wrong with a table is told by file and row, with what would be right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from kg.errors import UsageError
from kg.readers.tables import read
from tests.readers.tables.build import KINDS, corpus, row, told, written, yaml_of

TABLE = "statements/table.parquet"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return corpus(tmp_path)


def test_a_table_that_keeps_every_rule_has_no_fault(folder: Path) -> None:
    written(folder, [row("a"), row("b", when="1932/..", according_to=["press"], said="1933")])
    assert told(folder) == []


def test_slips_of_several_rows_are_all_told(folder: Path) -> None:
    written(folder, [row("a", when="1931-02-29"), row("b"), row("c", "freedonia criticises freedonja"), row("d", "press supports press")])
    assert told(folder) == [
        f"{TABLE}:1: row 1: no day 1931-02-29: 1931-02 has days 01 to 28",
        f"{TABLE}:3: row 3: no actor or office or place or policy or event or source or era 'freedonja': is freedonia meant?",
        f"{TABLE}:4: row 4: press is the subject already: a statement joins two entities",
    ]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"evidence": [{"source": "gazette", "row": 1}]}, "gazette is a record: a statement of a table stands in rows of a dataset"),
        ({"subject": " press"}, "' press' has blanks around it: leave them out"),
        ({"event": "ball"}, "event has no place in a table: write the statement in YAML"),
        ({"because": ["tariff"]}, "because has no place in a table: write the statement in YAML"),
        (
            {"evidence": [{"source": "votes", "row": 1, "coreference": True}]},
            "evidence: coreference has no place in a table: write the statement in YAML",
        ),
        (
            {"subject": "firefly", "relation": "holdsOffice", "object": "presidency"},
            "holdsOffice has no place in a table, since other statements follow from it: write it in YAML",
        ),
    ],
)
def test_what_a_table_has_no_room_for_is_refused(folder: Path, more: dict[str, Any], why: str) -> None:
    passage = pa.struct([("source", pa.string()), ("row", pa.int64()), ("coreference", pa.bool_())])
    written(folder, [row(), row("b") | more], event=pa.string(), because=pa.list_(pa.string()), evidence=pa.list_(passage))
    assert f"{TABLE}:2: row 2: {why}" in told(folder)


def test_what_an_export_leaves_empty_is_not_refused(folder: Path) -> None:
    empty: dict[str, Any] = {"event": None, "because": [], "subject_label": "Freedonia"}
    written(folder, [row() | empty], event=pa.string(), because=pa.list_(pa.string()), subject_label=pa.string())
    assert told(folder) == []


def test_an_id_stands_once_in_a_table_among_tables_and_against_yaml(folder: Path) -> None:
    written(folder, [row("a"), row("b"), row("a", when="1932"), row("quarrel", when="1933"), row("duchy", when="1934")], "one")
    written(folder, [row("c"), row("b", when="1935"), row("press", when="1936")], "two")
    assert told(folder) == [
        "statements/one.parquet:3: row 3: the id a is statements/one.parquet:1's already: ids are unique",
        "statements/one.parquet:4: row 4: the id quarrel is statements/freedonia--sylvania.yaml:2's already: ids are unique",
        "statements/one.parquet:5: row 5: the id duchy was sylvania's: an id never changes hands",
        "statements/two.parquet:2: row 2: the id b is statements/one.parquet:2's already: ids are unique",
        "statements/two.parquet:3: row 3: the id press is actors/all.yaml:5's already: ids are unique",
    ]


def test_of_a_million_faults_some_are_told_and_the_rest_counted(folder: Path) -> None:
    written(folder, [row(f"s-{n}", when="1931-13") for n in range(30)] + [row("a", status="real")])
    faults = told(folder)
    assert len(faults) == 22
    assert faults[19:] == [
        f"{TABLE}:20: row 20: after this one, 10 more rows are wrong in when",
        f"{TABLE}:20: row 20: no month 13 in 1931-13: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41",
        f"{TABLE}:31: row 31: status 'real' is none of actual, planned, cancelled, unrealised, forecast, recommended",
    ]


def test_ids_that_stand_twice_are_counted_too(folder: Path) -> None:
    written(folder, [row("a")] * 150)
    faults = told(folder)
    assert (len(faults), faults[-1]) == (101, f"{TABLE}:102: row 102: the id is taken too, as in 49 rows from here on: ids are unique")


def test_rows_are_counted_across_row_groups_and_batches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.readers.tables.parquet._ROWS", 4)
    written(folder, [row(f"s-{n}", when="1931" if n != 9 else "19") for n in range(12)])
    assert [fault.split(": ")[1] for fault in told(folder)] == ["row 10"]


def test_a_column_that_is_missing_or_of_another_type_is_told(folder: Path) -> None:
    table = pa.table({"id": ["a"], "subject": ["freedonia"], "relation": [1], "when": ["1931"], "negated": ["no"], "evidence": [[1]]})
    pq.write_table(table, folder / TABLE)
    assert told(folder) == [
        f"{TABLE}:1: the column evidence is list<element: int64>, where a list of passages: source (text) and row (a whole number) fits",
        f"{TABLE}:1: the column negated is string, where true or false fits",
        f"{TABLE}:1: the column object is missing: a table of statements has id, subject, relation, object, when, evidence",
        f"{TABLE}:1: the column relation is int64, where text fits",
    ]


def test_a_column_stands_once(folder: Path) -> None:
    path = written(folder, [row()])
    table = pq.read_table(path)
    pq.write_table(table.append_column("when", table["when"]), path)
    assert told(folder) == [f"{TABLE}:1: the column when stands 2 times: keep one"]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"id,subject\na,b\n", b"PAR1" + bytes(100) + b"PAR1"])
def test_what_is_no_parquet_file_is_one_fault(folder: Path, data: bytes) -> None:
    (folder / TABLE).write_bytes(data)
    (fault,) = told(folder)
    assert fault.startswith(f"{TABLE}:1: no Parquet file, or not all of one: ")


def test_a_file_that_was_cut_is_one_fault(folder: Path) -> None:
    path = written(folder, [row(f"s-{n}") for n in range(50)])
    path.write_bytes(path.read_bytes()[:-40])
    (fault,) = told(folder)
    assert fault.startswith(f"{TABLE}:1: no Parquet file, or not all of one: ")


def test_a_file_that_is_damaged_within_is_told(folder: Path) -> None:
    path = written(folder, [row(f"s-{n}") for n in range(50)])
    data = path.read_bytes()
    path.write_bytes(data[:4] + bytes(60) + data[64:])
    assert [fault.partition(": ")[2].partition(":")[0] for fault in told(folder)] == ["damaged"]


def test_text_that_is_not_utf_8_is_told(folder: Path) -> None:
    path = written(folder, [row(quantities=[{"measure": "duties", "value": 1.0, "unit": "percent"}])])
    pq.write_table(pq.read_table(path), path, compression="none", use_dictionary=False)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"percent", b"per\xffent"))
    assert [fault.partition(": ")[2].partition(":")[0] for fault in told(folder)] == ["damaged"]


def test_a_table_without_rows_is_told(folder: Path) -> None:
    path = written(folder, [row()])
    pq.write_table(pq.read_table(path).slice(0, 0), path)
    assert told(folder) == [f"{TABLE}:1: no rows: remove the file, or write statements to it"]


def test_without_pyarrow_it_is_said_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder, [row()])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"needs pyarrow: pip install 'comity\[scale\]'"):
        read([folder], yaml_of(folder), KINDS)


def test_a_corpus_without_tables_needs_no_pyarrow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert read([folder], yaml_of(folder), KINDS) == ([], [])
