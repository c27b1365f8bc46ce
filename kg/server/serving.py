"""Puts the server together and runs it."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Sequence
from pathlib import Path

import click

from kg.dataset import open_dataset
from kg.errors import UsageError
from kg.files import read_bytes
from kg.server.limits import Limits

__all__ = ["run"]

_HERE = ("127.0.0.1", "localhost", "[::1]")


def run(
    folders: Sequence[Path], file: Path | None, at: tuple[str, int], workers: int, limits: Limits, root_path: str, allowed: Sequence[str]
) -> None:
    """Serve at an address until stopped.

    Raises `UsageError` where the extra ``server`` is not installed or the address is taken, `KgError` where the data can't be opened.
    """
    try:
        import uvicorn
    except ModuleNotFoundError:
        raise UsageError("kg serve needs the extra server: pip install 'comity[server]'") from None

    from kg.server.app import app_of
    from kg.server.pool import Pool

    host, port = at
    listening = _bound(host, port)
    version = hashlib.sha256(read_bytes(file) if file else open_dataset(folders).nquads).hexdigest()
    address = f"http://{host}:{port}{root_path}"
    app = app_of(Pool(workers, limits, folders, file, f"{address}/sparql"), version, [*_HERE, host, *allowed])
    config = uvicorn.Config(app, root_path=root_path, log_level="warning", timeout_graceful_shutdown=5, server_header=False)
    click.echo(f"Serving {address}/sparql; Ctrl-C ends it.", err=True)
    uvicorn.Server(config).run([listening])


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
