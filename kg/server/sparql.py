"""The endpoint: a request becomes a job for a worker, and its answer a response."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import Busy, RequestError
from kg.server.fairness import client_of
from kg.server.limits import Limits
from kg.server.negotiation import wants_page
from kg.server.pool import Pool
from kg.server.protocol import Asked, asked

if TYPE_CHECKING:
    from kg.server.frames import Head

__all__ = ["Endpoint", "for_triples", "refused"]

# What these give differs from time to time: such an answer is not kept.
_FLEETING = re.compile(r"\b(NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
_RETRY = "2"  # seconds


class Endpoint:
    """Answers queries over what the pool's workers hold."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool

    async def __call__(self, request: Request) -> Response:
        """GET, HEAD and POST as the protocol has them."""
        try:
            what = asked("GET" if request.method == "HEAD" else request.method, *await self._parts(request), self.pool.limits.query)
        except RequestError as error:
            return refused(error)
        if what is None:
            return await self.describe(request)
        return await self.answer(request, what)

    async def describe(self, request: Request) -> Response:
        """What the endpoint can do, for a request without a query; for a browser a page to write one."""
        if wants_page(request.headers.get("accept", "")):
            data = self.pool.data
            headers = {"content-security-policy": data.policy, "vary": "accept", "x-content-type-options": "nosniff"}
            return Response(data.page, headers=headers, media_type="text/html")
        return await self.description(request)

    async def description(self, request: Request) -> Response:
        """The service description, also where a browser asks for it."""
        address = str(request.url.replace(query="")).removesuffix("/description").rstrip("/")
        job = {"job": "describe", "address": address, "accept": for_triples(request.headers.get("accept", ""))}
        return await self.responded(request, job, {"vary": "accept"})

    async def answer(self, request: Request, what: Asked) -> Response:
        """The answer to a query, or why there is none."""
        accept = request.headers.get("accept", "")
        kept = request.method != "POST" and not _FLEETING.search(what.query)

        def headers(version: str) -> dict[str, str]:
            return _headers(_tag(version, self.pool.limits, what, accept) if kept else "")

        now = headers(self.pool.data.version)
        if kept and now["etag"] in re.findall(r'"[^"]*"', request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=now)
        job = {"job": "query", "query": what.query, "default": what.default, "named": what.named, "accept": accept}
        return await self.responded(request, job, headers)

    async def responded(self, request: Request, job: Head, headers: dict[str, str] | Callable[[str], dict[str, str]]) -> Response:
        """What comes of a job, as a response: with these headers where all is well, which may tell the version that answered."""
        try:
            head, body = await self._done(request, job)
        except RequestError as error:
            return refused(error)
        if head["status"] != 200:
            return Response(body, head["status"], media_type=head["media"], headers={"vary": "accept"})
        told = headers(head["version"]) if callable(headers) else headers
        return Response(_marked(head, body), headers=told | _cut_headers(head), media_type=head["media"])

    async def _done(self, request: Request, job: Head) -> tuple[Head, bytes]:
        """The work, which ends when the asker goes away."""
        work = asyncio.ensure_future(self.pool.run(job, client_of(request.client.host if request.client else "")))
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise Busy("nobody is there to hear it")
            return work.result()
        finally:
            gone.cancel()
            if not work.done():
                work.cancel()

    async def _parts(self, request: Request) -> tuple[str, str, bytes]:
        most = 3 * self.pool.limits.query + 10_000  # a form may write each byte as three
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise RequestError(f"the request is longer than {most:,} bytes", 413)
        return str(request.url.query), request.headers.get("content-type", ""), body


def _tag(version: str, limits: Limits, what: Asked, accept: str) -> str:
    return f'"{hashlib.sha256(repr((version, limits, what, accept)).encode()).hexdigest()[:32]}"'


def _headers(tag: str) -> dict[str, str]:
    keep = {"etag": tag, "cache-control": "public, max-age=0, must-revalidate"} if tag else {"cache-control": "no-store"}
    return keep | {"vary": "accept", "x-content-type-options": "nosniff"}


def for_triples(accept: str) -> str:
    """What to give where there are triples alone: to a browser Turtle, which it shows as text."""
    return "text/turtle" if wants_page(accept) else accept


def refused(error: RequestError) -> Response:
    """Why there is no answer; who meets a busy server is told when to come again."""
    return PlainTextResponse(f"{error}\n", error.status, {"retry-after": _RETRY} if isinstance(error, Busy) else {})


def _marked(head: Head, body: bytes) -> bytes:
    """An answer that was cut says so in the place that JSON has for it."""
    if head.get("cut") and head["format"] == "json":
        return body.replace(b'{"head":{', b'{"head":{"link":["urn:comity:truncated"],', 1)
    return body


def _cut_headers(head: Head) -> dict[str, str]:
    return {"x-truncated": f"the first {head['rows']} are given; there are more"} if head.get("cut") else {}


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
