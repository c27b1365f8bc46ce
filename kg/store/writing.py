"""Answers in the standard formats, cut where they would be too large."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import FormatError, QueryError
from kg.store.formats import GRAPHS, TABLES, E, Format

__all__ = ["ALL", "Most", "Written", "whole_xml", "write_rows", "write_triples", "write_truth"]

_ROWS = "rows: write them as json or xml or csv or tsv"
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


@dataclass(frozen=True, slots=True)
class Most:
    """So many rows or triples, and so many bytes, are written at most."""

    rows: int = sys.maxsize
    size: int = sys.maxsize


ALL = Most()


@dataclass(frozen=True, slots=True)
class Written:
    """An answer in a standard format, how many rows or triples it has, and whether there would have been more."""

    body: bytes
    rows: int
    cut: bool


def write_rows(answer: ox.QuerySolutions, format: str, most: Most) -> Written:
    """Rows in a format of tables. The engine can't cut its own rows: they are handed back to it as lines of TSV."""
    head = "\t".join(f"?{variable.value}" for variable in answer.variables)
    lines: list[str] = []
    cut = False
    size = 0
    for solution in answer:
        line = "\t".join("" if term is None else _text(term) for term in solution)
        size += len(line)
        if cut := len(lines) >= most.rows or size > most.size:
            break
        lines.append(line)
    while True:
        body = _written(head, lines, format)
        if len(body) <= most.size or not lines:
            return Written(body, len(lines), cut)
        cut = True
        del lines[int(len(lines) * 0.9 * most.size / len(body)) :]


def _written(head: str, lines: Iterable[str], format: str) -> bytes:
    table = "".join(f"{line}\n" for line in (head, *lines)).encode()
    rows = ox.parse_query_results(table, format=ox.QueryResultsFormat.TSV)
    assert isinstance(rows, ox.QuerySolutions)
    body = rows.serialize(format=_format(TABLES, format, _ROWS)) or b""
    return whole_xml(body) if format == "xml" else body


def whole_xml(body: bytes) -> bytes:
    """The engine writes what a reader of XML would turn into a line's end, or may not read at all."""
    if found := _NOT_XML.search(body):
        raise FormatError(f"XML has no character {found[0]!r}: ask for another format")
    if b"<oxprefix: " in body:
        raise FormatError("RDF/XML has no form for a predicate that ends in no name: ask for another format")
    return body.replace(b"\r", b"&#13;")


def _text(term: object) -> str:
    """A term as TSV has it: with escaped tabs, and triples in brackets, which the engine leaves out."""
    if isinstance(term, ox.Triple):
        return f"<<( {_text(term.subject)} {_text(term.predicate)} {_text(term.object)} )>>"
    return str(term).replace("\t", "\\t")


def write_triples(answer: Iterable[ox.Triple], format: str, prefixes: Mapping[str, str], most: Most) -> Written:
    """Triples in a format of graphs, sorted."""
    engine = _format(GRAPHS, format, "triples: write them as turtle or ntriples")
    named = dict(prefixes) if format in ("turtle", "trig") else None
    triples: list[ox.Triple] = []
    cut = False
    for triple in answer:
        if cut := len(triples) >= most.rows:
            break
        triples.append(triple)
    while True:
        body = ox.serialize(sorted(triples, key=str), format=engine, prefixes=named) or b""
        body = _sorted_prefixes(body) if named is not None else whole_xml(body) if format == "rdfxml" else body
        if len(body) <= most.size or not triples:
            return Written(body, len(triples), cut)
        cut = True
        del triples[int(len(triples) * 0.9 * most.size / len(body)) :]


def write_truth(answer: ox.QueryBoolean, format: str) -> Written:
    """A truth value, which is a word where the format has no form for it."""
    engine = _format(TABLES, format, _ROWS)
    if format in ("csv", "tsv"):
        return Written(b"true\n" if answer else b"false\n", 1, False)
    return Written(answer.serialize(format=engine) or b"", 1, False)


def _format(known: Mapping[str, Format[E]], name: str, what: str) -> E:
    if name not in known:
        raise QueryError(f"the query gives {what}, not {name}")
    return known[name].engine


def _sorted_prefixes(text: bytes) -> bytes:
    """The engine declares prefixes in an order that changes from run to run, and also those that nothing uses."""
    lines = text.decode().split("\n")  # and not splitlines: a literal may hold other ends of lines as they are
    body = "\n".join(line for line in lines if not line.startswith("@prefix "))
    used = (f"{line}\n" for line in lines if line.startswith("@prefix ") and line.split()[1] in body)
    return ("".join(sorted(used)) + body).encode()
