"""Linked data: the IRI of everything leads to a page, or to its triples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import NotAcceptable
from kg.rdf.namespaces import COMITY
from kg.server.negotiation import chosen
from kg.server.pages.rendering import POLICY
from kg.server.sparql import Endpoint, for_triples, refused
from kg.store import GRAPHS, Format

__all__ = ["DOCUMENTS", "ENDINGS", "FOLDERS", "PAGE", "TRIPLES", "LinkedData"]

# Below these the data set has IRIs of its own.
FOLDERS = (
    *("actor", "office", "place", "policy", "event", "source", "era", "statement", "claim", "conflict", "passage"),
    *("periodisation", "relation", "on", "during", "graph"),
)
_DATED = re.compile(r"^(on|during|graph)/|/(certain|as-seen-by)(/|$)")  # graphs, which have triples and no page
_HTML = Format("html", "text/html", "html", None)
TRIPLES: Mapping[str, Format[Any]] = dict(list(GRAPHS.items())[:4])
DOCUMENTS: Mapping[str, Format[Any]] = {"html": _HTML, **TRIPLES}
ENDINGS = {format.ending: name for name, format in DOCUMENTS.items()}
PAGE = {"content-security-policy": POLICY, "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
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
        if ending in ENDINGS:
            return await self._document(request, thing, ENDINGS[ending], root)
        try:
            format = chosen(request.headers.get("accept", ""), TRIPLES if _DATED.search(path) else DOCUMENTS)
        except NotAcceptable as error:
            return refused(error)
        if (said := await self._endpoint.responded(request, {"job": "known", "iri": self._iri(path)}, {})).status_code != 200:
            return _unknown() if said.status_code == 404 else said
        return RedirectResponse(f"{root}/{path}.{format.ending}", 303, {"vary": "accept"})

    async def home(self, request: Request) -> Response:
        """The first page; for a program the way to what the data set says of itself."""
        root = request.scope.get("root_path", "")
        try:
            if chosen(request.headers.get("accept", ""), DOCUMENTS).name != "html":
                return RedirectResponse(f"{root}/.well-known/void", 303, {"vary": "accept"})
        except NotAcceptable as error:
            return refused(error)
        headers = {**PAGE, "link": f'<{root}/openapi.json>; rel="service-desc"; type="application/json"'}
        return await self._endpoint.responded(request, {"job": "home", "root": root}, headers)

    async def dataset(self, request: Request) -> Response:
        """What the data set says of itself, as triples."""
        try:
            format = chosen(for_triples(request.headers.get("accept", "")), TRIPLES)
        except NotAcceptable as error:
            return refused(error)
        return await self._document(request, "", format.name, request.scope.get("root_path", ""))

    async def _document(self, request: Request, thing: str, format: str, root: str) -> Response:
        iri = self._iri(thing)
        job = {"job": "resource", "iri": iri, "format": format, "root": root}
        headers = {"link": f'<{iri}>; rel="describes"', "x-content-type-options": "nosniff"}
        more = PAGE if format == "html" else {}
        return await self._endpoint.responded(request, job, headers | more | {"cache-control": "public, max-age=0, must-revalidate"})

    def _iri(self, path: str) -> str:
        """Kinds of relation are the project's, whatever the corpus; all else lies at its own base."""
        return (COMITY if path.startswith("relation/") else self._base) + path


def _unknown() -> Response:
    return PlainTextResponse("nothing is known by this address\n", 404)
