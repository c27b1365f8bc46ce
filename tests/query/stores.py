"""Other people's stores, started on loopback for a test and loaded as the README says."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

__all__ = ["OXIGRAPH", "VIRTUOSO", "oxigraph", "virtuoso"]

# Beside this Python, where pip puts it, or on the path.
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t") and shutil.which("isql-vt")

_INI = """\
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
ThreadsPerQuery = 1
NumberOfBuffers = 20000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


@contextmanager
def oxigraph(file: Path, folder: Path, *, union: bool = False, record: str | None = None) -> Iterator[str]:
    """The address of an Oxigraph server that holds a file of N-Quads.

    What is in no graph there becomes the graph ``record``; the default graph of a ``union`` is that of all graphs.
    """
    assert OXIGRAPH
    if record:
        named = folder / "named.nq"
        subprocess.run(
            [OXIGRAPH, "convert", "--from-file", file, "--to-file", named, "--to-graph", record], check=True, capture_output=True
        )
        file = named
    subprocess.run([OXIGRAPH, "load", "--location", folder / "db", "--file", file], check=True, capture_output=True)
    port = _free_port()
    serve = [OXIGRAPH, "serve-read-only", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    with _running([*serve, *(["--union-default-graph"] * union)], folder):
        yield _awaited(f"http://127.0.0.1:{port}/query")


@contextmanager
def virtuoso(file: Path, folder: Path, record: str) -> Iterator[str]:
    """The address of a Virtuoso server that holds a file of N-Quads, what is in no graph there as the graph ``record``."""
    sql, http = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=sql, http=http, folder=folder), encoding="utf-8")
    shutil.copy(file, folder / "dataset.nq")
    load = f"DB.DBA.TTLP(file_to_string_output('{folder}/dataset.nq'), '', '{record}', 512);"
    with _running(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], folder):
        address = _awaited(f"http://127.0.0.1:{http}/sparql")
        done = subprocess.run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"], check=True, capture_output=True, text=True)
        assert "Error" not in done.stderr, done.stderr
        yield address


@contextmanager
def _running(command: Sequence[str], folder: Path) -> Iterator[None]:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _awaited(url: str, seconds: float = 60.0) -> str:
    """The address, as soon as somebody answers there."""
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError as error:
            error.close()
            return url
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return url


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
