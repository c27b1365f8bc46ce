"""Starting, telling and ending: what an operator sees."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.conftest import DATA, KG, serving


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "small.nq"
    found.write_text(DATA)
    return found


def children(process: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]


def log(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_told_and_leaves_no_process(file: Path, how: signal.Signals) -> None:
    with serving("--dataset", str(file)) as server:
        workers = children(server.process.pid)
        assert len(workers) == 5
        server.process.send_signal(how)
        server.process.wait(20)
        assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []
        assert "Traceback" not in server.told()


def test_a_worker_that_is_killed_is_replaced(file: Path) -> None:
    with serving("--dataset", str(file), "--workers", "2") as server:
        before = children(server.process.pid)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        answers = [server.query("ASK {}").status for _ in range(8)]
        assert answers[-1] == 200
        assert set(answers) <= {200, 503}
        assert not set(before) & set(children(server.process.pid))


def test_the_log_has_a_line_of_json_for_a_request_and_no_query(file: Path) -> None:
    for options, told in (((), {False}), (("--log-queries",), {True})):
        with serving("--dataset", str(file), *options) as server:
            server.query("ASK { <urn:secret> ?p ?o }")
            server.process.terminate()
            server.process.wait(20)
            text = server.told()
        line = log(text)[-1]
        assert [line[name] for name in ("client", "method", "path", "status")] == ["127.0.0.1", "GET", "/sparql", 200]
        assert {"secret" in text} == told
        assert {"query" in line} == told


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("broken.nq", "<urn:a> <urn:b>", "broken.nq: not nquads: "),
        ("data.xml", "<rdf/>", "data.xml: .xml is none of .ttl .nt .nq .trig"),
    ],
)
def test_a_file_that_cannot_be_served_is_one_line(tmp_path: Path, name: str, text: str, why: str) -> None:
    (tmp_path / name).write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", KG, "serve", "--dataset", name, "--port", "8899"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr.count("Traceback")) == (1, 0)
    assert done.stderr.splitlines()[-1].startswith(f"kg: {why}")


def test_a_port_that_is_taken_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-c", KG, "serve", "--port", str(port)], capture_output=True, text=True, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (2, f"kg: can't listen on 127.0.0.1:{port}: address already in use\n")


def test_behind_a_proxy_the_server_knows_its_public_address(file: Path) -> None:
    with serving(
        "--dataset", str(file), "--root-path", "/comity", "--allowed-host", "www.example.org", "--trusted-proxy", "127.0.0.1"
    ) as server:
        headers = {
            "host": "www.example.org",
            "x-forwarded-proto": "https",
            "x-forwarded-for": "192.0.2.7",
            "accept": "application/n-triples",
        }
        told = server.ask(headers=headers)
        assert (told.status, b"<https://www.example.org/comity/sparql> " in told.body) == (200, True)
        assert server.query("ASK {}").status == 200
        server.process.terminate()
        server.process.wait(20)
        lines = log(server.told())
    assert ["192.0.2.7" in str(line["client"]) for line in lines][-2:] == [True, False]
