"""Statements by the decade of their earliest begin: the same answers, from fewer files."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

import kg
from kg.errors import FileError, StoreError
from kg.graph import Graph
from kg.lake import partition
from kg.model.period import Period
from tests.index.cases import Case
from tests.lake.shipped import answers
from tests.lake.tables import Told, check_all_questions


@pytest.fixture(scope="module")
def decades(exported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped corpus by decade."""
    folder = tmp_path_factory.mktemp("partition") / "by" / "decade"
    partition(exported, folder)
    return folder


def query(text: str) -> list[tuple[object, ...]]:
    return duckdb.execute(text).fetchall()


def test_every_statement_is_in_the_file_of_its_decade_whole(decades: Path, exported: Path) -> None:
    files = sorted(path.relative_to(decades).as_posix() for path in decades.rglob("*") if path.is_file())
    assert files[:3] == ["decade=0/statements.parquet", "decade=1940/statements.parquet", "decade=1950/statements.parquet"]
    parts, whole = f"(FROM '{decades}/**/*.parquet' ORDER BY id)", f"(FROM '{exported}' ORDER BY id)"
    assert query(f"SELECT * EXCLUDE (decade) FROM {parts}") == query(f"FROM {whole}")
    assert query(f"SELECT count(*) FROM {parts} WHERE decade != year(earliest_begin) // 10 * 10") == [(0,)]


def test_a_file_is_sorted_by_earliest_begin(decades: Path) -> None:
    rows = query(f"SELECT earliest_begin, id FROM '{decades}/decade=2010/statements.parquet'")
    assert len(rows) > 500
    assert rows == sorted(rows)


def test_the_files_say_what_they_are(decades: Path) -> None:
    about = query(f"SELECT DISTINCT decode(key), decode(value) FROM parquet_kv_metadata('{decades}/**/*.parquet') ORDER BY 1")
    assert about[2:] == [("title", "Russia and the Korean Peninsula, 1990s to 2022"), ("version", kg.__version__)]
    assert [key for key, _ in about] == ["base", "licence", "title", "version"]


def test_the_answers_are_those_of_the_index(decades: Path, shipped: Graph) -> None:
    assert answers(kg.load(decades, engine="duckdb")) == answers(shipped.index)


@pytest.mark.parametrize("seed", range(3))
def test_random_statements_are_answered_as_a_look_at_every_row_answers(seed: int, tmp_path: Path) -> None:
    told = Told(Case(seed, 40))
    partition(told.written(tmp_path / "some.parquet"), tmp_path / "decades")
    check_all_questions(kg.load(tmp_path / "decades", engine="duckdb"), told)


@pytest.mark.parametrize("certain", [False, True])
def test_decades_after_the_period_are_not_opened(certain: bool, decades: Path) -> None:
    table = kg.load(decades, engine="duckdb").holding(Period.parse("1985"), certain=certain).table
    plan = table.get_backend().raw_sql(f"EXPLAIN ANALYZE {table.compile()}").fetchall()[0][1]
    assert sorted(set(re.findall(r"decade=(\d+)", plan)), key=int) == ["0", "1940", "1950", "1970", "1980"]
    assert re.search(r"Scanning Files: 5/10\b", plan)


def test_two_partitions_of_the_same_are_the_same_bytes(decades: Path, exported: Path, tmp_path: Path) -> None:
    partition(exported, tmp_path / "again")
    files = [path.relative_to(decades) for path in decades.rglob("*.parquet")]
    assert all((tmp_path / "again" / file).read_bytes() == (decades / file).read_bytes() for file in files)


def test_a_partition_that_is_partitioned_again_is_the_same(decades: Path, tmp_path: Path) -> None:
    partition(decades, tmp_path / "again")
    parts, again = (f"read_parquet('{folder}/**/*.parquet', hive_partitioning = false)" for folder in (decades, tmp_path / "again"))
    assert query(f"DESCRIBE FROM {again}") == query(f"DESCRIBE FROM {parts}")
    assert query(f"FROM {again} ORDER BY id") == query(f"FROM {parts} ORDER BY id")


def test_what_stands_there_is_left_alone(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    with pytest.raises(FileError, match="stands already: name another folder"):
        partition(exported, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_failure_leaves_no_half_folder(exported: Path, tmp_path: Path) -> None:
    damaged, data = tmp_path / "damaged.parquet", bytearray(exported.read_bytes())
    data[1000:9000] = b"x" * 8000
    damaged.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged\.parquet"):
        partition(damaged, tmp_path / "decades")
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.parquet"]
