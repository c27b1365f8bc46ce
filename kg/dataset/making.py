"""Corpora to checked records to a data set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg import resources
from kg.dataset import cache
from kg.dataset.data import Dataset
from kg.dataset.large import Piece
from kg.errors import CorpusError, Fault

if TYPE_CHECKING:
    from kg.index import Index
    from kg.model.relations import Relation
    from kg.model.resolved import Resolved
    from kg.model.table import Table
    from kg.rdf.terms import Quad
    from kg.readers.curated.corpus import Curated
    from kg.readers.documents import Text, Verified

__all__ = ["Built", "Checked", "build", "check", "described_kinds", "read", "relations", "undescribed"]

_LARGE = 20_000  # statements, from which on a data set is asked on disk: to read so many before each question takes seconds
_PIECE = 32_768  # statements that are encoded and loaded together


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that a build makes from corpora; of statements that stand in tables ``resolved`` knows nothing."""

    curated: Curated
    tables: Sequence[Table]
    resolved: Resolved
    dataset: Dataset


def relations() -> Mapping[str, Relation]:
    """The kinds of relation that ``ontology/relations.ttl`` defines."""
    from kg.rdf.vocabulary import relations_from

    return relations_from(described_kinds())


def described_kinds() -> list[Quad]:
    """What ``ontology/relations.ttl`` says of them: part of every data set."""
    from kg.store import read_turtle

    return read_turtle(resources.ontology() / "relations.ttl")


def build(folders: Sequence[Path], step: Callable[[str], None] = lambda _: None) -> Built:
    """Read, check and encode corpora, and keep the data set in the cache. Raises `CorpusError` with all faults.

    ``step`` is told how far a large one is; an interrupted build of such goes on where it was.
    """
    from kg.index import index_of, to_bytes
    from kg.model.resolved import resolve
    from kg.rdf.encode import encode
    from kg.rdf.terms import nquads
    from kg.rdf.vocabulary import relations_from

    key = cache.key_of(folders)  # before anything is read: a file changed meanwhile must not pass for what was built
    described = described_kinds()
    kinds = relations_from(described)
    curated, tables = read(folders, kinds)
    resolved = resolve(curated.records)
    index = index_of(resolved, kinds, tables)
    record = {quad.n3 for quad in encode(resolved, kinds)}
    if faults := _violation_faults("".join(record), curated, folders[0]):
        raise CorpusError(faults)
    base = curated.records.corpus.base
    graphs = (quad.n3 for quad in (*_era_graphs(base, index, kinds), *described))
    first = nquads(chain(record, graphs))
    pieces = [Piece(len(resolved.statements), lambda: first), *_pieces(tables, curated, kinds)]
    if sum(piece.statements for piece in pieces) > _LARGE:
        return Built(curated, tables, resolved, cache.keep_large(key, pieces, to_bytes(index), base, step))
    lines = chain.from_iterable(piece.nquads().decode().splitlines(keepends=True) for piece in pieces)
    dataset = Dataset(nquads(lines) if tables else first, to_bytes(index), base)
    cache.keep(key, dataset)
    return Built(curated, tables, resolved, dataset)


def read(folders: Sequence[Path], kinds: Mapping[str, Relation]) -> tuple[Curated, list[Table]]:
    """What corpora hold in YAML, and their tables. Raises `CorpusError` with all faults of the one, else of the others."""
    from kg.readers import tables as parquet
    from kg.readers.curated import corpus

    curated = corpus.read(folders, kinds)
    tables, faults = parquet.read(folders, curated, kinds)
    if faults:
        raise CorpusError(faults)
    return curated, tables


def _pieces(tables: Sequence[Table], curated: Curated, kinds: Mapping[str, Relation]) -> Iterator[Piece]:
    """The quads of tables, some statements at a time."""
    from kg.rdf.columns import blocks

    return (Piece(*block) for block in blocks(tables, curated.records, kinds, _PIECE)) if tables else iter(())  # arrow is of an extra


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: records by kind, and how much evidence was held against its text (none: no texts given)."""

    curated: Curated
    tables: Sequence[Table]
    verified: Verified | None


def check(folders: Sequence[Path], documents: Path | None) -> Checked:
    """Hold corpora to every rule, and their evidence to the texts. Raises `CorpusError` with all faults of the run."""
    from kg.model.resolved import resolve
    from kg.rdf.encode import encode
    from kg.readers.curated.corpus import examine
    from kg.readers.documents import verify
    from kg.readers.tables import read

    kinds = relations()
    curated, faults = examine(folders, kinds)
    tables, wrong = read(folders, curated, kinds) if not faults else ([], [])
    faults += wrong
    verified = verify(curated, documents) if documents else None
    if not faults:
        faults = _violation_faults("".join({quad.n3 for quad in encode(resolve(curated.records), kinds)}), curated, folders[0])
    if verified:
        faults += verified.faults
    if faults:
        raise CorpusError(faults)
    return Checked(curated, tables, verified)


def undescribed(folders: Sequence[Path], documents: Path) -> list[Text]:
    """The texts that no source of the corpora describes yet, whatever else is wrong with them."""
    from kg.readers.curated.corpus import examine
    from kg.readers.documents import unclaimed

    return unclaimed(examine(folders, relations())[0], documents)


def _violation_faults(ntriples: str, curated: Curated, folder: Path) -> list[Fault]:
    """What SHACL finds in the record, at the file and line of the record concerned."""
    from kg.rdf.shapes import violations

    base = curated.records.corpus.base
    faults = []
    for violation in violations(resources.ontology() / "shapes.ttl", ntriples):
        parts = violation.focus.removeprefix(base).split("/")
        origin = curated.origins.get(parts[1]) if len(parts) > 1 else None
        where = f"{violation.focus}: {violation.message}"
        faults.append(origin.fault(where) if origin else Fault(folder / "corpus.yaml", 1, where))
    return faults


def _era_graphs(base: str, index: Index, kinds: Mapping[str, Relation]) -> Iterator[Quad]:
    from kg.rdf.terms import Iri, Quad

    symmetric = {kind.name for kind in kinds.values() if kind.symmetric}
    for era, bounds in index.eras.items():
        yield from (Quad(Iri(s), Iri(p), Iri(o), Iri(f"{base}era/{era}")) for s, p, o in index.holding(bounds).graph(base, symmetric))
