"""Servers as a user starts them: processes of their own, asked over HTTP."""

from __future__ import annotations

import asyncio
import http.client
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.parse import quote

import pytest

from kg.readers.curated.starter import write_starter

T = TypeVar("T")
KG = "from kg.cli.main import main; main()"
DIRECT = {"content-type": "application/sparql-query"}
# Two graphs and a default graph; one label holds what is hard to write.
DATA = """<urn:a> <urn:p> <urn:b> .
<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "A, \\"quoted\\"\\nand <b>\\u00e9"@en .
<urn:c> <urn:p> <urn:d> <urn:g1> .
<urn:e> <urn:p> <urn:f> <urn:g2> .
"""


@dataclass(frozen=True)
class Said:
    """A response: status, headers with small names, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """A server of one test module."""

    port: int
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def told(self) -> str:
        """What it has said on standard error until now."""
        self.log.seek(0)
        return self.log.read().decode()

    def ask(
        self,
        method: str = "GET",
        path: str = "/sparql",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        wait: float = 30,
        client: str = "127.0.0.1",
    ) -> Said:
        """One request on a connection of its own; ``client`` is the address that asks."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=wait, source_address=(client, 0))
        connection.request(method, path, body, {**(headers or {})})
        answer = connection.getresponse()
        said = Said(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return said

    def query(self, text: str, accept: str = "", client: str = "127.0.0.1", **more: str) -> Said:
        """A query in the address."""
        parameters = "".join(f"&{name.replace('_', '-')}={quote(value, safe='')}" for name, value in more.items())
        return self.ask(
            path=f"/sparql?query={quote(text, safe='')}{parameters}", headers={"accept": accept} if accept else {}, client=client
        )


Starter = Callable[..., Running]


@contextmanager
def serving(*options: str) -> Iterator[Running]:
    """A server with these options, once it answers."""
    command = [sys.executable, "-c", KG, "serve", "--port", str(port := free_port()), *options]
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, stderr=log) as process:
        try:
            running = Running(port, process, log)
            wait_for(running)
            yield running
        finally:
            process.terminate()


def finished(work: Coroutine[Any, Any, T]) -> T:
    """What comes of it, in a thread of its own: in this one a browser's loop may run."""
    with ThreadPoolExecutor() as threads:
        return threads.submit(asyncio.run, work).result()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(running: Running) -> None:
    """Wait until a server answers, which it tells in one line of its log."""
    for _ in range(200):
        if running.process.poll() is not None:
            raise AssertionError(running.told())
        try:
            if running.ask(path="/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="module")
def start() -> Iterator[Starter]:
    """Starts servers that end with the module."""
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(serving(*options))


@pytest.fixture(scope="module")
def served(start: Starter) -> Running:
    """The shipped corpus."""
    return start()


@pytest.fixture(scope="module")
def foreign(start: Starter, tmp_path_factory: pytest.TempPathFactory) -> Running:
    """A small foreign file."""
    file = tmp_path_factory.mktemp("data") / "small.nq"
    file.write_text(DATA)
    return start("--dataset", str(file))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus with one of every record, with the text that it cites in the folder ``documents``."""
    folder = tmp_path_factory.mktemp("example") / "corpus"
    write_starter(folder)
    return folder


@pytest.fixture(scope="module")
def example_served(start: Starter, example: Path) -> Running:
    """The example corpus, without its text."""
    return start("--workers", "2", "--corpus", str(example))


@pytest.fixture(scope="module")
def with_text(start: Starter, example: Path) -> Running:
    """The example corpus with its text."""
    return start("--workers", "2", "--corpus", str(example), "--documents", str(example / "documents"))


@pytest.fixture(scope="session")
def protocol_tool() -> Path:
    """The runner of the W3C's tests of the protocol, where it is at hand."""
    return Path(__file__).parents[3] / "shared" / "tools" / "sparql_protocol.py"
