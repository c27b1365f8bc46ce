"""The routes of the server, and what holds for every response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.server.linked import FOLDERS, LinkedData
from kg.server.log import AccessLog
from kg.server.openapi import openapi
from kg.server.pages.listing import LISTED
from kg.server.pool import Pool
from kg.server.sparql import Endpoint
from kg.server.standing import Standing

__all__ = ["app_of"]

Handler = Callable[[Request], Awaitable[Response]]


def app_of(pool: Pool, linked_data: bool, hosts: Sequence[str], log_queries: bool = False) -> Starlette:
    """The whole server; ``hosts`` are the names by which it may be called. A foreign file is no linked data of ours."""
    endpoint = Endpoint(pool)
    linked, standing = LinkedData(endpoint), Standing(pool)

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n") if pool.alive else PlainTextResponse("no worker is up\n", 503)

    async def described(request: Request) -> Response:
        return Response(openapi(pool.data.version, request.scope.get("root_path", ""), linked_data), media_type="application/json")

    routes = [
        *(_route(path, endpoint, "GET", "POST") for path in ("/sparql", "/sparql/")),
        _route("/sparql/description", endpoint.description),
        _route("/healthz", healthz),
        _route("/openapi.json", described),
    ]
    if linked_data:
        routes += [_route("/", linked.home), _route("/.well-known/void", linked.dataset)]
        routes += [_route("/view", standing.view), _route("/conflicts", standing.conflicts)]
        routes += [_route(path, standing.listing) for folder in LISTED for path in (f"/{folder}", f"/{folder}/")]
        routes += [_route(path, standing.vocabulary) for path in standing.paths()]
        routes += [_route(path, standing.document) for path in standing.documents()]
        routes += [_route("/plover/{term:path}", standing.term), _route("/shape/{rule:path}", standing.rule)]
        routes.append(_route("/context.jsonld", standing.context))
        routes += [_route(f"/{folder}/{{rest:path}}", linked) for folder in FOLDERS]
    else:
        routes.append(_route("/", _to_sparql))
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


def _route(path: str, handler: Handler, *methods: str) -> Route:
    async def handled(request: Request) -> Response:
        return await handler(request)  # an object that is called would pass for an application of its own

    return Route(path, handled, methods=methods or ("GET",))


async def _to_sparql(request: Request) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '')}/sparql", 303)
