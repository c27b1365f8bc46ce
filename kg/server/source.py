"""Where the data come from, and whether that has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.readers.curated.files import corpus_files
from kg.readers.documents import text_files

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """Corpora, or a foreign RDF ``file``; ``root`` is the path under which a proxy has the server.

    With ``documents``, a folder of the sources' texts, pages show what they cite.
    """

    folders: Sequence[Path]
    file: Path | None
    documents: Path | None
    root: str

    def state(self) -> object:
        """Something that is another whenever a file comes, goes or changes. No file is read: a look costs little."""
        try:
            files = [self.file] if self.file else [file for folder in self.folders for file in corpus_files(folder)]
            files += text_files(self.documents) if self.documents else []
            return [(file, *_figures(file)) for file in files]
        except (KgError, OSError) as error:
            return str(error)


def _figures(file: Path) -> tuple[int, int, int]:
    found = file.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino
