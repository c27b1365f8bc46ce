"""The few kinds of RDF term that the records need, and their N-Quads form. There are no blank nodes but strangers'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kg.rdf.namespaces import EDTF, RDF, XSD

__all__ = ["Iri", "Literal", "Quad", "Reified", "Term", "boolean", "day", "decimal", "edtf", "english", "integer", "nquads"]

_ESCAPE = re.compile('[\\x00-\\x1f\\x7f"\\\\]')
_NAMED = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}


class Iri(str):
    """An absolute IRI; in what strangers write also a blank node, ``_:a``, which no IRI looks like."""

    __slots__ = ()

    @property
    def n3(self) -> str:
        """The IRI between angle brackets, a blank node as it is."""
        return str(self) if self.startswith("_:") else f"<{self}>"


class Literal(NamedTuple):
    """A literal; without datatype and language an xsd:string."""

    value: str
    datatype: str = ""
    language: str = ""

    @property
    def n3(self) -> str:
        """The literal as N-Triples writes it."""
        quoted = '"' + _ESCAPE.sub(_escaped, self.value) + '"'
        if self.language:
            return f"{quoted}@{self.language}"
        return f"{quoted}^^<{self.datatype}>" if self.datatype else quoted


Term = Iri | Literal


class Quad(NamedTuple):
    """A triple in a graph; without graph in the default one."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri | None = None

    @property
    def n3(self) -> str:
        """The quad as a line of N-Quads."""
        graph = f" {self.graph.n3}" if self.graph else ""
        return f"{self.subject.n3} {self.predicate.n3} {self.object.n3}{graph} .\n"


class Reified(NamedTuple):
    """That a node stands for a triple, which RDF 1.2 names and does not state."""

    subject: Iri
    triple: tuple[Iri, Iri, Term]
    graph: Iri | None = None

    @property
    def n3(self) -> str:
        """A line of RDF 1.2 N-Quads."""
        named = " ".join(term.n3 for term in self.triple)
        graph = f" {self.graph.n3}" if self.graph else ""
        return f"{self.subject.n3} <{RDF}reifies> <<( {named} )>>{graph} .\n"


def nquads(lines: Iterable[str]) -> bytes:
    """A data set from the lines of its quads, each once and sorted: same quads, same bytes.

    >>> nquads([Quad(Iri("urn:a"), Iri("urn:b"), Literal("c")).n3] * 2)
    b'<urn:a> <urn:b> "c" .\\n'
    """
    return "".join(sorted(set(lines))).encode()


def english(text: str) -> Literal:
    return Literal(text, language="en")


def integer(number: int) -> Literal:
    return Literal(str(number), XSD + "integer")


def decimal(number: Decimal) -> Literal:
    """The shortest form, as the store writes it too; every digit is kept, however many."""
    plain = f"{number:f}"
    return Literal(plain.rstrip("0").rstrip(".") if "." in plain else plain, XSD + "decimal")


def boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", XSD + "boolean")


def day(value: date) -> Literal:
    return Literal(value.isoformat(), XSD + "date")


def edtf(text: str) -> Literal:
    return Literal(text, EDTF + "EDTF")


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED.get(char) or f"\\u{ord(char):04X}"
