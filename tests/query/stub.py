"""An endpoint of the standard library: it keeps what it is sent, and answers as the test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs

from kg.dataset import Dataset
from kg.query.tokens import form_of
from kg.store import Store

__all__ = ["JSON", "Form", "Reply", "Stub", "holding", "serving"]

JSON = "application/sparql-results+json"
Form = Mapping[str, list[str]]


class Reply(NamedTuple):
    """What is answered."""

    body: bytes
    media: str = JSON
    status: int = 200
    headers: Mapping[str, str] = {}


class Stub(NamedTuple):
    """Its address, and the method, path, headers and form of every request so far."""

    url: str
    seen: list[tuple[str, str, Mapping[str, str], Form]]


@contextmanager
def serving(answer: Callable[[Form], Reply]) -> Iterator[Stub]:
    """A server on loopback, as long as the block lasts."""
    seen: list[tuple[str, str, Mapping[str, str], Form]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
            seen.append((self.command, self.path, dict(self.headers), form))
            reply = answer(form)
            self.send_response(reply.status)
            for name, value in {"Content-Type": reply.media, "Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Stub(f"http://127.0.0.1:{server.server_port}/sparql", seen)
        finally:
            server.shutdown()
            thread.join()


def holding(dataset: Dataset, *, named: str | None = None, union: bool = False) -> Callable[[Form], Reply]:
    """Answers from a data set that knows no prefixes.

    The record is its default graph, and ``named`` as well; the default graph of a ``union`` is everything.
    """
    store = Store(dataset.nquads)
    graphs = list(store.graphs)
    if named:
        store.name_record(named)
        graphs.append(named)

    def answer(form: Form) -> Reply:
        (query,) = form["query"]
        triples = form_of(query) in ("CONSTRUCT", "DESCRIBE")
        default: list[str | None] | None = None
        inner = None
        if {"default-graph-uri", "named-graph-uri"} & set(form):
            default, inner = [*form.get("default-graph-uri", [])], form.get("named-graph-uri", [])
        elif union:
            default, inner = [None, *graphs], graphs
        body = store.serialise(query, {}, default, inner, "ntriples" if triples else "json").body
        return Reply(body, "application/n-triples" if triples else JSON)

    return answer
