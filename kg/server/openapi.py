"""What the server tells programs of its routes, but for the endpoint, which describes itself: OpenAPI 3.1."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.server.linked import DOCUMENTS, FOLDERS
from kg.server.pages.listing import LISTED
from kg.server.pages.vocabulary import PAGES, VOCABULARIES, edition
from kg.store import GRAPHS, Format

__all__ = ["openapi"]

_Object = dict[str, Any]
_TRIPLES = {name: format for name, format in DOCUMENTS.items() if name != "html"}
_EDTF = r"^[0-9-]{4,10}$"
_SLUG = r"^[a-z0-9-]+$"
# Where things lie, with an example of each part; a graph has triples and no page.
_THINGS: tuple[tuple[str, Mapping[str, tuple[str, str]], bool], ...] = (
    ("/{folder}/{name}", {"name": (_SLUG, "russia")}, True),
    ("/passage/{source}/{place}", {"source": (_SLUG, "rozman-2022"), "place": (r"^[0-9]+-[0-9]+$", "25910-25994")}, True),
    ("/era/{name}/as-seen-by/{holder}", {"name": (_SLUG, "2016-2018"), "holder": (_SLUG, "russia")}, False),
    ("/graph/{name}", {"name": (r"^record$", "record")}, False),
    ("/on/{day}", {"day": (_EDTF, "2016-07-08")}, False),
    ("/during/{begin}/{end}", {"begin": (_EDTF, "2013-01"), "end": (_EDTF, "2015-12")}, False),
)
_TERMS: tuple[tuple[str, Mapping[str, tuple[str, str]]], ...] = (
    ("/plover/{term}", {"term": (r"^[A-Za-z]+$", "AGREE")}),
    ("/plover/{list}/{term}", {"list": (r"^(quad|mode|context|cameo)$", "cameo"), "term": (r"^[A-Za-z0-9_-]+$", "031")}),
)
_NAMED = [folder for folder in FOLDERS if folder not in ("passage", "on", "during", "graph")]


def openapi(version: str, root: str, linked: bool) -> bytes:
    """The description in JSON. ``root`` is the path under which the server lies; ``linked`` says whether things have addresses."""
    told = {
        "openapi": "3.1.0",
        "info": {"title": "A SPARQL endpoint and linked data", "version": version},
        "servers": [{"url": root or "/"}],
        "paths": dict(_paths(linked)),
    }
    return json.dumps(told, indent=1).encode()


def _paths(linked: bool) -> Iterator[tuple[str, _Object]]:
    yield "/healthz", _get("Whether the server runs", {"200": _said("It does", ["text/plain"])})
    yield "/openapi.json", _get("This description", {"200": _said("JSON", ["application/json"])})
    yield "/sparql/description", _get("What the endpoint speaks, holds and allows", _answers("Triples about the endpoint", GRAPHS))
    if not linked:
        yield "/", _get("The way to the endpoint", {"303": _moved("The endpoint")})
        return
    page = _said("What is in the data set, as a page", ["text/html"])
    yield "/", _get("The first page", {"200": page, "303": _moved("What the data set says of itself")} | _refused("406", "503"))
    yield "/.well-known/void", _get("What the data set says of itself", _answers("Triples about the data set", _TRIPLES))
    number = _parameter("page", {"type": "integer", "minimum": 1}, 1, "query")
    yield "/view", _get("All eras on one page", {"200": page} | _refused("404", "503"))
    yield "/conflicts", _get("What the sources disagree on", {"200": page} | _refused("400", "404", "503"), number)
    listed = _parameter("folder", {"type": "string", "enum": [*LISTED]}, "actor")
    yield "/{folder}/", _get("All things of a kind", {"200": page} | _refused("404", "503"), listed)
    yield from _vocabularies()
    for path, parts, paged in _THINGS:
        yield path, _get("A thing: the way to a document about it", _led(paged), *_parameters(parts, path))
        endings = [format.ending for format in (DOCUMENTS if paged else _TRIPLES).values()]
        ending = _parameter("ending", {"type": "string", "enum": endings}, "ttl")
        said = _answers("The document", DOCUMENTS if paged else _TRIPLES) | _refused("404", "406", "503")
        yield f"{path}.{{ending}}", _get("A document about a thing", said, *_parameters(parts, path), ending)


def _vocabularies() -> Iterator[tuple[str, _Object]]:
    for name in VOCABULARIES:
        known = DOCUMENTS if name in PAGES else _TRIPLES
        for path in (f"/{name}", f"/{name}/{edition(name)}"):
            yield path, _get("A vocabulary: the way to a document about it", {"303": _moved("A document")} | _refused("406"))
        ending = _parameter("ending", {"type": "string", "enum": [format.ending for format in known.values()]}, "ttl")
        yield f"/{name}.{{ending}}", _get("The terms of a vocabulary", _answers("The document", known) | _refused("404", "503"), ending)
    rule = {"rule": (r"^[A-Za-z]+$", "Statement")}
    yield "/shape/{rule}", _get("A rule for data: the way to the triples of all", _led(False), *_parameters(rule, "/shape/{rule}"))
    yield "/context.jsonld", _get("The terms by their short names, for JSON-LD", _answers("A context", {"jsonld": GRAPHS["jsonld"]}))
    for path, parts in _TERMS:
        yield path, _get("A term of PLOVER or CAMEO: the way to its place in the vocabulary", _led(True), *_parameters(parts, path))


def _led(paged: bool) -> _Object:
    return {"303": _moved("A document, in the format asked for" if paged else "Triples")} | _refused("404", "406", "503")


def _answers(words: str, formats: Mapping[str, Format[Any]]) -> _Object:
    return {"200": _said(words, [format.media.partition(";")[0] for format in formats.values()])} | _refused("406", "503")


def _said(words: str, media: list[str]) -> _Object:
    return {"description": words, "content": {name: {} for name in media}}


def _moved(words: str) -> _Object:
    where = {"required": True, "schema": {"type": "string", "format": "uri-reference"}}
    return {"description": f"It is elsewhere: {words[0].lower()}{words[1:]}", "headers": {"Location": where}}


def _refused(*statuses: str) -> _Object:
    words = {
        "400": "There is no such page",
        "404": "Nothing is known by this address",
        "406": "There is no such format",
        "503": "The server is busy, or the answer needs more than the limits allow",
    }
    return {status: _said(words[status], ["text/plain"]) for status in statuses}


def _parameters(parts: Mapping[str, tuple[str, str]], path: str) -> Iterator[_Object]:
    if "{folder}" in path:
        yield _parameter("folder", {"type": "string", "enum": _NAMED}, "actor")
    for name, (pattern, example) in parts.items():
        yield _parameter(name, {"type": "string", "pattern": pattern}, example)


def _parameter(name: str, schema: _Object, example: object, place: str = "path") -> _Object:
    return {"name": name, "in": place, "required": place == "path", "schema": schema, "example": example}


def _get(words: str, responses: _Object, *parameters: _Object) -> _Object:
    return {"get": {"summary": words, "parameters": list(parameters), "responses": responses}}
