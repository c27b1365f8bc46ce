"""A data set too large for memory: a store on disk, that many may ask at once and nobody changes."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.memory import Store

__all__ = ["DiskStore", "load_piece"]


class DiskStore(Store):
    """What `load_piece` has put into a folder. A graph made for a question goes into a copy that shares the files with it."""

    def __init__(self, folder: Path, base: str | None = None) -> None:
        super().__init__(b"", base)
        self._folder, self._copied = folder, False
        try:
            self._store = ox.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store in {folder} is damaged: {error}") from None
        self._note_graphs()

    def put_graph(self, name: str | None, triples: Iterable[tuple[str, str, str]]) -> None:
        """Make a graph of triples of IRIs."""
        self._copy()
        super().put_graph(name, triples)

    def name_record(self, name: str) -> None:
        """Let a named graph hold what the default graph holds: in a large store this takes long."""
        self._copy()
        super().name_record(name)

    def _copy(self) -> None:
        """From now on ask a copy of one's own: links to the same files, and place for what is new; gone with this object."""
        if not self._copied:
            folder = tempfile.TemporaryDirectory(prefix=".asked-", dir=self._folder.parent, ignore_cleanup_errors=True)
            self._store.backup(str(Path(folder.name) / "store"))
            self._store = ox.Store(str(Path(folder.name) / "store"))
            self._copied = True
            weakref.finalize(self, folder.cleanup)


def load_piece(folder: Path, nquads: bytes) -> None:
    """Add quads to the store in a folder, which is made where it is not there; the same quads twice are there once.

    They are all in it or none, also where the process is killed meanwhile.
    """
    store = ox.Store(str(folder))
    store.bulk_load(nquads, format=ox.RdfFormat.N_QUADS)
    store.flush()
