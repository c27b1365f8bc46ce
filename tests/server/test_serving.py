"""The first start, while the data set is made."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.readers.curated.starter import write_starter
from tests.server.conftest import KG, free_port
from tests.server.test_reload import until
from tests.server.test_running import children

COMMAND = [sys.executable, "-c", KG, "serve", "--workers", "2", "--port"]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_may_be_stopped_while_the_data_set_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: signal.Signals) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = [*COMMAND, str(free_port())]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        until(lambda: len(children(process.pid)) == 1)
        time.sleep(0.5)
        made = children(process.pid)
        os.killpg(process.pid, how)  # as a terminal does
        _, said = process.communicate(timeout=10)
    assert (process.returncode, said.strip()) == (130, b"kg: stopped")
    assert [pid for pid in made if Path(f"/proc/{pid}").exists()] == []
    assert not list((tmp_path / "cache").rglob("dataset.nq"))  # else it came too late


def test_it_tells_a_terminal_what_it_waits_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_starter(tmp_path / "corpus")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TERM", "xterm")
    ours, its = pty.openpty()
    with subprocess.Popen([*COMMAND, str(free_port()), "--corpus", str(tmp_path / "corpus")], stderr=its) as process:
        told = b""
        while b"Ctrl-C ends it." not in told:
            told += os.read(ours, 1000)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    os.close(its)
    os.close(ours)
    assert told.index(b"opening the data set") < told.index(b"starting the workers") < told.index(b"Serving http://")


def test_faults_of_the_corpus_are_told_as_a_check_tells_them(tmp_path: Path) -> None:
    write_starter(corpus := tmp_path / "corpus")
    (corpus / "places.yaml").write_text("- id: nowhere\n  elves: 9\n")
    command = [sys.executable, "-c", KG, "check", "--corpus", str(corpus)]
    check = subprocess.run(command, capture_output=True, text=True, check=False)
    serve = subprocess.run([*COMMAND, str(free_port()), "--corpus", str(corpus)], capture_output=True, text=True, check=False)
    assert check.returncode == serve.returncode == 1
    assert f"{corpus / 'places.yaml'}:1: " in serve.stderr
    assert serve.stderr == check.stderr


def test_a_proxy_is_named_by_its_address() -> None:
    command = [*COMMAND, str(free_port()), "--trusted-proxy", "nginx.example.org"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'nginx.example.org' does not appear to be an IPv4 or IPv6 network" in done.stderr
