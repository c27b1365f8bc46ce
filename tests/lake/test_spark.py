"""Spark, on this machine and for real, answers as DuckDB and the index do. One session for all tests: it takes ten seconds to start."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import StoreError
from kg.graph import Graph
from kg.lake import partition
from kg.model.period import Period
from tests.index.cases import Case
from tests.lake.shipped import VIEWS, answers
from tests.lake.tables import Told, check_all_questions

pytestmark = [
    *(pytest.mark.slow, pytest.mark.spark, pytest.mark.java),
    *(pytest.mark.filterwarnings(f"ignore::{kind}") for kind in ("DeprecationWarning", "ResourceWarning")),  # of PySpark itself
]
SPARK = "spark://local[2]"


@pytest.fixture(scope="module", autouse=True)
def session() -> Iterator[None]:
    """Ends what the first test begins."""
    yield
    from pyspark.sql import SparkSession

    if standing := SparkSession.getActiveSession():
        standing.stop()
    gc.collect()  # of what it left open, while its warnings are ignored


def test_the_shipped_corpus_answers_as_its_index(shipped: Graph, exported: Path) -> None:
    views = VIEWS[-2:]  # each answer takes it a second
    assert answers(kg.load(exported, engine=SPARK), views) == answers(shipped.index, views)


@pytest.mark.parametrize("seed", range(3))
def test_every_question_is_answered_as_a_look_at_every_row_answers_it(seed: int, tmp_path: Path) -> None:
    told = Told(Case(seed, 40))
    check_all_questions(kg.load(told.written(tmp_path / "some.parquet"), engine=SPARK), told)


def test_a_folder_of_decades_is_read_as_one_and_later_ones_are_not_opened(exported: Path, tmp_path: Path) -> None:
    partition(exported, tmp_path / "decades")
    whole, parts = kg.load(exported, engine=SPARK), kg.load(tmp_path / "decades", engine=SPARK)
    period = Period.parse("1985")
    assert parts.holding(period).ids() == whole.holding(period).ids() != ()
    asked = parts.holding(period).table
    plan = asked.get_backend().raw_sql(f"EXPLAIN {asked.compile()}").collect()[0][0]
    assert re.search(r"PartitionFilters: \[[^]]*\(decade#\d+ <= 1980\)", plan)


def test_a_damaged_file_is_named_with_what_is_wrong(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "short.parquet"
    path.write_bytes(exported.read_bytes()[:5000])
    with pytest.raises(StoreError, match=r"short\.parquet is not a Parquet file"):
        kg.load(path, engine=SPARK)


def test_it_keeps_to_this_machine_and_leaves_nothing_in_the_folder_it_runs_in(exported: Path, tmp_path: Path) -> None:
    script = f"""
import kg
from pyspark.sql import SparkSession
print(len(kg.load({str(exported)!r}, engine="spark://local[1]").history("russia", "china").ids()) > 0)
session = SparkSession.getActiveSession()
print(session.sparkContext.uiWebUrl, session.conf.get("spark.driver.host"), session.conf.get("spark.driver.bindAddress"))
"""
    (tmp_path / "scratch").mkdir()
    (tmp_path / "here").mkdir()
    environment = {**os.environ, "SPARK_LOCAL_DIRS": str(tmp_path / "scratch"), "PYTHONPATH": str(Path(kg.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path / "here", env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "None", "127.0.0.1", "127.0.0.1"]
    assert list(tmp_path.glob("*/*")) == []
