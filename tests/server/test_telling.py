"""A log that nobody reads holds nobody up."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.server.telling import Telling
from tests.server.conftest import DATA, KG, Running, free_port, wait_for

LONG = "/" + "x" * 2000


def test_lines_are_written_whole_in_their_order() -> None:
    reading, writing = os.pipe()
    telling = Telling(writing)
    print("one", "of two", file=telling)
    telling.write("half a ")
    telling.write("line\nand what has no end")
    telling.end()
    os.close(writing)
    with os.fdopen(reading) as read:
        assert read.read() == "one of two\nhalf a line\n"


def test_what_does_not_fit_is_counted_and_told_when_it_flows_again() -> None:
    reading, writing = os.pipe()
    telling = Telling(writing, most=1000)
    while not telling.lost:
        print("x" * 99, file=telling)
    for _ in range(9):
        print("lost", file=telling)
    with os.fdopen(reading) as read:
        lines = [read.readline()]
        while not lines[-1].startswith("kg: "):
            lines.append(read.readline())
        assert lines[-1] == "kg: 10 lines of the log are lost: nobody read it\n"
        assert set(lines[:-1]) == {"x" * 99 + "\n"}
        print("it flows", file=telling)
        assert read.readline() == "it flows\n"
    telling.end()
    os.close(writing)


def test_whoever_read_the_log_may_be_gone() -> None:
    reading, writing = os.pipe()
    telling = Telling(writing)
    os.close(reading)
    start = time.monotonic()
    for _ in range(1000):
        print("nobody hears it" * 100, file=telling)
    telling.end()
    os.close(writing)
    assert time.monotonic() - start < 0.9  # the end waits a second for what is still to be read


@contextmanager
def unread(file: Path) -> Iterator[tuple[Running, IO[bytes]]]:
    """A server, and its standard error, which nobody reads."""
    file.write_text(DATA)
    command = [sys.executable, "-c", KG, "serve", "--port", str(port := free_port()), "--dataset", str(file)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        server = Running(port, process, process.stderr)
        try:
            wait_for(server)
            yield server, process.stderr
        finally:
            process.terminate()
            process.stderr.read()


def test_a_server_whose_log_nobody_reads_answers_and_tells_what_is_lost(tmp_path: Path) -> None:
    with unread(tmp_path / "small.nq") as (server, log):
        assert [server.ask(path=LONG).status for _ in range(2000)] == [404] * 2000
        assert server.query("ASK {}").status == 200
        server.process.terminate()  # the last request may be told after its answer: so all is read, to the end
        told, lost = read(log)
        assert lost > 0
        assert told + lost == 1 + 2000 + 1


def test_a_server_whose_log_nobody_reads_ends_when_told(tmp_path: Path) -> None:
    with unread(tmp_path / "small.nq") as (server, _):
        assert [server.ask(path=LONG).status for _ in range(60)] == [404] * 60
        server.process.terminate()
        assert server.process.wait(10) == 0


def read(log: IO[bytes]) -> tuple[int, int]:
    """How many requests the log tells, and how many it says are lost."""
    told = lost = 0
    for line in log:
        if found := re.match(rb"kg: ([\d,]+) lines of the log are lost", line):
            lost += int(found[1].replace(b",", b""))
        told += line.startswith(b"{") and "status" in json.loads(line)
    return told, lost
