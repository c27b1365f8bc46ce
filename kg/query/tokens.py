"""The words of a SPARQL query, as far as its data set, its prefixes and its limits need them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from kg.errors import QueryError

__all__ = ["Token", "check_limits", "form_of", "named_iris", "tokens", "unprojected"]

MAX_BYTES, MAX_NESTING, MAX_TOKENS = 1_000_000, 100, 100_000
MAX_OPERATORS, MAX_STEPS, MAX_SIGNS, MAX_SUMS = 500, 1_000, 100, 5_000
_OPERATORS = {"UNION", "OPTIONAL", "FILTER", "BIND", "MINUS", "EXISTS", "GRAPH", "SELECT", "VALUES"}
_SUMS = frozenset("+-*&|=<>")
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}

# The engine sees keywords without a blank behind them, and reads a text where this program may see an IRI (`1<'>'`): so wherever these
# signs stand they are refused, also within a text.
_GAP = r"(?:\s|\#[^\n\r]*+[\n\r])*+"
_NAME = r"""(?:<[^<>]*>|[?$][^\s{}<>]+|[^\s<>{}"'\#?$:]*:(?:\\.|[^\s{}<>"'\#\\])*)"""
_SERVICE = re.compile(rf"SERVICE{_GAP}(?:SILENT{_GAP})?{_NAME}{_GAP}\{{", re.IGNORECASE)
_BOUNDS = "\"'\\<>#\n\r"  # the engine resolves escapes within texts and IRIs, when it has found their ends

_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|\#[^\n\r]*)
  | (?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*?'''|\"\"\"(?:"{0,2}(?:[^"\\]|\\.))*?\"\"\"|'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+|_:[\w.-]*\w)
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
        sign = chr(int(match[1] or match[2], 16))
    except (ValueError, OverflowError):
        raise QueryError(f"no such code point: {match[0]}") from None
    if sign in _BOUNDS:
        raise QueryError(f"{match[0]} stands for a sign that may end a text, an IRI or a comment: write the sign itself")
    return sign


def form_of(query: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty where the query has none of these.

    >>> form_of("PREFIX ask: <urn:select> construct { ?s ?p ?o } { ?s ?p ?o }")
    'CONSTRUCT'
    """
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    return next((word for word in words if word in _FORMS), "")


def unprojected(query: str) -> str | None:
    """The same SELECT query with nothing projected away, neither distinct nor cut; None for expressions, aggregates, other forms.

    >>> unprojected("SELECT DISTINCT ?a { ?a ?p ?b } ORDER BY ?a LIMIT 5")
    'SELECT * { ?a ?p ?b } ORDER BY ?a'
    """
    plain = _ESCAPED.sub(_unescaped, query)
    found = [m for m in _TOKEN.finditer(plain) if m.lastgroup != "blank"]
    words = [m.group().upper() if m.lastgroup == "word" else m.group() for m in found]
    if "SELECT" not in words or {"ASK", "CONSTRUCT", "DESCRIBE"} & set(words[: words.index("SELECT")]):
        return None
    select = words.index("SELECT")
    begin = next((i for i in range(select, len(words)) if words[i] in ("WHERE", "FROM", "{")), select)
    depth, last = 0, len(words)
    for i in range(begin, len(words)):
        depth += (words[i] == "{") - (words[i] == "}")
        if depth == 0 and words[i] in ("GROUP", "HAVING"):
            return None
        if depth == 0 and words[i] in ("LIMIT", "OFFSET"):
            last = min(last, i)
    if "(" in words[select:begin]:
        return None
    end = found[last].start() if last < len(found) else len(plain)
    return f"{plain[: found[select].end()]} * {plain[found[begin].start() : end].rstrip()}"


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
    words = [token.text.upper() for token in found if token.kind == "word"]
    if "SERVICE" in words or _SERVICE.search(query):
        raise QueryError("SERVICE is refused: no query makes this program call out")
    first = next((word for word in words if word not in ("PREFIX", "BASE")), "")
    if first in _UPDATES:
        raise QueryError(f"{first} is refused: the graph is changed in its files, not by a query")
    if sum(word in _OPERATORS for word in words) > MAX_OPERATORS:
        raise QueryError(f"the query has more than {MAX_OPERATORS} operators such as FILTER and UNION")
    _check_depth(found)
    return found


def _check_depth(found: list[Token]) -> None:
    """Brackets inside each other, signs before each other and steps of paths: each a recursion of the engine's."""
    depth = signs = steps = sums = 0
    for token in found:
        depth += (token.text in "{([") - (token.text in "})]") if token.kind == "other" else 0
        signs = signs + 1 if token.text in ("!", "-", "+") else 0
        steps += token.text in ("/", "|", "^")
        sums += token.text in _SUMS
        if depth > MAX_NESTING:
            raise QueryError(f"the query nests deeper than {MAX_NESTING} brackets")
        if sums > MAX_SUMS:
            raise QueryError(f"the query has more than {MAX_SUMS:,} signs such as + and &&")
        if signs > MAX_SIGNS or steps > MAX_STEPS:
            raise QueryError(f"the query has more than {MAX_SIGNS} signs in a row, or {MAX_STEPS:,} steps of paths")


def named_iris(found: list[Token], prefixes: Mapping[str, str], base: str = "") -> Iterator[tuple[str, str]]:
    """Every IRI in the query, with ``FROM``, ``NAMED`` or ``GRAPH`` where that stands before it, else with nothing."""
    known = dict(prefixes)
    for i, token in enumerate(found):
        keyword = token.text.upper() if token.kind == "word" else ""
        rest = found[i + 1 : i + 3]
        if keyword == "PREFIX" and len(rest) == 2:
            known[rest[0].text.removesuffix(":")] = _joined(base, rest[1])
        elif keyword == "BASE" and rest:
            base = _joined(base, rest[0])
        elif token.kind in ("iri", "pname") and (before := _before(found, i)) not in ("PREFIX", "BASE", ":"):
            yield before if before in ("FROM", "NAMED", "GRAPH") else "", _expand(token, known, base)


def _before(found: list[Token], i: int) -> str:
    """The word before a token; a colon for the IRI of a PREFIX declaration."""
    if i > 1 and found[i - 2].text.upper() == "PREFIX":
        return ":"
    return found[i - 1].text.upper() if i and found[i - 1].kind == "word" else ""


def _joined(base: str, token: Token) -> str:
    try:
        return urljoin(base, token.text[1:-1])
    except ValueError as error:
        raise QueryError(f"{token.text} is no IRI: {error}") from None


def _expand(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    if token.kind == "iri":
        return _joined(base, token)
    prefix, _, local = token.text.partition(":")
    if prefix not in prefixes:
        raise QueryError(f"the prefix {prefix}: is not declared; declared are {', '.join(sorted(prefixes))}")
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
