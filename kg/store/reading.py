"""Answers that another engine sent, in the formats of the SPARQL protocol."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.memory import Answer, answer_of
from kg.store.writing import ALL, Written, write_rows, write_triples, write_truth

__all__ = ["ACCEPT_ROWS", "ACCEPT_TRIPLES", "Received"]

ACCEPT_ROWS = "application/sparql-results+json"
ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.9"

_ROWS = (ACCEPT_ROWS, "application/json")
_TRIPLES = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
}
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_WORDS = {"0": "false", "1": "true"}
_TRUTH = "__ASK_RETVAL"  # Virtuoso's variable for the answer to ASK: a row for yes, none for no


class Received:
    """Rows, triples or a truth value, read from its bytes. Raises `StoreError` where they are none of these.

    Truth values are ``true`` and ``false``, as this program writes them, whichever of their forms the other engine has.
    """

    def __init__(self, body: bytes, media: str) -> None:
        kind = media.partition(";")[0].strip().lower()
        if kind not in (*_ROWS, *_TRIPLES):
            raise StoreError(f"{kind or 'an answer of no type'} is neither SPARQL results in JSON nor N-Triples nor Turtle")
        self._triples: list[ox.Triple] | None = None
        try:
            if kind in _ROWS:
                self._body = _plain(body)
                self._results()
            else:
                self._triples = [_plain_triple(quad.triple) for quad in ox.parse(body, format=_TRIPLES[kind])]
        except (SyntaxError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise StoreError(f"no {kind}: {' '.join(str(error).split())}") from None

    def answer(self) -> Answer:
        """The answer as terms."""
        return answer_of(self._results() if self._triples is None else self._triples)

    def written(self, format: str, prefixes: Mapping[str, str]) -> Written:
        """The answer in one of `kg.store.FORMATS`. Raises `QueryError` where the format does not fit it."""
        if self._triples is not None:
            return write_triples(self._triples, format, prefixes, ALL)
        results = self._results()
        return write_truth(results, format) if isinstance(results, ox.QueryBoolean) else write_rows(results, format, ALL)

    def _results(self) -> ox.QuerySolutions | ox.QueryBoolean:
        results = ox.parse_query_results(self._body, format=ox.QueryResultsFormat.JSON)
        assert isinstance(results, ox.QuerySolutions | ox.QueryBoolean)
        return results


def _plain(body: bytes) -> bytes:
    """Results in JSON with truth values as words, and an answer to ASK as the standard has it."""
    data: Any = json.loads(body)
    if "boolean" in data:
        return body
    rows = data["results"]["bindings"]
    if data["head"]["vars"] == [_TRUTH]:
        return json.dumps({"head": {}, "boolean": bool(rows) and rows[0][_TRUTH]["value"] in ("1", "true")}).encode()
    for term in (term for row in rows for term in row.values() if term.get("datatype") == _BOOLEAN):
        term["value"] = _WORDS.get(term["value"], term["value"])
    return json.dumps(data).encode()


def _plain_triple(triple: ox.Triple) -> ox.Triple:
    object = triple.object
    if isinstance(object, ox.Literal) and object.datatype.value == _BOOLEAN and object.value in _WORDS:
        return ox.Triple(triple.subject, triple.predicate, ox.Literal(_WORDS[object.value], datatype=object.datatype))
    return triple
