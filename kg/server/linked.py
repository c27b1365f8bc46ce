"""Linked data: the IRI of everything leads to a page, or to its triples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import NotAcceptable
from kg.server.negotiation import chosen
from kg.server.pages.rendering import POLICY
from kg.server.sparql import Endpoint, refused
from kg.store import GRAPHS, Format

__all__ = ["DOCUMENTS", "FOLDERS", "LinkedData"]

# Below these the data set has IRIs of its own.
FOLDERS = (
    *("actor", "office", "place", "policy", "event", "source", "era", "statement", "claim", "conflict", "passage"),
    *("periodisation", "relation", "on", "during"),
)
_DATED = re.compile(r"^(on|during)/|/(certain|as-seen-by)(/|$)")  # graphs of a time, which have triples and no page
_HTML = Format("html", "text/html", "html", None)
_TRIPLES: Mapping[str, Format[Any]] = dict(list(GRAPHS.items())[:4])
DOCUMENTS: Mapping[str, Format[Any]] = {"html": _HTML, **_TRIPLES}
_ENDINGS = {format.ending: name for name, format in DOCUMENTS.items()}
_PAGE = {"content-security-policy": POLICY, "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
_PATH = re.compile(r"[A-Za-z0-9._~%:,()'/-]+")


class LinkedData:
    """A thing's address leads on to a document about it (303), in the format wanted most; a document's has an ending."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    @property
    def _base(self) -> str:
        return self._endpoint.pool.data.base

    async def __call__(self, request: Request) -> Response:
        """The document, the way to it, or 404."""
        root = request.scope.get("root_path", "")
        path = request.scope["path"].removeprefix(root).lstrip("/")
        if not _PATH.fullmatch(path):
            return _unknown()
        thing, _, ending = path.rpartition(".")
        if ending in _ENDINGS:
            return await self._document(request, thing, _ENDINGS[ending], root)
        try:
            format = chosen(request.headers.get("accept", ""), _TRIPLES if _DATED.search(path) else DOCUMENTS)
        except NotAcceptable as error:
            return refused(error)
        if not await self._is_known(request, path):
            return _unknown()
        return RedirectResponse(f"{root}/{path}.{format.ending}", 303, {"vary": "accept"})

    async def home(self, request: Request) -> Response:
        """The first page; for a program the way to what the data set says of itself."""
        root = request.scope.get("root_path", "")
        try:
            if chosen(request.headers.get("accept", ""), DOCUMENTS).name != "html":
                return RedirectResponse(f"{root}/.well-known/void", 303, {"vary": "accept"})
        except NotAcceptable as error:
            return refused(error)
        return await self._endpoint.responded(request, {"job": "home", "root": root}, _PAGE)

    async def dataset(self, request: Request) -> Response:
        """What the data set says of itself, as triples."""
        try:
            format = chosen(request.headers.get("accept", ""), _TRIPLES)
        except NotAcceptable as error:
            return refused(error)
        return await self._document(request, "", format.name, request.scope.get("root_path", ""))

    async def _document(self, request: Request, thing: str, format: str, root: str) -> Response:
        job = {"job": "resource", "iri": self._base + thing, "format": format, "root": root}
        headers = {"link": f'<{self._base}{thing}>; rel="describes"', "x-content-type-options": "nosniff"}
        more = _PAGE if format == "html" else {}
        return await self._endpoint.responded(request, job, headers | more | {"cache-control": "public, max-age=0, must-revalidate"})

    async def _is_known(self, request: Request, path: str) -> bool:
        said = await self._endpoint.responded(request, {"job": "known", "iri": self._base + path}, {})
        return said.status_code == 200


def _unknown() -> Response:
    return PlainTextResponse("nothing is known by this address\n", 404)
