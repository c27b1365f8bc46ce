"""The endpoint: a request becomes a job for a worker, and its answer a response."""

from __future__ import annotations

import asyncio
import hashlib
import re
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import Busy, RequestError
from kg.server.negotiation import wants_page
from kg.server.pool import Pool
from kg.server.protocol import Asked, asked

if TYPE_CHECKING:
    from kg.server.frames import Head

__all__ = ["Endpoint", "refused"]

# What these give differs from time to time: such an answer is not kept.
_FLEETING = re.compile(r"\b(NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
_RETRY = "2"  # seconds


class Endpoint:
    """Answers queries over what the pool's workers hold. ``version`` tells one state of the data from another; ``page`` is the
    page on which queries are written, with its policy."""

    def __init__(self, pool: Pool, version: str, page: tuple[bytes, str]) -> None:
        self.pool, self.version, self._page = pool, version, page

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
            page, policy = self._page
            headers = {"content-security-policy": policy, "vary": "accept", "x-content-type-options": "nosniff"}
            return Response(page, headers=headers, media_type="text/html")
        return await self.description(request)

    async def description(self, request: Request) -> Response:
        """The service description, also where a browser asks for it."""
        address = str(request.url.replace(query="")).removesuffix("/description").rstrip("/")
        job = {"job": "describe", "address": address, "accept": _for_triples(request.headers.get("accept", ""))}
        return await self.responded(request, job, {"vary": "accept"})

    async def answer(self, request: Request, what: Asked) -> Response:
        """The answer to a query, or why there is none."""
        accept = request.headers.get("accept", "")
        kept = request.method != "POST" and not _FLEETING.search(what.query)
        headers = self._headers(tag := f'"{self._digest(what, accept)}"', kept)
        if kept and tag in re.findall(r'"[^"]*"', request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        job = {"job": "query", "query": what.query, "default": what.default, "named": what.named, "accept": accept}
        return await self.responded(request, job, headers)

    async def responded(self, request: Request, job: Head, headers: dict[str, str]) -> Response:
        """What comes of a job, as a response: with these headers where all is well."""
        try:
            head, body = await self._done(request, job)
        except RequestError as error:
            return refused(error)
        if head["status"] != 200:
            return Response(body, head["status"], media_type=head["media"], headers={"vary": "accept"})
        return Response(_marked(head, body), headers=headers | _cut_headers(head), media_type=head["media"])

    async def _done(self, request: Request, job: Head) -> tuple[Head, bytes]:
        """The work, which ends when the asker goes away."""
        work = asyncio.ensure_future(self.pool.run(job))
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

    def _digest(self, what: Asked, accept: str) -> str:
        return hashlib.sha256(repr((self.version, what, accept)).encode()).hexdigest()[:32]

    def _headers(self, tag: str, kept: bool) -> dict[str, str]:
        keep = {"etag": tag, "cache-control": "public, max-age=0, must-revalidate"} if kept else {"cache-control": "no-store"}
        return keep | {"vary": "accept", "x-content-type-options": "nosniff"}


def _for_triples(accept: str) -> str:
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
