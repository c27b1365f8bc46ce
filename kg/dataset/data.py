"""What a question needs of a data set: its quads, the index of times, the base IRI."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.files import read_bytes

__all__ = ["Dataset"]

_AT_ONCE = 1 << 22


@dataclass(frozen=True, slots=True)
class Dataset:
    """The quads as N-Quads, the index as `kg.index.to_bytes` gives it, and below which IRI the entities lie.

    Of a large one ``quads`` is the file that holds them, and ``store`` the folder of a store that holds the same, to be asked
    without being read first.
    """

    quads: bytes | Path
    index: bytes
    base: str
    store: Path | None = None

    @property
    def nquads(self) -> bytes:
        """All of the N-Quads. Raises `FileError` where they lie in a file that is gone."""
        return self.quads if isinstance(self.quads, bytes) else read_bytes(self.quads)

    def pieces(self) -> Iterator[bytes]:
        """The N-Quads, some of them at a time."""
        if isinstance(self.quads, bytes):
            yield self.quads
            return
        with self.quads.open("rb") as stream:
            while piece := stream.read(_AT_ONCE):
                yield piece
