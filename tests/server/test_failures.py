"""What goes wrong around a server: workers die, one by one, all at once or at each start."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.server.conftest import DATA, Running, serving
from tests.server.test_reload import until
from tests.server.test_running import children

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
# Python runs this when it starts: a worker then ends at once, as long as a file is there.
DYING = """import os, sys
if "kg.server.worker" in sys.orig_argv and os.path.exists({flag!r}):
    os._exit(3)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "small.nq"
    found.write_text(DATA)
    return found


def kill_all(server: Running) -> None:
    for pid in children(server.process.pid):
        os.kill(pid, signal.SIGKILL)


def test_workers_killed_under_load_cost_no_more_than_the_answers_that_they_were_at(file: Path) -> None:
    with serving("--dataset", str(file)) as server, ThreadPoolExecutor(4) as threads:
        over, killed = Event(), 0

        def ask() -> list[int]:
            said = []
            while not over.is_set():
                said.append(server.query("ASK { <urn:a> ?p ?o }").status)
            return said

        asking = [threads.submit(ask) for _ in range(4)]
        for _ in range(8):
            os.kill(children(server.process.pid)[0], signal.SIGKILL)
            killed += 1
            time.sleep(0.25)
        over.set()
        said = [status for one in asking for status in one.result()]
        assert set(said) <= {200, 503}
        assert said.count(503) <= killed
        assert len(said) > 10 * killed
        until(lambda: len(children(server.process.pid)) == 5)
        assert "Traceback" not in server.told()


def test_all_workers_killed_at_once_are_replaced_unasked(file: Path) -> None:
    with serving("--dataset", str(file)) as server:
        before = set(children(server.process.pid))
        kill_all(server)
        until(lambda: len(set(children(server.process.pid)) - before) == 5)
        until(lambda: server.ask(path="/healthz").status == 200)
        assert [server.query("ASK {}").status for _ in range(5)] == [200] * 5
        assert server.told().count("\n") == server.told().count('{"time"') + 1  # nothing but the first line and requests


def test_workers_that_die_at_each_start_are_tried_again_with_pauses(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flag = tmp_path / "dying"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(DYING.format(flag=str(flag)))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "site"), os.environ.get("PYTHONPATH", "")]))
    with serving("--dataset", str(file), "--workers", "2") as server:
        flag.touch()
        kill_all(server)
        until(lambda: "the next is started in 2 s" in server.told())
        assert server.ask(path="/healthz").status == 503
        assert server.query("ASK {}").status == 503
        assert server.told().count("a worker can't start") < 20
        flag.unlink()
        until(lambda: server.query("ASK {}").status == 200)
        until(lambda: len(children(server.process.pid)) == 3)
        assert "Traceback" not in server.told()


def test_a_server_whose_workers_can_not_start_ends_with_one_line(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(DYING.format(flag=str(file)))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    with pytest.raises(AssertionError) as told, serving("--dataset", str(file)):
        pass
    assert str(told.value) == "kg: a process ended before it answered: if it said why, that stands above\n"


def test_it_ends_within_ten_seconds_while_queries_run(file: Path) -> None:
    file.write_text("".join(f"<urn:{i}> <urn:p> <urn:o> .\n" for i in range(200)))
    with serving("--dataset", str(file), "--timeout", "60") as server, ThreadPoolExecutor(3) as threads:
        asked = [threads.submit(server.query, PRODUCT) for _ in range(3)]
        time.sleep(1.5)
        workers = children(server.process.pid)
        start = time.monotonic()
        server.process.terminate()
        server.process.wait(20)
        assert time.monotonic() - start < 10
        assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []
        assert [(one.result().status, one.result().body) for one in asked] == [(503, b"the server ends: come again\n")] * 3
        assert "Traceback" not in server.told()


def test_workers_that_are_told_to_end_leave_that_to_the_server(file: Path) -> None:
    with serving("--dataset", str(file), "--workers", "2") as server:
        workers = children(server.process.pid)
        for pid in workers:
            os.kill(pid, signal.SIGTERM)  # as a manager of services does, who ends all processes of one at once
        assert [server.query("ASK {}").status for _ in range(6)] == [200] * 6
        assert children(server.process.pid) == workers
