"""Data sets in the user's cache, by a key that changes with all that decides them."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from kg import resources
from kg.dataset.data import Dataset
from kg.dataset.large import Piece, filled
from kg.errors import FileError
from kg.files import read_bytes

__all__ = ["keep", "keep_large", "kept", "key_of"]

_KEPT = 8


def key_of(folders: Sequence[Path]) -> str:
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


def kept(key: str) -> Dataset | None:
    """What the cache holds; none where it is missing or damaged. Of a large one the quads are not read, only measured."""
    place = resources.cache_folder() / key
    try:
        about = json.loads((place / "about.json").read_bytes())
        large = bool(about["files"])
        quads = place / "dataset.nq" if large else (place / "dataset.nq").read_bytes()
        store = place / "store" if large else None
        dataset = Dataset(quads, (place / "index.npy").read_bytes(), str(about["base"]), store)
        return dataset if about["sha256"] == _hash(dataset) and about["files"] == (_sizes(place) if large else {}) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(key: str, dataset: Dataset) -> None:
    """Put a data set into the cache, whole or not at all. Raises `FileError`."""
    assert isinstance(dataset.quads, bytes)
    with _placing(key) as new:
        (new / "dataset.nq").write_bytes(dataset.quads)
        _describe(new, dataset)


def keep_large(key: str, pieces: Sequence[Piece], index: bytes, base: str, step: Callable[[str], None]) -> Dataset:
    """Make a large data set of pieces, and put it into the cache; taken up again where it was interrupted. Raises `FileError`."""
    work = resources.cache_folder() / f".making-{key}"
    try:
        with filled(work, pieces, step), _placing(key) as new:
            for name in ("dataset.nq", "store"):
                (work / name).rename(new / name)
            _describe(new, Dataset(new / "dataset.nq", index, base, new / "store"))
    except OSError as error:
        raise _unwritable(work.parent, error) from None
    shutil.rmtree(work, ignore_errors=True)
    made = kept(key)
    assert made is not None
    return made


@contextmanager
def _placing(key: str) -> Iterator[Path]:
    """A new folder that takes its place when all is in it. Raises `FileError`."""
    place = resources.cache_folder() / key
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=place.parent) as folder:
            new = Path(folder) / "new"
            new.mkdir()
            yield new
            shutil.rmtree(place, ignore_errors=True)
            try:
                new.rename(place)
            except OSError:
                if kept(key) is None:  # else another process was faster with the same
                    raise
        _forget(place.parent)
    except OSError as error:
        raise _unwritable(place.parent, error) from None


def _unwritable(cache: Path, error: OSError) -> FileError:
    return FileError(cache, f"the cache can't be written ({error.strerror}): set XDG_CACHE_HOME to a folder that can")


def _describe(new: Path, dataset: Dataset) -> None:
    (new / "index.npy").write_bytes(dataset.index)
    about = {"base": dataset.base, "sha256": _hash(dataset), "files": _sizes(new) if dataset.store else {}}
    (new / "about.json").write_bytes(json.dumps(about, sort_keys=True).encode())


def _sizes(place: Path) -> dict[str, int]:
    """How long the files are that are too long to be read before every question; the engine checks what it reads of them."""
    files = [place / "dataset.nq", *sorted(place.glob("store/*.sst"))]
    return {file.relative_to(place).as_posix(): file.stat().st_size for file in files}


def _forget(cache: Path) -> None:
    """Keep the newest few data sets only."""
    ages = {}
    for place in cache.iterdir():
        with suppress(FileNotFoundError):  # another process may forget too
            ages[place] = place.stat().st_mtime
    found = sorted((place for place in ages if not place.name.startswith(".")), key=ages.__getitem__, reverse=True)
    for old in found[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _hash(dataset: Dataset) -> str:
    digest = hashlib.sha256()
    for part in (dataset.quads if isinstance(dataset.quads, bytes) else b"", b"\0", dataset.index, b"\0", dataset.base.encode()):
        digest.update(part)
    return digest.hexdigest()
