"""The query half of the SPARQL 1.1 Protocol: what a request asks for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.errors import RequestError

__all__ = ["Asked", "asked"]

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that take the place of those that it names with FROM."""

    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]


def asked(method: str, query_string: str, content_type: str, body: bytes, longest: int) -> Asked | None:
    """What a request asks for; none for a GET without a query. Raises `RequestError`.

    >>> asked("GET", "query=ASK%20%7B%7D&default-graph-uri=urn:g", "", b"", 100)
    Asked(query='ASK {}', default=('urn:g',), named=())
    """
    media, _, parameters = content_type.lower().partition(";")
    given = _pairs(query_string)
    if method == "GET":
        if not given:
            return None
    elif media.strip() == FORM:
        if any(name in ("query", "update") for name, _ in given):
            raise RequestError("a posted form has its query in the form, not in the address", 400)
        given += _pairs(_decoded(body, parameters))
    elif media.strip() == DIRECT:
        if any(name in ("query", "update") for name, _ in given):
            raise RequestError("the query is the body, and stands in the address too", 400)
        given.append(("query", _decoded(body, parameters)))
    elif media.strip() == UPDATE:
        raise RequestError("updates are refused: the graph is changed in its files", 403)
    else:
        raise RequestError(f"post {FORM} or {DIRECT}", 415)
    return _asked(given, longest)


def _asked(given: list[tuple[str, str]], longest: int) -> Asked:
    if any(name == "update" or name.startswith("using-") for name, _ in given):
        raise RequestError("updates are refused: the graph is changed in its files", 403)
    queries = [value for name, value in given if name == "query"]
    if len(queries) != 1:
        raise RequestError(f"a request has one parameter query, this has {len(queries) or 'none'}", 400)
    if len(queries[0].encode("utf-8", "surrogatepass")) > longest:
        raise RequestError(f"the query is longer than {longest:,} bytes", 413)
    default, named = (tuple(v for name, v in given if name == f"{kind}-graph-uri") for kind in ("default", "named"))
    return Asked(queries[0], default, named)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise RequestError(f"not a form: {error}", 400) from None


def _decoded(body: bytes, parameters: str) -> str:
    charset = next((value.strip().strip('"') for name, _, value in _parameters(parameters) if name.strip() == "charset"), "utf-8")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise RequestError(f"the charset is {charset}: write UTF-8", 415)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RequestError(f"not UTF-8: {error}", 400) from None


def _parameters(text: str) -> list[tuple[str, str, str]]:
    return [piece.partition("=") for piece in text.split(";")]
