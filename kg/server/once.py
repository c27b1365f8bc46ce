"""Answers that cost seconds and are the same for everybody: a worker makes each once in a state of the data."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import RequestError
from kg.server.frames import Head
from kg.server.negotiation import preferences
from kg.server.pool import Pool
from kg.server.sparql import refused

__all__ = ["Once"]

_PATIENCE = 6  # times as long as a query may such a job run: it costs that once, however many ask
_ALL = ""  # for whom it is made
_KEEP = {"cache-control": "public, max-age=0, must-revalidate", "vary": "accept-encoding", "x-content-type-options": "nosniff"}


@dataclass(frozen=True, slots=True)
class _Made:
    """An answer, packed; ``tag`` tells it from any other."""

    head: Head
    packed: bytes
    tag: str


class Once:
    """Keeps what it has had made, packed, until the data change. Those who ask for the same at once wait for one worker."""

    def __init__(self, pool: Pool) -> None:
        self._pool, self._version = pool, ""
        self._made: dict[str, asyncio.Task[_Made]] = {}

    async def response(self, request: Request, job: Head, headers: dict[str, str]) -> Response:
        """What comes of a job; where the worker names a policy, that one goes with it."""
        try:
            made = await self._one(job)
        except RequestError as error:
            return refused(error)
        if made.head["status"] != 200:
            return Response(gzip.decompress(made.packed), made.head["status"], media_type=made.head["media"])
        policy = {"content-security-policy": made.head["policy"]} if "policy" in made.head else {}
        headers = _KEEP | headers | policy | {"etag": f'W/"{made.tag}"'}
        if made.tag in re.findall(r'"([^"]*)"', request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        if dict(preferences(request.headers.get("accept-encoding", ""))).get("gzip", 0.0) > 0:
            return Response(made.packed, headers=headers | {"content-encoding": "gzip"}, media_type=made.head["media"])
        return Response(gzip.decompress(made.packed), headers=headers, media_type=made.head["media"])

    async def _one(self, job: Head) -> _Made:
        if self._version != self._pool.data.version:
            self._version = self._pool.data.version
            self._made.clear()
        key = json.dumps(job, sort_keys=True)
        if key not in self._made:
            self._made[key] = asyncio.ensure_future(self._make(job))
            self._made[key].add_done_callback(partial(self._sift, key))
        return await asyncio.shield(self._made[key])  # who goes away takes nothing from the others

    async def _make(self, job: Head) -> _Made:
        head, body = await self._pool.run({**job, "patience": _PATIENCE}, _ALL)
        packed = await asyncio.to_thread(gzip.compress, body, mtime=0)
        return _Made(head, packed, hashlib.sha256(body).hexdigest()[:32])

    def _sift(self, key: str, made: asyncio.Task[_Made]) -> None:
        """Keep what came out well only: all else may do so next time."""
        failed = made.cancelled() or made.exception() is not None or made.result().head["status"] != 200
        if (failed or made.result().head["version"] != self._version) and self._made.get(key) is made:
            del self._made[key]
