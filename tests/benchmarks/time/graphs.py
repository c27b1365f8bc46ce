"""A question over the graph of a day: made from the index, against the same question over statement nodes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from kg.dataset import Dataset, described_kinds
from kg.index import Index, Speakers, to_bytes
from kg.query.engine import Engine
from kg.query.scope import EVER
from kg.rdf.terms import nquads
from kg.store import Store
from tests.benchmarks.time.asked import Invented
from tests.benchmarks.time.others import Oxigraph

__all__ = ["Times", "measure"]

T = TypeVar("T")
_BASE = "https://example.org/invented/"


class Times(NamedTuple):
    """Seconds of processor time: asked first and again, the parts that the first time can't be without, the same over nodes, if asked."""

    first: float
    again: float
    selecting: float
    loading: float
    query: float
    nodes: float | None


def measure(data: Invented, nodes: Oxigraph | None) -> Times:
    """Who criticises somebody who courts him, on one day. Raises `AssertionError` where the answers differ."""
    index = Index.of([data.columns], Speakers([]), {})
    engine = Engine(Dataset(nquads(quad.n3 for quad in described_kinds()), to_bytes(index), _BASE))
    assert engine.symmetric  # read before, as the index is: the first question of all pays for that once
    days = [date.fromordinal(data.day + n).isoformat() for n in range(3)]
    asked = [f"SELECT ?a ?b FROM <{_BASE}on/{day}> {{ ?a rel:criticises ?b . ?b rel:courts ?a }}" for day in days]
    engine.ask(asked[1], EVER)
    first, rows = _timed(lambda: engine.ask(asked[0], EVER).rows)
    again, _ = _timed(lambda: engine.ask(asked[0], EVER).rows)
    selecting, triples = _timed(lambda: engine.statements_in(f"{_BASE}on/{days[0]}").graph(_BASE, {"cooperatesWith", "tradesWith"}))
    bare = Store(b"")
    loading, _ = _timed(lambda: bare.put_graph("urn:g", triples))
    query, _ = _timed(lambda: bare.query(asked[0].replace(f"FROM <{_BASE}on/{days[0]}>", ""), engine.prefixes, ["urn:g"], []))
    if nodes is None:
        return Times(first, again, selecting, loading, query, None)
    both = _stated("x", "?a", "criticises", "?c", nodes.day_on), _stated("y", "?c", "courts", "?a", nodes.day_on)
    slow, pairs = _timed(lambda: nodes.ask(f"SELECT DISTINCT ?a ?c {{ {' '.join(both)} }}"))
    plain = {tuple(str(term).removeprefix(_BASE) for term in row) for row in rows}
    assert plain == set(pairs), "the graph of the day and the nodes give the same pairs"
    return Times(first, again, selecting, loading, query, slow)


def _stated(node: str, subject: str, kind: str, object: str, on: str) -> str:
    """A statement node that holds then, with dates of its own."""
    pattern = f"?x <urn:x:s> {subject} ; <urn:x:p> <urn:x:{kind}> ; <urn:x:o> {object} ; <urn:x:begin> ?b ; <urn:x:end> ?e . {on}"
    return pattern.replace("?x", f"?{node}").replace("?b ", f"?{node}b ").replace("?e ", f"?{node}e ")


def _timed(ask: Callable[[], T]) -> tuple[float, T]:
    begin = time.process_time()
    answer = ask()
    return time.process_time() - begin, answer
