"""The routes of the server, and what holds for every response."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.server.linked import FOLDERS, LinkedData
from kg.server.log import AccessLog
from kg.server.pool import Pool
from kg.server.sparql import Endpoint

__all__ = ["app_of"]


def app_of(pool: Pool, version: str, base: str, page: tuple[bytes, str], hosts: Sequence[str], log_queries: bool = False) -> Starlette:
    """The whole server; ``hosts`` are the names by which it may be called, ``base`` is where the data set's own IRIs lie, if it has any;
    ``page`` is the one on which queries are written, with its policy."""

    endpoint = Endpoint(pool, version, page)

    async def sparql(request: Request) -> Response:
        return await endpoint(request)

    async def description(request: Request) -> Response:
        return await endpoint.description(request)

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    linked = LinkedData(endpoint, base)

    async def thing(request: Request) -> Response:
        return await linked(request)

    async def dataset(request: Request) -> Response:
        return await linked.dataset(request)

    routes = [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/sparql/", sparql, methods=["GET", "POST"]),
        Route("/sparql/description", description),
        Route("/healthz", healthz),
        *([Route("/.well-known/void", dataset)] if base else []),
        *(Route(f"/{folder}/{{rest:path}}", thing) for folder in FOLDERS if base),
    ]
    middleware = [
        Middleware(AccessLog, queries=log_queries),
        Middleware(TrustedHostMiddleware, allowed_hosts=[*hosts], www_redirect=False),
        # Any page may read what anybody may read; none can change anything.
        Middleware(
            CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], expose_headers=["etag", "retry-after", "x-truncated"]
        ),
        Middleware(GZipMiddleware, minimum_size=1000),
    ]
    return Starlette(routes=routes, middleware=middleware)
