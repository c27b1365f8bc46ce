"""Everything in one folder: the data set in every format, each file with size and checksum, described for catalogues."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.exports import crate, void
from kg.exports.described import About, File
from kg.exports.format import ALL, Format
from kg.exports.quads import read_back
from kg.exports.selection import Selection
from kg.files import Data

__all__ = ["package"]


def package(formats: Iterable[Format]) -> Format:
    """The format that holds these; those of one graph alone are left out, since the others have it."""
    inside = [format for format in formats if not format.single]

    def files(selection: Selection) -> Mapping[str, Data]:
        told: list[_Told] = []
        made: dict[str, Data] = {}
        for format in inside:
            for name, data in format.files(selection).items():
                path = f"{format.name}/{name}" if not format.ending else f"{format.name}.{format.ending}"
                made[path] = one = _Told(path, format, data)
                told.append(one)
        return made | _descriptions(selection, lambda: [one.file for one in told])

    return Format(name="void", title="all of these in a folder, described by VoID, DCAT and as an RO-Crate", kept=ALL, files=files)


def _descriptions(selection: Selection, files: Callable[[], list[File]]) -> dict[str, Data]:
    """Made when they are written, which is last: only then are the sizes of the others known."""

    def turtle() -> Iterator[bytes]:
        yield from void.description(About.of(selection), files(), read_back(selection))

    def metadata() -> Iterator[bytes]:
        yield crate.crate(About.of(selection), files())

    return {void.NAME: turtle(), crate.NAME: metadata()}


@dataclass(slots=True)
class _Told:
    """A file's content, measured while it is written."""

    name: str
    format: Format
    data: Data
    _size: int = 0
    _hash: hashlib._Hash = field(default_factory=hashlib.sha256)

    def __iter__(self) -> Iterator[bytes]:
        for chunk in [self.data] if isinstance(self.data, bytes) else self.data:
            self._size += len(chunk)
            self._hash.update(chunk)
            yield chunk

    @property
    def file(self) -> File:
        """What a description says of it, once it is written."""
        return File(self.name, self.format.name, self.format.title, self._size, self._hash.hexdigest())
