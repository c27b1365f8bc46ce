"""Our own RDF back to records: checked by the shapes and by every rule before anything is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg import resources
from kg.errors import CorpusError, DateError, Fault, StoreError
from kg.files import read_bytes
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved, resolve
from kg.model.rules import problems
from kg.rdf import namespaces as ns
from kg.rdf.annotated import plain
from kg.rdf.decode import decode
from kg.rdf.encode import encode, names_of
from kg.rdf.shapes import Violation, violations
from kg.rdf.terms import Literal, Quad
from kg.store import Store, read_quads, read_turtle

__all__ = ["Imported", "read_rdf"]

_ODD = (LookupError, ValueError, TypeError, AssertionError, StopIteration, ArithmeticError)  # of terms where no record has such


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a file, and the triples that have no place in a corpus: strange to us, or no more what follows from the rest."""

    resolved: Resolved
    left: tuple[Quad, ...]


def read_rdf(file: Path, relations: Mapping[str, Relation]) -> Imported:
    """Read N-Quads, of RDF 1.2 too, TriG, Turtle or N-Triples, by the ending; named graphs follow from the record and are not read.

    Raises `FileError`, `StoreError` where it is no data set of ours or a newer release's, `CorpusError` with every rule broken.
    """
    data = read_bytes(file)
    record = [quad for quad in _quads(file, data) if quad.graph is None]
    base = _base(file, record)
    faults = [Fault(file, _line(data, v.focus), f"{v.focus}: {v.message}") for v in _broken(record)]
    if faults:
        raise CorpusError(faults)
    try:
        records = decode(record, base, relations)
        iri = names_of(Resolved(records, {}, {}, {}, frozenset())).iri
    except _ODD as error:
        raise StoreError(f"{file}: what it says can't be read back as records: {error!r}") from error
    if found := problems(records, relations, frozenset()):
        raise CorpusError([Fault(file, _line(data, iri(p.record)), f"{p.record}: {p.why}") for p in found])
    return _imported(file, records, record, relations)


def _quads(file: Path, data: bytes) -> Iterable[Quad]:
    if file.suffix != ".nq":
        return Store.read(data, file, ns.COMITY).quads()
    try:
        return list(plain(read_quads(data)))
    except StoreError as error:
        raise StoreError(f"{file}: {error}") from None


def _imported(file: Path, records: Records, record: Iterable[Quad], relations: Mapping[str, Relation]) -> Imported:
    try:
        resolved = resolve(records)
    except DateError as error:
        raise StoreError(f"{file}: {error}") from None
    known = set(chain(encode(resolved, relations), read_turtle(resources.ontology() / "relations.ttl")))
    return Imported(resolved, tuple(sorted({quad for quad in record if quad not in known}, key=lambda quad: quad.n3)))


def _base(file: Path, record: Iterable[Quad]) -> str:
    """Below which the data set's records lie. Raises `StoreError` where it does not say so, or is of a release to come."""
    bases = {quad.object.value for quad in record if quad.predicate == ns.VOID + "uriSpace" and isinstance(quad.object, Literal)}
    if len(bases) != 1:
        raise StoreError(f"{file}: {'several data sets' if bases else 'no data set of ours'}: one void:uriSpace says where its records lie")
    base = bases.pop()
    for quad in record:
        if quad.subject == base and quad.predicate == ns.DCTERMS + "conformsTo" and str(quad.object).startswith(ns.VERSION):
            release = str(quad.object).removeprefix(ns.VERSION)
            if _number(release) > _number(ns.RELEASE):
                raise StoreError(
                    f"{file}: written for release {release} of the ontology, this program knows {ns.RELEASE}: install a newer one"
                )
    return base


def _number(release: str) -> tuple[int, ...]:
    """A release's number, to be compared.

    >>> _number("0.10.0") > _number("0.9.3")
    True
    """
    return tuple(map(int, re.findall(r"[0-9]{1,9}", release)))


def _broken(record: Iterable[Quad]) -> list[Violation]:
    return violations(resources.ontology() / "shapes.ttl", "".join(quad.n3 for quad in record))


def _line(data: bytes, iri: str) -> int:
    """Where the file first names the thing, whole or by the end of its IRI."""
    names = (iri.encode(), re.split(r"[/#]", iri)[-1].encode())
    at = next((place for name in names if name and (place := data.find(name)) >= 0), 0)
    return data.count(b"\n", 0, at) + 1
