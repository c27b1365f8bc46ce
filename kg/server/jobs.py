"""What a worker does for the server: it evaluates, and says what came of it as HTTP does."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from kg import resources
from kg.errors import KgError, NotAcceptable
from kg.files import read_bytes
from kg.graph import Graph
from kg.query.clause import Clause
from kg.query.engine import Engine
from kg.query.resources import construct, resource
from kg.query.tokens import form_of
from kg.server.confined import confined
from kg.server.description import description
from kg.server.frames import Head
from kg.server.limits import Limits
from kg.server.negotiation import chosen
from kg.server.texts import Texts
from kg.store import GRAPHS, TABLES, Format, Most, Store, Written

__all__ = ["Answering", "Jobs"]

_HTML = {"status": 200, "media": "text/html"}
_UNKNOWN = {"status": 404, "media": "text/plain; charset=utf-8"}


class Answering(Protocol):
    """A data set that may be asked: the corpora's own, or a foreign file."""

    store: Store
    prefixes: Mapping[str, str]

    def write(self, text: str, format: str, *, clause: Clause | None = None, most: Most = ...) -> Written:
        """The answer in a standard format."""


class Jobs:
    """The jobs of one worker, by name. Each gives a head with a status, and a body.

    With ``documents``, a folder of the sources' texts, pages show the passages that they cite; the texts are read here and
    now. Raises `FileError` where it holds none.
    """

    def __init__(self, data: Answering, limits: Limits, documents: Path | None = None) -> None:
        self._data, self._limits, self._documents = data, limits, documents
        self._texts = Texts.read(data, documents) if documents and isinstance(data, Engine) else Texts({})
        self._most = Most(limits.rows, limits.size)
        self._jobs: dict[str, Callable[[Head], tuple[Head, bytes]]] = {
            "query": self._query,
            "describe": self._describe,
            "known": self._known,
            "home": self._home,
            "resource": self._resource,
            "view": self._view,
            "conflicts": self._conflicts,
            "listing": self._listing,
            "vocabulary": self._vocabulary,
            "context": self._context,
        }

    def run(self, head: Head) -> tuple[Head, bytes]:
        """Do a job. What the asker can mend becomes a status below 500 and a line of text."""
        try:
            return self._jobs[head["job"]](head)
        except KgError as error:
            return {"status": getattr(error, "status", 400), "media": "text/plain; charset=utf-8"}, f"{error}\n".encode()
        except MemoryError:
            return {"status": 503, "limit": "memory"}, b""
        except Exception:  # a fault of ours: told to whoever runs the server, and no reason to end the worker
            traceback.print_exc()
            return {"status": 500, "media": "text/plain; charset=utf-8"}, b"the server has a fault, and has told its keeper\n"

    def _describe(self, head: Head) -> tuple[Head, bytes]:
        format = chosen(head["accept"], GRAPHS)
        told = Store(description(self._data.store, head["address"], self._limits))
        prefixes = {**self._data.prefixes, "sd": "http://www.w3.org/ns/sparql-service-description#"}
        written = told.serialise("CONSTRUCT WHERE { ?s ?p ?o }", prefixes, [None], [], format.name)
        return {"status": 200, "media": format.media}, written.body

    def _known(self, head: Head) -> tuple[Head, bytes]:
        return (_UNKNOWN if self._missing(head["iri"]) else {"status": 200, "media": "text/plain"}), b""

    def _missing(self, iri: str) -> str:
        """Why there is nothing by this name, or nothing where there is something; what only looks like a day or a view is none."""
        if self._is_described(iri) or (isinstance(self._data, Engine) and iri == self._data.record):
            return ""
        if not (isinstance(self._data, Engine) and self._data.is_dated(iri)):
            return "nothing is known by this address"
        try:
            self._data.statements_in(iri)
        except KgError as error:
            return str(error)
        return ""

    def _is_described(self, iri: str) -> bool:
        return bool(self._data.store.query(f"ASK {{ <{iri}> ?p ?o }}", {}, [None], []).truth)

    @cached_property
    def _engine(self) -> Engine:
        assert isinstance(self._data, Engine)  # a foreign file has no pages
        return self._data

    @cached_property
    def _graph(self) -> Graph:
        """All records of the same data set, read back from it when a page first needs them."""
        graph = Graph(())
        graph.engine = self._engine
        return graph

    def _home(self, head: Head) -> tuple[Head, bytes]:
        from kg.server.pages.home import home_page

        return _HTML, home_page(self._engine, head["root"], head["questions"])

    def _view(self, _: Head) -> tuple[Head, bytes]:
        from kg.server.pages.view import view_page

        page, policy = view_page(self._graph, self._documents)
        return {**_HTML, "policy": policy}, page

    def _conflicts(self, head: Head) -> tuple[Head, bytes]:
        from kg.server.pages.conflicts import conflicts_page

        return _HTML, conflicts_page(self._graph, head["root"], head["page"], self._texts)

    def _listing(self, head: Head) -> tuple[Head, bytes]:
        from kg.server.pages.listing import listing_page

        return _HTML, listing_page(self._engine, head["folder"], head["root"])

    def _vocabulary(self, head: Head) -> tuple[Head, bytes]:
        """A page that lists the terms of a vocabulary, or its triples."""
        from kg.server.pages.vocabulary import vocabulary_page, vocabulary_triples

        name, format = head["name"], head["format"]
        if format == "html":
            return _HTML, vocabulary_page(self._engine, name, head["root"])
        return {"status": 200, "media": GRAPHS[format].media}, vocabulary_triples(name, format, self._data.prefixes)

    def _context(self, head: Head) -> tuple[Head, bytes]:
        """The terms by their short names, for JSON-LD."""
        return {"status": 200, "media": GRAPHS["jsonld"].media}, read_bytes(resources.ontology() / "context.jsonld")

    def _resource(self, head: Head) -> tuple[Head, bytes]:
        """A page or the triples of a thing; of a day or a period, and of the record, the triples of its graph."""
        iri, name = head["iri"], head["format"]
        if why := self._missing(iri):
            return _UNKNOWN, f"{why}\n".encode()
        if name == "html":
            return self._page(iri, head["root"])
        query = construct(iri) if self._is_described(iri) else f"CONSTRUCT {{ ?s ?p ?o }} FROM <{iri}> {{ ?s ?p ?o }}"
        return _answer(GRAPHS[name], self._data.write(query, name, most=self._most))

    def _page(self, iri: str, root: str) -> tuple[Head, bytes]:
        from kg.server.pages.evidence import evidence
        from kg.server.pages.rendering import resource_page

        if (found := resource(self._engine, iri)) is None:
            raise NotAcceptable("a graph has no page: ask for its triples")
        return _HTML, resource_page(self._engine, found, evidence(self._engine, iri, self._texts), root)

    def _query(self, head: Head) -> tuple[Head, bytes]:
        text, clause = head["query"], Clause(tuple(head["default"]), tuple(head["named"]))
        format = chosen(head["accept"], GRAPHS if form_of(text) in ("CONSTRUCT", "DESCRIBE") else TABLES)
        with confined():
            written = self._data.write(text, format.name, clause=clause, most=self._most)
        return _answer(format, written)


def _answer(format: Format[Any], written: Written) -> tuple[Head, bytes]:
    return {"status": 200, "media": format.media, "format": format.name, "rows": written.rows, "cut": written.cut}, written.body
