"""The query half of the SPARQL 1.1 Protocol: what a request asks for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

__all__ = ["Asked", "Refused", "asked"]

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"


class Refused(Exception):
    """A request that the protocol, or this server, doesn't have: a status below 500 and why."""

    def __init__(self, status: int, why: str) -> None:
        self.status = status
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that take the place of those that it names with FROM."""

    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]


def asked(method: str, query_string: str, content_type: str, body: bytes, longest: int) -> Asked | None:
    """What a request asks for; none for a GET without a query. Raises `Refused`.

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
            raise Refused(400, "a posted form has its query in the form, not in the address")
        given += _pairs(_decoded(body, parameters))
    elif media.strip() == DIRECT:
        if any(name in ("query", "update") for name, _ in given):
            raise Refused(400, "the query is the body, and stands in the address too")
        given.append(("query", _decoded(body, parameters)))
    elif media.strip() == UPDATE:
        raise Refused(403, "updates are refused: the graph is changed in its files")
    else:
        raise Refused(415, f"post {FORM} or {DIRECT}")
    return _asked(given, longest)


def _asked(given: list[tuple[str, str]], longest: int) -> Asked:
    if any(name == "update" or name.startswith("using-") for name, _ in given):
        raise Refused(403, "updates are refused: the graph is changed in its files")
    queries = [value for name, value in given if name == "query"]
    if len(queries) != 1:
        raise Refused(400, f"a request has one parameter query, this has {len(queries) or 'none'}")
    if len(queries[0].encode("utf-8", "surrogatepass")) > longest:
        raise Refused(413, f"the query is longer than {longest:,} bytes")
    default, named = (tuple(v for name, v in given if name == f"{kind}-graph-uri") for kind in ("default", "named"))
    return Asked(queries[0], default, named)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise Refused(400, f"not a form: {error}") from None


def _decoded(body: bytes, parameters: str) -> str:
    charset = next((value.strip().strip('"') for name, _, value in _parameters(parameters) if name.strip() == "charset"), "utf-8")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Refused(415, f"the charset is {charset}: write UTF-8")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refused(400, f"not UTF-8: {error}") from None


def _parameters(text: str) -> list[tuple[str, str, str]]:
    return [piece.partition("=") for piece in text.split(";")]
