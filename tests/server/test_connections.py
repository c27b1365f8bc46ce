"""Who connects and says nothing, or too slowly, or too often."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack

import uvicorn

from kg.server.connections import guarded
from tests.server.conftest import Running, finished

HEAD = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"


async def app(_: object, __: object, send: Callable[..., Awaitable[None]]) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body"})


async def served(most: int, slow: float, client: Callable[[int], list[bytes]]) -> list[bytes]:
    """What a client gets from a server that lets so many in and waits so long."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, http=guarded(most, slow), log_level="critical", lifespan="off")
        server = uvicorn.Server(config)
        running = asyncio.ensure_future(server.serve([listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        found = await asyncio.to_thread(client, listening.getsockname()[1])
        server.should_exit = True
        await running
    return found


def connected(port: int, address: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5, source_address=(address, 0))


def heard(connection: socket.socket) -> bytes:
    """What comes first; nothing where the server closes or breaks off."""
    try:
        return connection.recv(12)
    except ConnectionError:
        return b""


def test_who_says_nothing_or_half_a_request_is_sent_away() -> None:
    def client(port: int) -> list[bytes]:
        found = []
        for said in (b"", HEAD):
            with connected(port) as connection:
                connection.sendall(said)
                found.append(heard(connection))
        return found

    assert finished(served(10, 0.3, client)) == [b"", b""]


def test_who_asks_in_time_may_ask_again_and_wait_in_between() -> None:
    def client(port: int) -> list[bytes]:
        found = []
        with connected(port) as connection:
            for _ in range(3):
                connection.sendall(HEAD)
                time.sleep(0.1)
                connection.sendall(b"\r\n")
                found.append(connection.recv(1 << 16)[:12])
                time.sleep(0.4)
        return found

    assert finished(served(10, 0.3, client)) == [b"HTTP/1.1 200"] * 3


def test_one_client_has_half_of_the_connections() -> None:
    def client(port: int) -> list[bytes]:
        with ExitStack() as stack:
            mine = [stack.enter_context(connected(port)) for _ in range(4)]
            time.sleep(0.1)
            other = stack.enter_context(connected(port, "127.0.0.2"))
            found = []
            for connection in (*mine, other):
                try:
                    connection.sendall(HEAD + b"\r\n")
                except ConnectionError:
                    found.append(b"")
                    continue
                found.append(heard(connection))
            return found

    good = b"HTTP/1.1 200"
    assert finished(served(4, 5, client)) == [good, good, b"", b"", good]


def test_a_thousand_silent_connections_of_one_client_hold_up_nobody_else(foreign: Running) -> None:
    with ExitStack() as stack:
        for _ in range(1000):
            stack.enter_context(connected(foreign.port))
        start = time.monotonic()
        assert foreign.ask(path="/healthz", client="127.0.0.2").status == 200
        assert foreign.query("ASK {}", client="127.0.0.2").status == 200
        assert time.monotonic() - start < 1
