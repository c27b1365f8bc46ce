"""Programs and libraries of others that ask an endpoint, each brought to the same four questions."""

from __future__ import annotations

import json
import re
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import rdflib

from kg.rdf.namespaces import XSD
from kg.rdf.terms import Iri, Literal, Term

__all__ = ["CLIENTS", "Client", "Row", "triples_of"]

Row = tuple[Term | None, ...]
_JSON, _TURTLE, _NTRIPLES = "application/sparql-results+json", "text/turtle", "application/n-triples"
_WRITTEN = re.compile(r'"(.*)"(?:@(.+)|\^\^(.+))?', re.DOTALL)  # a literal as fetch-sparql-endpoint prints it


class Client(ABC):
    """Asks the endpoint at ``url``; ``packages`` are those of npm, for the clients that need them."""

    def __init__(self, url: str, packages: Path | None = None) -> None:
        self.url, self.packages = url, packages

    @abstractmethod
    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        """The answer to a SELECT."""

    def truth(self, query: str) -> bool:
        """The answer to an ASK, of a client that reads such answers."""
        raise NotImplementedError

    def triples(self, query: str) -> set[str]:
        """The answer to a CONSTRUCT, as lines of N-Triples, likewise."""
        raise NotImplementedError

    @abstractmethod
    def refusal(self, query: str) -> str:
        """What the user is told of a query that is refused."""


class Curl(Client):
    """A form is posted, and every format named."""

    def _said(self, query: str, accept: str, *more: str) -> str:
        return _ran(["curl", "-sS", *more, "-H", f"Accept: {accept}", "--data-urlencode", f"query={query}", self.url])

    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        return _rows(json.loads(self._said(query, _JSON)), variables)

    def truth(self, query: str) -> bool:
        return bool(json.loads(self._said(query, _JSON, "--compressed"))["boolean"])

    def triples(self, query: str) -> set[str]:
        return triples_of(self._said(query, _TURTLE, "--compressed"), "turtle")

    def refusal(self, query: str) -> str:
        return self._said(query, _JSON, "-w", "%{http_code}")


class Wrapper(Client):
    """SPARQLWrapper, by GET."""

    def _converted(self, query: str, format: str) -> Any:
        import SPARQLWrapper

        asking = SPARQLWrapper.SPARQLWrapper(self.url)
        asking.setQuery(query)
        asking.setReturnFormat(format)
        return asking.queryAndConvert()

    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        return _rows(self._converted(query, "json"), variables)

    def truth(self, query: str) -> bool:
        return bool(self._converted(query, "json")["boolean"])

    def triples(self, query: str) -> set[str]:
        return triples_of(self._converted(query, "turtle"), "turtle")

    def refusal(self, query: str) -> str:
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

        try:
            self._converted(query, "json")
        except QueryBadFormed as error:
            return f"400 {error}"
        return ""


class Rdflib(Client):
    """A graph of rdflib whose store is elsewhere; its answers come in XML."""

    def _result(self, query: str) -> Any:
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        return rdflib.Graph(SPARQLStore(self.url)).query(query)

    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        return [tuple(map(_own, row)) for row in self._result(query)]

    def truth(self, query: str) -> bool:
        return bool(self._result(query).askAnswer)

    def triples(self, query: str) -> set[str]:
        return _lines(self._result(query).graph)

    def refusal(self, query: str) -> str:
        try:
            self._result(query)
        except ValueError as error:  # of an HTTPError
            return f"{error.__cause__ or error.__context__} {error}"
        return ""


class Comunica(Client):
    """Finds out by itself what kind of source the address is; asks with prefixes written out."""

    def _said(self, query: str, media: str, told: bool = False) -> str:
        assert self.packages
        program = self.packages / "@comunica" / "query-sparql" / "bin" / "query.js"
        return _ran(["node", str(program), self.url, "-q", query, "-t", media], told)

    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        return _rows(json.loads(self._said(query, _JSON)), variables)

    def truth(self, query: str) -> bool:
        return bool(json.loads(self._said(query, _JSON))["boolean"])

    def triples(self, query: str) -> set[str]:
        return triples_of(self._said(query, _NTRIPLES), "nt")

    def refusal(self, query: str) -> str:
        return self._said(query, _JSON, told=True)


class FetchEndpoint(Client):
    """The library that Comunica and others ask endpoints with, by its own command; it posts a form."""

    def _said(self, query: str) -> str:
        assert self.packages
        program = self.packages / "fetch-sparql-endpoint" / "bin" / "fetch-sparql-endpoint.js"
        return _ran(["node", str(program), "--endpoint", self.url, "--query", query], told=True)

    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        found = [json.loads(line) for line in self._said(query).splitlines()]
        return [tuple(_printed(row[name]) if name in row else None for name in variables) for row in found]

    def truth(self, query: str) -> bool:
        return bool(json.loads(self._said(query)))

    def triples(self, query: str) -> set[str]:
        return triples_of(self._said(query), "turtle")

    def refusal(self, query: str) -> str:
        return self._said(query)


class Roqet(Client):
    """Rasqal's command, which asks for rows in XML only and prints them as TSV; it has no way to show other answers."""

    def _said(self, query: str) -> str:
        return _ran(["roqet", "-q", "-i", "sparql11-query", "-p", self.url, "-r", "tsv", "-e", query], told=True)

    def rows(self, query: str, variables: Sequence[str]) -> list[Row]:
        head, *rows = (line.split("\t") for line in self._said(query).splitlines())
        assert head == [f"?{name}" for name in variables]
        return [tuple(_own(rdflib.util.from_n3(cell)) if cell else None for cell in row) for row in rows]

    def refusal(self, query: str) -> str:
        return self._said(query)


CLIENTS: Mapping[str, type[Client]] = {
    "curl": Curl,
    "SPARQLWrapper": Wrapper,
    "rdflib": Rdflib,
    "Comunica": Comunica,
    "fetch-sparql-endpoint": FetchEndpoint,
    "roqet": Roqet,
}


def triples_of(text: str | bytes, format: str) -> set[str]:
    """The triples of a document, as lines of N-Triples."""
    return _lines(rdflib.Graph().parse(data=text, format=format))


def _lines(graph: rdflib.Graph) -> set[str]:
    return {" ".join(term.n3() for term in triple) for triple in graph}


def _rows(answer: Mapping[str, Any], variables: Sequence[str]) -> list[Row]:
    assert answer["head"]["vars"] == list(variables)
    return [tuple(_bound(row[name]) if name in row else None for name in variables) for row in answer["results"]["bindings"]]


def _bound(cell: Mapping[str, str]) -> Term:
    return Iri(cell["value"]) if cell["type"] == "uri" else _literal(cell["value"], cell.get("datatype"), cell.get("xml:lang"))


def _printed(text: str) -> Term:
    found = _WRITTEN.fullmatch(text)
    return _literal(found[1], found[3], found[2]) if found else Iri(text)


def _own(term: Any) -> Term | None:
    if term is None:
        return None
    return Iri(term) if isinstance(term, rdflib.URIRef) else _literal(str(term), term.datatype, term.language)


def _literal(value: str, datatype: str | None, language: str | None) -> Literal:
    return Literal(value, "" if language or datatype == XSD + "string" else str(datatype or ""), language or "")


def _ran(command: Sequence[str], told: bool = False) -> str:
    """What a program prints; with ``told`` its complaints too, and any end is right."""
    done = subprocess.run(command, capture_output=True, timeout=120, check=not told)
    return done.stdout.decode() + (done.stderr.decode() if told else "")
