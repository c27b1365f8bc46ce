"""Corpora to checked records to a data set, kept in the user's cache by content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import CorpusError, Fault, FileError
from kg.files import read_bytes

if TYPE_CHECKING:
    from kg.index import Index
    from kg.model.relations import Relation
    from kg.model.resolved import Resolved
    from kg.rdf.terms import Quad
    from kg.readers.curated.corpus import Curated
    from kg.readers.documents import Text, Verified

__all__ = ["Built", "Checked", "Dataset", "build", "check", "described_kinds", "open_dataset", "relations", "undescribed"]

_KEPT = 8


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a question needs: the quads, the index of times, and the base IRI of the corpus's entities."""

    nquads: bytes
    index: bytes
    base: str


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that a build makes from corpora."""

    curated: Curated
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


def build(folders: Sequence[Path]) -> Built:
    """Read, check and encode corpora, and keep the data set in the cache. Raises `CorpusError` with all faults."""
    from kg.index import index_of, to_bytes
    from kg.model.resolved import resolve
    from kg.rdf.encode import encode
    from kg.rdf.terms import nquads
    from kg.rdf.vocabulary import relations_from
    from kg.readers.curated.corpus import read

    key = _key(folders)  # before anything is read: a file changed meanwhile must not pass for what was built
    described = described_kinds()
    kinds = relations_from(described)
    curated = read(folders, kinds)
    resolved = resolve(curated.records)
    index = index_of(resolved, kinds)
    record = {quad.n3 for quad in encode(resolved, kinds)}
    if faults := _violation_faults("".join(record), curated, folders[0]):
        raise CorpusError(faults)
    base = curated.records.corpus.base
    graphs = (quad.n3 for quad in (*_era_graphs(base, index, kinds), *described))
    dataset = Dataset(nquads(chain(record, graphs)), to_bytes(index), base)
    _keep(key, dataset)
    return Built(curated, resolved, dataset)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: records by kind, and how much evidence was held against its text (none: no texts given)."""

    curated: Curated
    verified: Verified | None


def check(folders: Sequence[Path], documents: Path | None) -> Checked:
    """Hold corpora to every rule, and their evidence to the texts. Raises `CorpusError` with all faults of the run."""
    from kg.model.resolved import resolve
    from kg.rdf.encode import encode
    from kg.readers.curated.corpus import examine
    from kg.readers.documents import verify

    kinds = relations()
    curated, faults = examine(folders, kinds)
    verified = verify(curated, documents) if documents else None
    if not faults:
        faults = _violation_faults("".join({quad.n3 for quad in encode(resolve(curated.records), kinds)}), curated, folders[0])
    if verified:
        faults += verified.faults
    if faults:
        raise CorpusError(faults)
    return Checked(curated, verified)


def undescribed(folders: Sequence[Path], documents: Path) -> list[Text]:
    """The texts that no source of the corpora describes yet, whatever else is wrong with them."""
    from kg.readers.curated.corpus import examine
    from kg.readers.documents import unclaimed

    return unclaimed(examine(folders, relations())[0], documents)


def open_dataset(folders: Sequence[Path]) -> Dataset:
    """The data set from the cache, built on first use and whenever corpora, ontology or program have changed."""
    return _kept(_key(folders)) or build(folders).dataset


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


def _key(folders: Sequence[Path]) -> str:
    """A hash over all that decides the data set: corpora, ontology, the program's own modules."""
    from kg.readers.curated.files import corpus_files

    digest = hashlib.sha256()
    for folder in folders:
        _add(digest, folder, corpus_files(folder))
    ontology = resources.ontology()
    _add(digest, ontology, sorted(ontology.glob("*.ttl")))
    _add(digest, resources.package_root(), resources.package_sources())
    return digest.hexdigest()


def _add(digest: hashlib._Hash, root: Path, files: Sequence[Path]) -> None:
    for file in files:
        data = read_bytes(file)
        digest.update(f"{file.relative_to(root).as_posix()}\0{len(data)}\0".encode() + data)


def _kept(key: str) -> Dataset | None:
    """What the cache holds; none where it is missing or damaged."""
    place = resources.cache_folder() / key
    try:
        about = json.loads((place / "about.json").read_bytes())
        dataset = Dataset((place / "dataset.nq").read_bytes(), (place / "index.npy").read_bytes(), str(about["base"]))
        return dataset if about["sha256"] == _hash(dataset) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(key: str, dataset: Dataset) -> None:
    import shutil
    import tempfile

    place = resources.cache_folder() / key
    about = json.dumps({"base": dataset.base, "sha256": _hash(dataset)}, sort_keys=True).encode()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=place.parent) as folder:
            new = Path(folder) / "new"
            new.mkdir()
            for name, data in (("dataset.nq", dataset.nquads), ("index.npy", dataset.index), ("about.json", about)):
                (new / name).write_bytes(data)
            shutil.rmtree(place, ignore_errors=True)
            try:
                new.rename(place)
            except OSError:
                if _kept(key) is None:  # else another process was faster with the same
                    raise
        _forget(place.parent)
    except OSError as error:
        raise FileError(place.parent, f"the cache can't be written ({error.strerror}): set XDG_CACHE_HOME to a folder that can") from None


def _forget(cache: Path) -> None:
    """Keep the newest few data sets only."""
    import shutil

    ages = {}
    for place in cache.iterdir():
        with suppress(FileNotFoundError):  # another process may forget too
            ages[place] = place.stat().st_mtime
    kept = sorted((place for place in ages if not place.name.startswith(".")), key=ages.__getitem__, reverse=True)
    for old in kept[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _hash(dataset: Dataset) -> str:
    return hashlib.sha256(b"\0".join([dataset.nquads, dataset.index, dataset.base.encode()])).hexdigest()
