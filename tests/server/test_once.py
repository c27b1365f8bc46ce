"""Answers that are made once: for all who ask, until the data change, and only where they came out well."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import Overrun
from kg.server.frames import Head
from kg.server.once import Once
from kg.server.pool import Pool
from tests.server.conftest import finished

JOB = {"job": "view"}
BODY = b"a page " * 1000


class FakePool:
    """Makes the same page each time, unless it is told to fail; a moment goes by."""

    def __init__(self) -> None:
        self.made, self.head = 0, {"status": 200, "media": "text/html", "policy": "default-src 'none'"}
        self.error: Exception | None = None
        self.data = SimpleNamespace(version="1")

    async def run(self, job: Mapping[str, Any], client: str) -> tuple[Head, bytes]:
        version = self.data.version
        self.made += 1
        await asyncio.sleep(0.01)
        if self.error:
            raise self.error
        return {**self.head, "version": version}, BODY


@pytest.fixture
def pool() -> FakePool:
    return FakePool()


@pytest.fixture
def once(pool: FakePool) -> Once:
    return Once(cast(Pool, pool))


def request(**headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": named})


async def ask(once: Once, **headers: str) -> Response:
    return await once.response(request(**headers), JOB, {"referrer-policy": "no-referrer"})


def test_all_who_ask_at_once_and_later_get_what_was_made_once(once: Once, pool: FakePool) -> None:
    async def asked() -> list[Response]:
        return [*await asyncio.gather(*(ask(once) for _ in range(5))), await ask(once)]

    assert [(said.status_code, said.body) for said in finished(asked())] == [(200, BODY)] * 6
    assert pool.made == 1


def test_it_is_sent_packed_to_whoever_takes_that_and_else_as_it_is(once: Once) -> None:
    async def asked() -> list[Response]:
        return [await ask(once, accept_encoding=value) for value in ("gzip, br", "gzip;q=0, identity", "br")]

    packed, *plain = finished(asked())
    assert (packed.headers["content-encoding"], gzip.decompress(bytes(packed.body))) == ("gzip", BODY)
    assert [("content-encoding" in said.headers, said.body) for said in plain] == [(False, BODY)] * 2
    assert {said.headers["vary"] for said in (packed, *plain)} == {"accept-encoding"}
    assert {said.headers["content-security-policy"] for said in (packed, *plain)} == {"default-src 'none'"}


def test_whoever_has_it_already_is_told_so(once: Once) -> None:
    async def asked() -> tuple[Response, Response, Response]:
        first = await ask(once)
        return first, await ask(once, if_none_match=first.headers["etag"]), await ask(once, if_none_match='W/"another"')

    first, same, other = finished(asked())
    assert (same.status_code, same.body, same.headers["etag"]) == (304, b"", first.headers["etag"])
    assert other.status_code == 200


def test_other_data_have_it_made_anew(once: Once, pool: FakePool) -> None:
    async def asked() -> None:
        await ask(once)
        pool.data.version = "2"
        await ask(once)
        await ask(once)

    finished(asked())
    assert pool.made == 2


def test_what_was_made_while_the_data_changed_is_made_anew(once: Once, pool: FakePool) -> None:
    async def asked() -> None:
        first = asyncio.ensure_future(ask(once))
        await asyncio.sleep(0.001)
        pool.data.version = "2"
        await first
        await ask(once)
        await ask(once)

    finished(asked())
    assert pool.made == 2


def test_what_came_out_badly_is_told_and_not_kept(once: Once, pool: FakePool) -> None:
    async def asked() -> list[int]:
        pool.error = Overrun("too long")
        found = [(await ask(once)).status_code]
        pool.error, pool.head = None, {"status": 404, "media": "text/plain"}
        found.append((await ask(once)).status_code)
        pool.head = {"status": 200, "media": "text/html"}
        return [*found, (await ask(once)).status_code]

    assert finished(asked()) == [503, 404, 200]


def test_who_goes_away_takes_nothing_from_the_others(once: Once, pool: FakePool) -> None:
    async def asked() -> Response:
        leaving, staying = asyncio.ensure_future(ask(once)), asyncio.ensure_future(ask(once))
        await asyncio.sleep(0)
        leaving.cancel()
        return await staying

    assert finished(asked()).body == BODY
    assert pool.made == 1
