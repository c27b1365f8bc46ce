"""The pages are made in a process beside the build, and kept: they cost half of all else, and pyLODE changes how a program logs."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from kg import resources
from kg.files import read_bytes, write

__all__ = ["documentation"]

Pages = Mapping[str, bytes]


@contextmanager
def documentation() -> Iterator[Callable[[], Pages]]:
    """Begin to make the pages; what is given waits until they are there, and has them by file name.

    They come from the user's cache while ontologies and program are what they were. The process ends with the block.
    Raises `ChildProcessError` with what went wrong there, `FileError`.
    """
    key, place = _key(), resources.cache_folder() / ".documentation"
    if (pages := _kept(place, key)) is not None:
        yield lambda: pages
        return
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-P", "-m", "kg.documentation"], stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe) as process:
        try:
            yield lambda: _taken(process, place, key)
        finally:
            process.kill()


def _taken(process: subprocess.Popen[bytes], place: Path, key: bytes) -> Pages:
    made, told = process.communicate()
    if process.returncode:
        raise ChildProcessError(f"the ontologies' pages could not be made:\n{told.decode(errors='replace')}")
    write(place, key + hashlib.sha256(made).digest() + made)
    return _pages(made)


def _kept(place: Path, key: bytes) -> Pages | None:
    """What the cache holds; none where it is missing, of another state or damaged."""
    try:
        kept = place.read_bytes()
    except OSError:
        return None
    made = kept[2 * len(key) :]
    return _pages(made) if kept == key + hashlib.sha256(made).digest() + made else None


def _pages(made: bytes) -> Pages:
    return {name: page.encode() for name, page in json.loads(made).items()}


def _key() -> bytes:
    """A hash over all that decides what the pages look like."""
    files = sorted([*resources.ontology().glob("*.ttl"), *Path(__file__).parent.glob("*.py")])
    known = [version("pylode"), version("rdflib"), *(hashlib.sha256(read_bytes(file)).hexdigest() for file in files)]
    return hashlib.sha256(" ".join(known).encode()).digest()
