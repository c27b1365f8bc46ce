"""Puts the server together and runs it."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from kg.errors import StoreError, UsageError
from kg.server.limits import Limits
from kg.server.source import Source

if TYPE_CHECKING:
    import uvicorn

    from kg.server.pool import Pool

__all__ = ["run"]

_HERE = ("127.0.0.1", "localhost", "[::1]")
_SOON = 3.0  # seconds
Progress = AbstractContextManager[Callable[[str], None]]


def run(
    source: Source,
    at: tuple[str, int],
    workers: int,
    limits: Limits,
    allowed: Sequence[str],
    proxies: Sequence[str],
    log: bool,
    progress: Progress,
) -> None:
    """Serve at an address until stopped; ``proxies`` are believed when they say for whom they ask, ``progress`` tells of the start.

    Raises `UsageError` where the extra ``server`` is not installed or the address is taken, `KgError` where the data can't be opened.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn
    except ModuleNotFoundError:
        raise UsageError("kg serve needs the extra server: pip install 'comity[server]'") from None

    from kg.server.app import app_of
    from kg.server.connections import guarded, possible
    from kg.server.pool import Pool

    host, port = at
    listening = _bound(host, port)
    address = f"http://{host}:{port}{source.root}/sparql"
    pool = Pool(workers, limits, address)
    app = app_of(pool, source.file is None, [*_HERE, host, *allowed], log)

    def config() -> uvicorn.Config:
        return uvicorn.Config(
            app,
            http=guarded(possible(limits.connections)),
            root_path=source.root,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=5,
            server_header=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
        )

    asyncio.run(_serve(pool, source, config, listening, f"Serving {address}; Ctrl-C ends it.", progress))


async def _serve(
    pool: Pool, source: Source, config: Callable[[], uvicorn.Config], listening: socket.socket, words: str, progress: Progress
) -> None:
    """Workers first: data that can't be opened are known before anybody is let in."""
    from kg.server.reload import keep_up
    from kg.server.tasks import Tasks
    from kg.server.telling import unblocked

    beside = Tasks()
    signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGINT))  # until the server listens to both
    try:
        seen = source.state()
        with progress as step:
            notes = await _start(pool, source, step)
        with unblocked():
            beside.add(keep_up(pool, source, seen))
            server = _server(config(), lambda: _say(*notes, words), lambda: beside.add(_end(pool)))  # what it logs goes the same way
            await server.serve([listening])
    finally:
        beside.cancel()
        await beside.join()
        await pool.stop()


def _say(*words: str) -> None:
    print(*words, sep="\n", file=sys.stderr)


async def _end(pool: Pool) -> None:
    """Answers that come soon are still given."""
    await asyncio.sleep(_SOON)
    await pool.stop()


async def _start(pool: Pool, source: Source, step: Callable[[str], None]) -> list[str]:
    """Raises `CorpusError` and `StoreError`. Gives lines for who runs the server."""
    from kg.server.loading import load

    try:
        step("opening the data set")
        data = await load(source)
        step("starting the workers")
        await pool.serve(data)
        return data.notes
    except OSError as error:
        raise StoreError(str(error)) from None


def _server(config: uvicorn.Config, ready: Callable[[], None], ending: Callable[[], None]) -> uvicorn.Server:
    import uvicorn

    class Server(uvicorn.Server):
        """Ends on a signal, and does not raise it again: the workers are still to be ended."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Let clients in; from now on a signal ends the server in order."""
            await super().startup(sockets)
            ready()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            """Let nobody in, and wait for who is in."""
            ending()
            await super().shutdown(sockets)

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
        # The protocol is named, else asyncio does not switch off the waiting for more (TCP_NODELAY), and answers come 40 ms late.
        bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        raise UsageError(f"can't listen on {host}:{port}: {(error.strerror or str(error)).lower()}") from None
    return bound
