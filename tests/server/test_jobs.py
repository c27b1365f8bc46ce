"""What a worker says of its jobs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from kg.query.foreign import Foreign
from kg.server.jobs import Answering, Jobs
from kg.server.limits import Limits
from kg.store import GRAPHS, TABLES

QUERIES = (
    "SELECT * FROM on:2016-07-08 { ?s ?p ?o } LIMIT 3",
    "SELECT * FROM <https://w3id.org/comity/era/2016-2018/as-seen-by/russia> { ?s ?p ?o } LIMIT 3",
    "SELECT * FROM era:nowhere { ?s ?p ?o }",
    "SELECT * FROM on:2016-77 { ?s ?p ?o }",
    "SELECT (NOW() AS ?now) (RAND() AS ?chance) (UUID() AS ?name) (REPLACE('a', 'a', 'b') AS ?b) (SHA256('a') AS ?hash) {}",
    "CONSTRUCT WHERE { ?s a kg:State ; rdfs:label ?label }",
    "DESCRIBE actor:russia",
    "ASK { ?s ?p ?o }",
    "SELECT {",
    "SELECT * { SERVICE <http://127.0.0.1:1/> {} }",
    "ASK { FILTER(<urn:unknown>(1)) }",
)


class Broken:
    """A data set with a fault of ours."""

    store: Any = None
    prefixes: dict[str, str] = {}  # noqa: RUF012

    def write(self, *_: object, **__: object) -> Any:
        raise ZeroDivisionError


def test_a_fault_of_ours_is_told_to_the_keeper_and_the_worker_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    job = {"job": "query", "query": "ASK {}", "default": [], "named": [], "accept": ""}
    head, body = Jobs(cast(Answering, Broken()), Limits()).run(job)
    assert (head["status"], body) == (500, b"the server has a fault, and has told its keeper\n")
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "relative", "http://e/> x"])
def test_a_graph_by_a_name_that_is_no_iri_is_the_asker_s_fault(name: str, tmp_path: Any) -> None:
    jobs = Jobs(Foreign(b"", tmp_path / "data.nt", "urn:base"), Limits())
    head, _ = jobs.run({"job": "query", "query": "ASK {}", "default": [name], "named": [], "accept": ""})
    assert head["status"] == 400


def test_a_worker_imports_nothing_while_a_query_runs(tmp_path: Path) -> None:
    """In a process of its own: in this one all is imported."""
    script = f"""
import kg
from kg.server.jobs import Jobs
from kg.server.limits import Limits
jobs = Jobs(kg.load().engine, Limits())
asked = {[*QUERIES]!r}
media = {[*(each.media for each in GRAPHS.values()), *(each.media for each in TABLES.values())]!r}
print({{jobs.run(dict(job="query", query=query, default=[], named=[], accept=each))[0]["status"] for query in asked for each in media}})
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{200, 400, 406}\n", "")
