"""How `kg serve` does against `oxigraph serve-read-only` with the same data. Prints; never fails by the clock.

    python -m tests.benchmarks.serve [SECONDS]

Every named question without a time, on connections that stay open: each by itself, then the short ones in turn from 1, 4 and 16
clients for so many seconds (of long ones `kg serve` lets few run at once, by design). The answers are compared first.
"""

from __future__ import annotations

import http.client
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

from kg import resources
from kg.dataset import open_dataset
from kg.graph import Graph
from tests.query.stores import oxigraph
from tests.query.test_endpoint_stores import ASKED
from tests.server.conftest import serving

CLIENTS = (1, 4, 16)
SHORT = 50.0  # milliseconds
RUNS, MOST = 11, 500.0  # times that a question is asked by itself, and milliseconds after which it is not asked again
HEADERS = {"Accept": "application/sparql-results+json"}


class Side:
    """A server: its name for the reader, and where its endpoint is."""

    def __init__(self, name: str, url: str) -> None:
        parts = urlsplit(url)
        self.name, self.path, self._at = name, parts.path, (parts.hostname or "", parts.port)

    def connected(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(*self._at)

    def ask(self, connection: http.client.HTTPConnection, query: str) -> bytes:
        """The answer; none where the server is busy."""
        connection.request("GET", f"{self.path}?query={quote(query)}", headers=HEADERS)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status in (200, 503), (self.name, answer.status, body[:200])
        return body if answer.status == 200 else b""


def rows(body: bytes) -> Counter[str]:
    """What was found, whatever the order and the spaces."""
    told = json.loads(body)
    return Counter(json.dumps(row, sort_keys=True) for row in told["results"]["bindings"]) if "results" in told else Counter([str(told)])


def alone(side: Side, query: str) -> float:
    """Milliseconds from question to answer, the median of some, after one that does not count."""
    connection, took = side.connected(), list[float]()
    side.ask(connection, query)
    while len(took) < RUNS and sum(took) < MOST:
        start = time.perf_counter()
        side.ask(connection, query)
        took.append(1000 * (time.perf_counter() - start))
    connection.close()
    return median(took)


def together(side: Side, queries: Sequence[str], clients: int, seconds: float) -> list[float]:
    """How long each answer took, in milliseconds, while so many ask one thing after the other; refusals count for nothing."""
    end = time.perf_counter() + seconds

    def one(first: int) -> list[float]:
        connection, took = side.connected(), list[float]()
        while (start := time.perf_counter()) < end:
            first += 1
            if side.ask(connection, queries[first % len(queries)]):
                took.append(1000 * (time.perf_counter() - start))
        connection.close()
        return took

    with ThreadPoolExecutor(clients) as threads:
        return [each for took in threads.map(one, range(0, 7 * clients, 7)) for each in took]


def compared(ours: Side, theirs: Side, texts: Mapping[str, str]) -> list[str]:
    """Each question by itself, where the answers are the same; gives the texts of the short ones."""
    short = []
    print(f"{'one client, one question':42} {'ours':>8} {'theirs':>8} ratio")
    all_ours, all_theirs = 0.0, 0.0
    for name, text in texts.items():
        assert rows(ours.ask(ours.connected(), text)) == rows(theirs.ask(theirs.connected(), text)), f"{name}: the answers differ"
        mine, yours = alone(ours, text), alone(theirs, text)
        short += [text] * (mine < SHORT)
        all_ours, all_theirs = all_ours + mine, all_theirs + yours
        print(f"{name:42} {mine:5.1f} ms {yours:5.1f} ms {mine / yours:5.2f}")
    print(f"{'all':42} {all_ours:5.0f} ms {all_theirs:5.0f} ms {all_ours / all_theirs:5.2f}")
    return short


def crowded(ours: Side, theirs: Side, texts: Sequence[str], seconds: float) -> None:
    """Requests a second and the 99th percentile, by the number of clients."""
    for clients in CLIENTS:
        told = []
        for side in (ours, theirs):
            took = sorted(together(side, texts, clients, seconds))
            told.append((len(took) / seconds, took[int(0.99 * (len(took) - 1))]))
            print(f"{clients:3} clients, {side.name:16} {told[-1][0]:7.0f} requests a second, 99 of 100 within {told[-1][1]:6.1f} ms")
        (fast, late), (their_fast, their_late) = told
        print(f"{clients:3} clients, ours to theirs: {fast / their_fast:.2f} of the requests, {late / their_late:.2f} times the wait")


def main(seconds: float) -> None:
    """Start both, compare, end both."""
    corpus = [resources.shipped_corpus()]
    graph = Graph(corpus)
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in graph.asked.prefixes.items())
    texts = {question.name: declared + graph.sparql(question.name) for question in ASKED}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (file := folder / "dataset.nq").write_bytes(open_dataset(corpus).nquads)
        theirs = Side("oxigraph", stack.enter_context(oxigraph(file, folder)))
        ours = Side("kg serve", f"http://127.0.0.1:{stack.enter_context(serving()).port}/sparql")
        crowded(ours, theirs, compared(ours, theirs, texts), seconds)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
