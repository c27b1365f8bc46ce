"""How an engine is chosen, what it can't read, and that it is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pytest

import kg
from kg.errors import FileError, StoreError, UsageError
from kg.graph import Graph
from kg.lake import Lake, partition
from kg.model.period import Period

YEARS = Period.parse("2010/2020")


def held(lake: Lake) -> tuple[str, ...]:
    return lake.holding(YEARS).ids()


def test_a_file_a_folder_and_a_glob_hold_the_same(exported: Path) -> None:
    one = held(kg.load(exported, engine="duckdb"))
    assert len(one) > 500
    assert held(kg.load(exported.parent, engine="duckdb")) == held(kg.load(f"{exported.parent}/*.parquet", engine="duckdb")) == one


def test_a_path_that_ends_in_parquet_is_asked_of_duckdb(exported: Path, shipped: Graph) -> None:
    lake: object = kg.load(exported)
    assert isinstance(lake, Lake)
    assert held(lake) == shipped.index.holding(YEARS).ids()


def test_an_unknown_engine_is_refused_with_those_that_there_are(exported: Path) -> None:
    with pytest.raises(UsageError, match=r"no engine 'flink': give duckdb, spark://HOST:PORT or spark://local\[N\]"):
        kg.load(exported, engine="flink")


def test_an_engine_reads_one_path(exported: Path) -> None:
    with pytest.raises(UsageError, match="an engine reads one path"):
        kg.load(exported, exported, engine="duckdb")
    with pytest.raises(UsageError, match="an engine reads one path"):
        kg.load(engine="duckdb")
    with pytest.raises(UsageError, match="an engine reads one path"):
        kg.load(exported, endpoint="http://localhost/")


@pytest.mark.parametrize("name", ["none.parquet", "none*.parquet", "folder"])
def test_a_path_where_nothing_lies_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError, match="no Parquet file is here") as caught:
        kg.load(tmp_path / name, engine="duckdb")
    assert caught.value.path == tmp_path / name


def test_a_quote_in_a_path_is_part_of_the_name(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "Rozman's.parquet"
    path.write_bytes(exported.read_bytes())
    assert held(kg.load(path, engine="duckdb")) == held(kg.load(exported, engine="duckdb"))


def test_a_file_cut_short_is_no_parquet(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "short.parquet"
    path.write_bytes(exported.read_bytes()[:5000])
    with pytest.raises(StoreError, match=r"short\.parquet: Invalid Input Error: No magic bytes"):
        kg.load(path, engine="duckdb")


def test_a_file_damaged_within_is_found_when_it_is_read(exported: Path, tmp_path: Path) -> None:
    path, data = tmp_path / "damaged.parquet", bytearray(exported.read_bytes())
    data[1000:9000] = b"x" * 8000
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged\.parquet"):
        held(kg.load(path, engine="duckdb"))


def test_parquet_of_something_else_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    duckdb.execute(f"COPY (SELECT 'a' AS id, 1 AS sign) TO '{tmp_path}/other.parquet'")
    with pytest.raises(StoreError, match=r"no column according_to, earliest_begin, .*, subject: ask what `kg export parquet` has written"):
        kg.load(tmp_path / "other.parquet", engine="duckdb")


def test_what_lies_elsewhere_is_the_engines_to_find_and_nothing_is_installed_for_it() -> None:
    with pytest.raises(StoreError, match=r"s3://nowhere/x\.parquet: .*httpfs.* not found"):
        kg.load("s3://nowhere/x.parquet", engine="duckdb")


@pytest.mark.parametrize(
    ("engine", "module", "extra"), [("duckdb", "ibis", "scale"), ("spark://local[1]", "ibis.backends.pyspark", "spark")]
)
def test_a_missing_engine_says_what_to_install(
    engine: str, module: str, extra: str, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=rf"needs packages that are not here: pip install 'comity\[{extra}\]'"):
        kg.load(exported, engine=engine)


def test_without_duckdb_nothing_is_partitioned(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'comity\[scale\]'"):
        partition(exported, tmp_path / "decades")
