"""Our own RDF back to records: checked by the shapes and by every rule before anything is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg import resources
from kg.errors import CorpusError, DateError, Fault, FileError, StoreError
from kg.files import read_bytes
from kg.index import index_of
from kg.model.period import ALWAYS
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved, resolve
from kg.model.rules import Problem, problems
from kg.rdf import namespaces as ns
from kg.rdf.annotated import plain
from kg.rdf.decode import decode
from kg.rdf.encode import encode, names_of
from kg.rdf.shapes import Violation, violations
from kg.rdf.terms import Literal, Quad
from kg.readers.curated.readback import read_back
from kg.readers.curated.writing import corpus_files_of
from kg.store import Store, read_quads, read_turtle

__all__ = ["Imported", "read_rdf"]

_DEEPEST = 100  # triples within triples: ours never nest, and the engine's stack ends at some thousands
_TRIPLE = re.compile(
    rb'<<\(|\)>>|<[^<>\s]*>|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|\'\'\'.*?\'\'\'|\'(?:[^\'\\\n]|\\.)*\'|#[^\n]*', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a file, the corpus's files, and the triples that have no place there: strange to us, or no more what follows."""

    resolved: Resolved
    files: Mapping[str, bytes]
    left: tuple[Quad, ...]


def read_rdf(file: Path, relations: Mapping[str, Relation]) -> Imported:
    """Read N-Quads, of RDF 1.2 too, TriG, Turtle or N-Triples, by the ending; of named graphs only what does not follow is told.

    Raises `FileError`, `StoreError` where it is no data set of ours or a newer release's, `CorpusError` with every rule broken.
    """
    Store.ending(file)
    data = read_bytes(file)
    try:
        return _read(file, data, relations)
    except (StoreError, DateError) as error:
        raise StoreError(f"{file}: {str(error).removeprefix(f'{file}: ')}") from None


def _read(file: Path, data: bytes, relations: Mapping[str, Relation]) -> Imported:
    _check_depth(data)
    quads = list(_quads(file, data))
    record = [quad for quad in quads if quad.graph is None]
    base = _base(record)
    if faults := [Fault(file, _line(data, v.focus), f"{v.focus}: {v.message}") for v in _broken(record)]:
        raise CorpusError(faults)
    records = decode(record, base, relations)
    iri = names_of(Resolved(records, {}, {}, {}, frozenset())).iri

    def fault(problem: Problem) -> Fault:
        where = iri(problem.record) if problem.record else base
        return Fault(file, _line(data, where), f"{problem.record or base}: {problem.why}")

    if found := problems(records, relations, frozenset()):
        raise CorpusError(map(fault, found))
    files = corpus_files_of(resolve(records))
    try:
        kept = read_back(files, relations)
    except FileError as error:
        raise StoreError(f"a file of the corpus can't be made: {str(error).rpartition(': ')[2]}") from None
    if not isinstance(kept, Records):
        raise CorpusError(map(fault, kept))
    resolved = resolve(kept)
    return Imported(resolved, files, tuple(sorted(_left(quads, resolved, relations), key=lambda quad: quad.n3)))


def _check_depth(data: bytes) -> None:
    """Triples within triples, which the engine follows until the process dies; brackets and lists it can hold."""
    depth = 0
    for token in _TRIPLE.finditer(data) if data.count(b"<<(") > _DEEPEST else ():
        depth += (token[0] == b"<<(") - (token[0] == b")>>")
        if depth > _DEEPEST:
            line = data.count(b"\n", 0, token.start()) + 1
            raise StoreError(f"triples nest deeper than {_DEEPEST} levels (line {line})")


def _quads(file: Path, data: bytes) -> Iterable[Quad]:
    return Store.read(data, file, ns.COMITY).quads() if file.suffix != ".nq" else plain(read_quads(data))


def _left(quads: Iterable[Quad], resolved: Resolved, relations: Mapping[str, Relation]) -> set[Quad]:
    """What is neither in the records nor follows from them; direct triples follow, in the graphs that are made of them."""
    base = resolved.records.corpus.base
    known = set(chain(encode(resolved, relations), read_turtle(resources.ontology() / "relations.ttl")))
    symmetric = {kind.name for kind in relations.values() if kind.symmetric}
    direct = set(index_of(resolved, relations).holding(ALWAYS).graph(base, symmetric))

    def follows(quad: Quad) -> bool:
        if quad.graph is None or quad.graph == f"{base}graph/record":
            return quad._replace(graph=None) in known
        return quad.graph.startswith(tuple(f"{base}{folder}/" for folder in ("era", "on", "during"))) and quad[:3] in direct

    return {quad for quad in quads if not follows(quad)}


def _base(record: Iterable[Quad]) -> str:
    """Below which the data set's records lie. Raises `StoreError` where it does not say so, or is of a release to come."""
    bases = {quad.object.value for quad in record if quad.predicate == ns.VOID + "uriSpace" and isinstance(quad.object, Literal)}
    if len(bases) != 1:
        raise StoreError(f"{'several data sets' if bases else 'no data set of ours'}: one void:uriSpace says where its records lie")
    base = bases.pop()
    for quad in record:
        if quad.subject == base and quad.predicate == ns.DCTERMS + "conformsTo" and str(quad.object).startswith(ns.VERSION):
            release = str(quad.object).removeprefix(ns.VERSION)
            if _number(release) > _number(ns.RELEASE):
                raise StoreError(f"written for release {release} of the ontology, this program knows {ns.RELEASE}: install a newer one")
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
