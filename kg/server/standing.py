"""Pages about the graph as a whole, and the vocabularies: made once, and then sent as they are."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import NotAcceptable
from kg.server.linked import DOCUMENTS, ENDINGS, PAGE, TRIPLES
from kg.server.negotiation import chosen
from kg.server.once import Once
from kg.server.pages.vocabulary import PAGES, VOCABULARIES, anchor, defines, edition
from kg.server.pool import Pool
from kg.server.sparql import refused

__all__ = ["Standing"]

_NOTHING = "nothing is known by this address\n"
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


class Standing:
    """The era views, the conflicts, the lists of all things of a kind, and by the names of ``VOCABULARIES`` the vocabularies."""

    def __init__(self, pool: Pool) -> None:
        self._once = Once(pool)

    async def view(self, request: Request) -> Response:
        """All eras on one page."""
        return await self._once.response(request, {"job": "view"}, {"referrer-policy": "no-referrer"})

    async def conflicts(self, request: Request) -> Response:
        """What the sources disagree on; ``?page=2`` has the next."""
        number = request.query_params.get("page", "1")
        if not _NUMBER.fullmatch(number):
            return PlainTextResponse("pages have numbers from 1\n", 400)
        return await self._once.response(request, {"job": "conflicts", "root": _root(request), "page": int(number)}, PAGE)

    async def listing(self, request: Request) -> Response:
        """All things of a kind."""
        return await self._once.response(request, {"job": "listing", "root": _root(request), "folder": _path(request).rstrip("/")}, PAGE)

    async def vocabulary(self, request: Request) -> Response:
        """A vocabulary's IRI, or that of its edition, leads on to its document (303), in the format wanted most."""
        return _led(request, _path(request).split("/")[0])

    async def term(self, request: Request) -> Response:
        """A term below a vocabulary's address leads on to the vocabulary's document (303), on the page to its place there."""
        name, _, term = _path(request).partition("/")
        return _led(request, name, f"#{anchor(term)}") if defines(name, term) else PlainTextResponse(_NOTHING, 404)

    async def rule(self, request: Request) -> Response:
        """A rule leads on to the document that has them all (303)."""
        return _led(request, "shapes") if defines("shapes", request.path_params["rule"]) else PlainTextResponse(_NOTHING, 404)

    async def context(self, request: Request) -> Response:
        """The terms by their short names, for JSON-LD."""
        return await self._once.response(request, {"job": "context"}, {})

    async def document(self, request: Request) -> Response:
        """A vocabulary in the format that the ending names."""
        name, _, ending = _path(request).partition(".")
        format = ENDINGS.get(ending, "")
        if not format or (format == "html" and name not in PAGES):
            return PlainTextResponse(_NOTHING, 404)
        job = {"job": "vocabulary", "name": name, "format": format, "root": _root(request)}
        return await self._once.response(request, job, PAGE if format == "html" else {})

    def paths(self) -> list[str]:
        """The addresses of the vocabularies and their editions."""
        return [path for name in VOCABULARIES for path in (f"/{name}", f"/{name}/{edition(name)}")]

    def documents(self) -> list[str]:
        """The addresses of their documents, whatever the ending."""
        return [f"/{name}.{{ending}}" for name in VOCABULARIES]


def _led(request: Request, name: str, place: str = "") -> Response:
    try:
        format = chosen(request.headers.get("accept", ""), DOCUMENTS if name in PAGES else TRIPLES)
    except NotAcceptable as error:
        return refused(error)
    where = f"{_root(request)}/{name}.{format.ending}{place if format.name == 'html' else ''}"
    return RedirectResponse(where, 303, {"vary": "accept"})


def _root(request: Request) -> str:
    return str(request.scope.get("root_path", ""))


def _path(request: Request) -> str:
    return str(request.scope["path"]).removeprefix(_root(request)).lstrip("/")
