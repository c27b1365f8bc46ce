"""A corpus may hold tables of statements: the same data set as from YAML, in memory or on disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from pyarrow import parquet

import kg
from kg.dataset import build, check, making, open_dataset
from kg.errors import CorpusError, UsageError
from kg.index import from_bytes
from kg.query.engine import Engine
from kg.query.scope import Scope

CORPUS = """title: Ruritania
version: 1.0.0
licence: https://creativecommons.org/licenses/by/4.0/
base: https://ruritania.example/
periodisations: [{id: decades, label: Decades}]
"""
SOURCES = "- {id: gazette, label: Gazette, kind: dataset, date: 1931, text: none}\n"
ACTORS = "".join(f"- {{id: {name}, label: {name.title()}, kind: state}}\n" for name in ("ruritania", "graustark", "strelsau"))
ACTORS += "- {id: league, label: League, kind: international-body}\n"
ERA = "{id: thirties, label: The thirties, periodisation: decades, order: 1, when: 1930/1939, according-to: [ruritania], "
ERAS = f"- {ERA}evidence: [{{source: gazette, row: 9}}]}}\n"
FIELDS = ("id", "subject", "relation", "object", "when", "row", "by")
ROWS = [
    dict(zip(FIELDS, row, strict=True))
    for row in (
        ("a", "ruritania", "courts", "graustark", "1931-05-05", 1, []),
        ("b", "graustark", "sanctions", "ruritania", "1931-06/1933", 2, ["strelsau"]),
        ("d", "graustark", "memberOf", "league", "1920/1935", 3, []),
        ("c", "strelsau", "tradesWith", "graustark", "1929/..", 2, ["graustark", "ruritania"]),
    )
]
STATEMENT = """- id: {id}
  subject: {subject}
  relation: {relation}
  object: {object}
  when: {when}
  according-to: [{holders}]
  evidence: [{{source: gazette, row: {row}}}]
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def yaml(tmp_path: Path) -> Path:
    """The statements in YAML."""
    folder = _corpus(tmp_path / "yaml")
    for row in ROWS:
        text = STATEMENT.format(**row, holders=", ".join(row["by"]) or "undisputed")  # type: ignore[arg-type]
        (folder / "statements" / f"{row['subject']}--{row['object']}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The same in a table."""
    folder = _corpus(tmp_path / "table")
    _write(folder, ROWS)
    return folder


def _corpus(folder: Path) -> Path:
    files = {"corpus.yaml": CORPUS, "sources.yaml": SOURCES, "actors/states.yaml": ACTORS, "eras.yaml": ERAS}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "statements").mkdir()
    return folder


def _write(folder: Path, rows: list[dict[str, object]]) -> None:
    columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in ("id", "subject", "relation", "object", "when")}
    cited = pa.list_(pa.struct([("source", pa.string()), ("row", pa.int64())]))
    columns["according_to"] = pa.array([row["by"] for row in rows], pa.list_(pa.string()))
    columns["evidence"] = pa.array([[{"source": "gazette", "row": row["row"]}] for row in rows], cited)
    parquet.write_table(pa.table(columns), folder / "statements" / "gazette.parquet")


def test_a_table_gives_the_data_set_that_yaml_gives(yaml: Path, table: Path) -> None:
    one, two = build([yaml]).dataset, build([table]).dataset
    assert two.nquads == one.nquads
    assert two.index == one.index
    assert from_bytes(two.index).speakers.viewers(["graustark"], date(1931, 1, 1)) == {"graustark", "league"}


def test_a_large_one_holds_the_same_on_disk(yaml: Path, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = build([yaml]).dataset
    monkeypatch.setattr(making, "_LARGE", 2)
    monkeypatch.setattr(making, "_PIECE", 2)
    large = build([table]).dataset
    assert large.store is not None
    assert open_dataset([table]) == large
    assert sorted(large.nquads.splitlines()) == small.nquads.splitlines()
    assert from_bytes(large.index).rows == from_bytes(small.index).rows
    query = "SELECT ?a ?b { ?a rel:courts ?b }"
    assert Engine(large).ask(query, Scope(on="1931-05-05")).rows == Engine(small).ask(query, Scope(on="1931-05-05")).rows != ()


def test_everything_that_needs_records_finds_those_of_the_table(yaml: Path, table: Path) -> None:
    one, two = kg.load(yaml), kg.load(table)
    assert two.records.statements == one.records.statements
    edges = {(row["subject"], row["object"], row["id"]) for row in ROWS}
    assert set(two.network(era="thirties").edges(keys=True)) == edges


def test_what_is_too_large_for_objects_says_what_there_is_instead(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_LARGE", 2)
    monkeypatch.setattr("kg.graph._MOST", 2)
    graph = kg.load(table)
    assert [row["n"] for row in graph.query("SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }")] == [4]
    with pytest.raises(UsageError, match=r"^4 statements are too many for this: ask `kg query`, the index in Python, or export nquads"):
        graph.network(era="thirties")


def test_a_check_counts_statements_of_tables_and_tells_their_faults_by_row(table: Path) -> None:
    assert sum(map(len, check([table], None).tables)) == 4
    _write(table, [ROWS[0], {**ROWS[1], "object": "nowhere"}, {**ROWS[3], "when": "1931-02-30"}])
    for failing in (lambda: check([table], None), lambda: build([table])):
        with pytest.raises(CorpusError) as told:
            failing()
        assert [str(fault).removeprefix(f"{table}/") for fault in told.value.faults] == [
            "statements/gazette.parquet:2: row 2: no actor or office or place or policy or event or source or era 'nowhere'",
            "statements/gazette.parquet:3: row 3: no day 1931-02-30: 1931-02 has days 01 to 28",
        ]
