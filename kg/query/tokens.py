"""The words of a SPARQL query, as far as its data set, its prefixes and its limits need them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from kg.errors import QueryError

__all__ = ["Token", "check_limits", "named_iris", "tokens"]

MAX_BYTES, MAX_NESTING, MAX_TOKENS = 1_000_000, 100, 100_000

_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|\#[^\n\r]*)
  | (?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*?'''|\"\"\"(?:"{0,2}(?:[^"\\]|\\.))*?\"\"\"|'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<pname>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\[^\w\s]))?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """``kind`` is string, iri, variable, pname, word or other."""

    kind: str
    text: str


def tokens(query: str) -> list[Token]:
    """Everything but blanks and comments, code point escapes resolved first, as the grammar has it.

    >>> [t.text for t in tokens("ASK # SERVICE" + chr(10) + "{ ?s a kg:Event }")]
    ['ASK', '{', '?s', 'a', 'kg:Event', '}']
    """
    plain = _ESCAPED.sub(_unescaped, query)
    return [Token(m.lastgroup or "other", m.group()) for m in _TOKEN.finditer(plain) if m.lastgroup != "blank"]


def _unescaped(match: re.Match[str]) -> str:
    try:
        return chr(int(match[1] or match[2], 16))
    except (ValueError, OverflowError):
        raise QueryError(f"no such code point: {match[0]}") from None


def check_limits(query: str) -> list[Token]:
    """The tokens of a query that may be evaluated.

    Raises `QueryError` for SERVICE, which would call out, and for what would bring the engine down:
    too many bytes, tokens or brackets inside each other.
    """
    if len(query.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise QueryError(f"the query is longer than {MAX_BYTES:,} bytes")
    found = tokens(query)
    if len(found) > MAX_TOKENS:
        raise QueryError(f"the query has more than {MAX_TOKENS:,} words")
    depth = 0
    for token in found:
        if token.kind == "word" and token.text.upper() == "SERVICE":
            raise QueryError("SERVICE is refused: no query makes this program call out")
        if token.kind == "other":
            depth += (token.text in "{([") - (token.text in "})]")
            if depth > MAX_NESTING:
                raise QueryError(f"the query nests deeper than {MAX_NESTING} brackets")
    return found


def named_iris(found: list[Token], prefixes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every graph that the query names, as (``FROM``, ``NAMED`` or ``GRAPH``, IRI)."""
    known, base = dict(prefixes), ""
    for i, token in enumerate(found):
        keyword = token.text.upper() if token.kind == "word" else ""
        rest = found[i + 1 : i + 3]
        if keyword == "PREFIX" and len(rest) == 2:
            known[rest[0].text.removesuffix(":")] = urljoin(base, rest[1].text[1:-1])
        elif keyword == "BASE" and rest:
            base = urljoin(base, rest[0].text[1:-1])
        elif keyword in ("FROM", "NAMED", "GRAPH") and rest and rest[0].kind in ("iri", "pname"):
            yield keyword, _expand(rest[0], known, base)


def _expand(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    if token.kind == "iri":
        return urljoin(base, token.text[1:-1])
    prefix, _, local = token.text.partition(":")
    if prefix not in prefixes:
        raise QueryError(f"the prefix {prefix}: is not declared")
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
