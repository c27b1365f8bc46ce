"""Puts the server together and runs it."""

from __future__ import annotations

import asyncio
import hashlib
import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.dataset import open_dataset
from kg.errors import UsageError
from kg.files import read_bytes
from kg.query.engine import Engine
from kg.server.limits import Limits

if TYPE_CHECKING:
    import uvicorn

    from kg.server.app import Served
    from kg.server.pool import Pool

__all__ = ["run"]

_HERE = ("127.0.0.1", "localhost", "[::1]")


def run(
    folders: Sequence[Path],
    file: Path | None,
    at: tuple[str, int],
    workers: int,
    limits: Limits,
    root_path: str,
    allowed: Sequence[str],
    log: bool,
) -> None:
    """Serve at an address until stopped.

    Raises `UsageError` where the extra ``server`` is not installed or the address is taken, `KgError` where the data can't be opened.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn
    except ModuleNotFoundError:
        raise UsageError("kg serve needs the extra server: pip install 'comity[server]'") from None

    from kg.server.app import app_of
    from kg.server.pool import Pool

    host, port = at
    listening = _bound(host, port)
    served = _served(folders, file, root_path)
    address = f"http://{host}:{port}{root_path}"
    pool = Pool(workers, limits, folders, file, f"{address}/sparql")
    app = app_of(pool, served, [*_HERE, host, *allowed], log)
    config = uvicorn.Config(
        app, root_path=root_path, log_level="warning", access_log=False, timeout_graceful_shutdown=5, server_header=False
    )
    asyncio.run(_serve(pool, config, listening, f"Serving {address}/sparql; Ctrl-C ends it."))


def _served(folders: Sequence[Path], file: Path | None, root: str) -> Served:
    from kg.query.questions import questions
    from kg.rdf.namespaces import COMITY, prefixes
    from kg.server.app import Served
    from kg.server.pages.rendering import query_page

    if file:
        data, base, title, asked = read_bytes(file), "", file.name, []
    else:
        dataset = open_dataset(folders)
        data, base, asked = dataset.nquads, dataset.base, list(questions(folders).values())
        title = Engine(dataset).about[0]
    page = query_page(title, base, prefixes(base or COMITY), asked, root)
    return Served(hashlib.sha256(data).hexdigest(), base, page, len(asked))


async def _serve(pool: Pool, config: uvicorn.Config, listening: socket.socket, words: str) -> None:
    """Workers first: data that can't be opened are known before anybody is let in."""
    try:
        await pool.start()
        click.echo(words, err=True)
        await _server(config).serve([listening])
    finally:
        await pool.stop()


def _server(config: uvicorn.Config) -> uvicorn.Server:
    import uvicorn

    class Server(uvicorn.Server):
        """Ends on a signal, and does not raise it again: the workers are still to be ended."""

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """Listen to Ctrl-C and to whoever ends processes while the server runs."""
            before = {one: signal.signal(one, self.handle_exit) for one in (signal.SIGINT, signal.SIGTERM)}
            try:
                yield
            finally:
                for one, handler in before.items():
                    signal.signal(one, handler)

    return Server(config)


def _bound(host: str, port: int) -> socket.socket:
    """The socket to listen on: taken before anything is built, so that a taken port is known at once."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.socket(family)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        raise UsageError(f"can't listen on {host}:{port}: {(error.strerror or str(error)).lower()}") from None
    return bound
