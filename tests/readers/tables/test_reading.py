"""A table becomes columns of codes and days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]

from kg.model.table import repeats
from kg.readers.curated.corpus import examine
from kg.readers.tables import read
from tests.readers.tables.build import KINDS, corpus, row, told, written, yaml_of

ROWS = [
    row("a", when="1931-05-01/.."),
    row(
        "b",
        "press relatedTo tariff",
        "1932",
        evidence=[{"source": "votes", "row": 3}, {"source": "acts", "row": 9}, {"source": "votes", "row": 3}],
        according_to=["sylvania", "firefly"],
        said="1934",
        status="planned",
        wording="hedged",
        when_from="context",
        polarity=-1,
        quantities=[{"measure": "duties", "value": 40.5, "unit": "percent", "comparator": "about"}],
    ),
    row("c", negated=True, evidence=[{"source": "tallies", "row": 1}]),
]


def test_a_row_is_codes_and_days(tmp_path: Path) -> None:
    written(corpus(tmp_path), ROWS)
    (table,), faults = read([tmp_path], yaml_of(tmp_path), KINDS)
    assert faults == []
    assert table.names == ("acts", "firefly", "freedonia", "gazette", "presidency", "press", "sylvania", "tallies", "tariff", "votes")
    assert [table.kinds[code] for code in table.numpy("relation")] == ["criticises", "relatedTo", "criticises"]
    assert table.rows.drop_columns(["relation", "id", "when"]).slice(1, 1).to_pylist() == [
        {
            "subject": 5,
            "object": 8,
            "negated": False,
            "polarity": -1,
            "sign": -1,
            "status": 1,
            "wording": 1,
            "when_from": 1,
            "still": False,
            "earliest_begin": date(1932, 1, 1),
            "latest_begin": date(1932, 12, 31),
            "earliest_end": date(1932, 1, 1),
            "latest_end": date(1932, 12, 31),
            "said": "1934",
            "said_earliest": date(1934, 1, 1),
            "said_latest": date(1934, 12, 31),
            "holders": [1, 6],
            "evidence": [{"source": 0, "row": 9}, {"source": 9, "row": 3}],
            "quantities": [{"measure": "duties", "unit": "percent", "value": 40.5, "comparator": 1}],
        }
    ]


def test_columns_are_numpy_arrays_with_days_since_1970(tmp_path: Path) -> None:
    written(corpus(tmp_path), ROWS)
    (table,), _ = read([tmp_path], yaml_of(tmp_path), KINDS)
    assert table.numpy("earliest_begin").tolist() == [
        (date.fromisoformat(day) - date(1970, 1, 1)).days for day in ("1931-05-01", "1932-01-01", "1931-05-01")
    ]
    assert table.numpy("said_earliest").tolist()[2] == -(2**31)
    assert [str(table.numpy(name).dtype) for name in ("subject", "status", "negated", "latest_end")] == ["int32", "int8", "bool", "int32"]


def test_a_table_falls_into_parts_in_order(tmp_path: Path) -> None:
    written(corpus(tmp_path), ROWS)
    (table,), _ = read([tmp_path], yaml_of(tmp_path), KINDS)
    assert [part.rows["id"].to_pylist() for part in table.parts(2)] == [["a", "b"], ["c"]]


def test_tables_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        written(corpus(tmp_path), [row(name)], name)
    tables, _ = read([tmp_path], yaml_of(tmp_path), KINDS)
    assert [table.path.name for table in tables] == ["a.parquet", "b.parquet"]


def test_texts_may_be_stored_in_any_way(tmp_path: Path) -> None:
    coded, large = pa.dictionary(pa.int32(), pa.string()), pa.large_string()
    passages = pa.large_list(pa.struct([("source", large), ("row", pa.uint8())]))
    written(corpus(tmp_path), ROWS[:1], subject=pa.string(), relation=large, object=coded, when=coded, id=coded, evidence=passages)
    assert told(tmp_path) == []


def test_a_table_belongs_to_the_corpus_and_lies_among_its_statements(tmp_path: Path) -> None:
    path = written(corpus(tmp_path), ROWS)
    assert examine([tmp_path], KINDS)[1] == []
    path.rename(tmp_path / "events.parquet")
    (fault,) = examine([tmp_path], KINDS)[1]
    assert fault.why.startswith("no place for this file: ")


def test_what_repeats_in_all_columns_is_found() -> None:
    import numpy as np

    assert repeats(np.array([1, 1, 1, 2]), np.array([5, 5, 6, 6])).tolist() == [False, True, False, False]
    assert repeats(np.array([], int)).tolist() == []
