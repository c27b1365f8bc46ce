"""JSON-LD 1.1, compact by the context that is published beside the ontology, and which every file carries with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kg import resources
from kg.exports.format import ALL, Format
from kg.exports.quads import read_back
from kg.exports.selection import Selection
from kg.files import Data, read_bytes
from kg.rdf.namespaces import RDF, XSD
from kg.rdf.terms import Iri, Quad, Term

__all__ = ["FORMAT", "Context", "document"]

_PATH = re.compile(r"(?!\.)[A-Za-z0-9._~-]+(/(?!\.)[A-Za-z0-9._~-]+)*")  # what every reader resolves alike, and no compact IRI
_NATIVE: Mapping[str, Callable[[str], Any]] = {
    XSD + "integer": int,
    XSD + "boolean": lambda text: text == "true",
}  # what JSON has a form for that gives the same text back


class Context:
    """A JSON-LD context, and how IRIs and values are written by it; what lies below ``base`` is written relative to it.

    A namespace is a term whose IRI ends in a slash or a hash, as a prefix must.
    """

    def __init__(self, terms: Mapping[str, Any], base: str) -> None:
        self.terms: Mapping[str, Any] = {"@base": base, **terms}
        self._base = base
        said = {name: _id(what) for name, what in terms.items()}
        self._spaces = {iri: name for name, iri in said.items() if iri.endswith(("/", "#"))}
        self._names = {self.expanded(iri): name for name, iri in said.items() if ":" in iri and iri not in self._spaces}

    def expanded(self, name: str) -> str:
        """The IRI of a compact one; an IRI stays what it is."""
        prefix, colon, local = name.partition(":")
        space = self.terms.get(prefix) if colon and not local.startswith("//") else None
        return f"{space}{local}" if isinstance(space, str) else name

    def id(self, iri: str) -> str:
        """The IRI of a thing: behind a prefix, else relative to the base, else in full."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        if (name := self._spaces.get(iri[:cut])) and cut < len(iri):
            return f"{name}:{iri[cut:]}"
        below = iri.removeprefix(self._base)
        return below if below != iri and _PATH.fullmatch(below) else iri

    def term(self, iri: str) -> str:
        """The IRI of a class, a property or a word: its term, if it has one."""
        if name := self._names.get(iri):
            return name
        short = self.id(iri)
        return short if ":" in short else iri

    def key(self, predicate: str) -> tuple[str, Mapping[str, Any]]:
        """The term for a predicate, and what it says of values."""
        name = self.term(predicate)
        said = self.terms.get(name)
        return name, said if isinstance(said, Mapping) else {}

    def value(self, term: Term, said: Mapping[str, Any]) -> Any:
        """An object, as short as what is said of the predicate's values allows."""
        if isinstance(term, Iri):
            ways = {"@id": self.id, "@vocab": self.term}
            return ways[said["@type"]](term) if said.get("@type") in ways else {"@id": self.id(term)}
        wanted = self.expanded(said["@type"]) if "@type" in said else ""
        if term.datatype == wanted and term.language == said.get("@language", ""):
            return _NATIVE.get(term.datatype, str)(term.value)
        written = {"@value": term.value}
        if term.language:
            return written | {"@language": term.language}
        return written | {"@type": self.term(term.datatype)} if term.datatype else written


def _id(said: Any) -> str:
    return str(said.get("@id", "")) if isinstance(said, Mapping) else said if isinstance(said, str) else ""


def document(quads: Iterable[Quad], context: Context) -> Iterator[bytes]:
    """A document with the context in it, a subject a line; ``quads`` are sorted by subject and graph by graph, the default one first."""
    yield b'{"@context": ' + _json(context.terms) + b',\n"@graph": ['
    before = b"\n"
    for graph, inside in groupby(quads, key=lambda quad: quad.graph):
        if graph is not None:
            yield before + b'{"@id": ' + _json(context.id(graph)) + b', "@graph": ['
            before = b"\n"
        for subject, about in groupby(inside, key=lambda quad: quad.subject):
            yield before + _json(_node(subject, about, context))
            before = b",\n"
        if graph is not None:
            yield b"\n]}"
    yield b"\n]}\n"


def _node(subject: Iri, about: Iterable[Quad], context: Context) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for _, predicate, term, _ in about:
        name, said = ("@type", {"@type": "@vocab"}) if predicate == RDF + "type" else context.key(predicate)
        found.setdefault(name, []).append(context.value(term, said))
    return {"@id": context.id(subject)} | {name: found[name][0] if len(found[name]) == 1 else found[name] for name in sorted(found)}


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _files(selection: Selection) -> Mapping[str, Data]:
    published = json.loads(read_bytes(resources.ontology() / "context.jsonld"))["@context"]
    context = Context(published, selection.base)
    quads = sorted(read_back(selection), key=lambda quad: quad.graph or "")  # stable: subjects stay in order
    return {"dataset.jsonld": document(quads, context)}


FORMAT = Format(name="jsonld", title="JSON-LD 1.1, with its context", ending="jsonld", kept=ALL, files=_files, graphs=True)
