"""What is served follows its files, and stays where they have faults."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from kg.readers.curated.starter import write_starter
from kg.server import reload
from kg.server.source import Source
from tests.server.conftest import Running, finished, serving
from tests.server.test_running import children

if TYPE_CHECKING:
    from kg.server.pool import Pool

HTML = {"accept": "text/html"}
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def triples(count: int) -> str:
    return "".join(f"<urn:{i}> <urn:p> <urn:o> .\n" for i in range(count))


def count(server: Running) -> str:
    return server.query(COUNT, "text/csv").body.decode().split()[-1]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_starter(tmp_path / "corpus")
    return tmp_path / "corpus"


@pytest.fixture
def served(corpus: Path) -> Iterator[Running]:
    with serving("--corpus", str(corpus), "--workers", "2") as server:
        yield server


def test_a_file_that_is_replaced_is_served_anew_and_no_request_fails_meanwhile(tmp_path: Path) -> None:
    (file := tmp_path / "data.nt").write_text(triples(3))
    with serving("--dataset", str(file), "--workers", "2") as server:
        before = server.query(COUNT)
        (tmp_path / "new.nt").write_text(triples(5))
        (tmp_path / "new.nt").replace(file)
        told: list[str] = []
        while not told or told[-1] == "3":
            told.append(count(server))
        after = server.query(COUNT)
        assert (set(told), "5" in told) == ({"3", "5"}, True)
        assert before.headers["etag"] != after.headers["etag"]
        known = {"accept": "*/*", "if-none-match": before.headers["etag"]}
        assert server.ask(path="/sparql?query=ASK%20%7B%7D", headers=known).status == 200
        until(lambda: len(children(server.process.pid)) == 3)
        assert server.told().count("are served anew") == 1


def test_a_query_under_way_ends_with_the_data_that_it_began_with(tmp_path: Path) -> None:
    (file := tmp_path / "data.nt").write_text(triples(300))
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving("--dataset", str(file)) as server, ThreadPoolExecutor(1) as threads:
        slow = threads.submit(server.query, product, "text/csv")
        file.write_text(triples(7))
        until(lambda: count(server) == "7")
        assert slow.result().body.split()[-1] == b"27000000"
        assert server.query(product, "text/csv").body.split()[-1] == b"343"
        assert server.query(product, "text/csv").headers["etag"] != slow.result().headers["etag"]
        until(lambda: len(children(server.process.pid)) == 5)


def test_faults_are_told_once_and_the_old_data_stay_until_they_are_mended(corpus: Path, served: Running) -> None:
    places, about = corpus / "places.yaml", corpus / "corpus.yaml"
    good, before = places.read_text(), served.query(COUNT)
    places.write_text(f"{good}- id: nowhere\n  elves: 9\n")
    until(lambda: "nothing served anew" in served.told())
    faults = [line for line in served.told().splitlines() if line.startswith(f"{places}:")]
    assert faults
    assert len(faults) == len(set(faults))
    for pid in children(served.process.pid):
        os.kill(pid, signal.SIGKILL)  # what stands in their place has the old data, too
    until(lambda: served.query(COUNT).status == 200)
    again = served.query(COUNT)
    assert (again.body, again.headers["etag"]) == (before.body, before.headers["etag"])
    assert served.told().count("nothing served anew") == 1

    places.write_text(good)
    until(lambda: "what they say is what is served" in served.told())
    title = next(line for line in about.read_text().splitlines() if line.startswith("title:"))
    about.write_text(about.read_text().replace(title, "title: An other title"))
    until(lambda: "are served anew" in served.told())
    for path in ("/", "/sparql"):
        assert b"An other title" in served.ask(path=path, headers=HTML).body
    assert served.query(COUNT).headers["etag"] != before.headers["etag"]


def test_pages_tell_what_the_new_data_have(corpus: Path, served: Running) -> None:
    (corpus / "questions").mkdir(exist_ok=True)
    first = served.ask(path="/", headers=HTML).body
    (corpus / "questions" / "of-mine.rq").write_text("# title: A question of mine\nSELECT * { ?s ?p ?o } LIMIT 1\n")
    until(lambda: "are served anew" in served.told())
    assert b"A question of mine" in served.ask(path="/sparql", headers=HTML).body
    assert served.ask(path="/", headers=HTML).body != first  # which counts the questions


def test_a_corpus_that_goes_away_and_comes_back_is_served_throughout(corpus: Path, served: Running) -> None:
    before = served.query(COUNT).body
    corpus.rename(corpus.parent / "elsewhere")
    until(lambda: "no such folder" in served.told())
    assert served.query(COUNT).body == before
    (corpus.parent / "elsewhere").rename(corpus)
    until(lambda: "what they say is what is served" in served.told())
    assert (served.query(COUNT).body, served.process.poll()) == (before, None)


def test_what_changed_while_it_was_read_is_not_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file := tmp_path / "data.nt").write_text(triples(3))
    source = Source([], file, None, "")

    async def loaded(_: Source) -> object:
        file.write_text("")
        return object()

    class Unasked:
        data = None

        async def serve(self, _: object) -> None:
            raise AssertionError("half a file was served")

    monkeypatch.setattr(reload, "load", loaded)
    assert finished(reload._anew(cast("Pool", Unasked()), source, source.state())) == []
