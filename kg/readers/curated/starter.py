"""A new corpus, with an example of every record and the text that it cites."""

from __future__ import annotations

from pathlib import Path

from kg.errors import FileError
from kg.files import read_bytes, staging

__all__ = ["write_starter"]

_STARTER = Path(__file__).parent / "starter"


def write_starter(folder: Path) -> None:
    """Write the example corpus into a new or empty folder. Raises `FileError` where something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileError(folder, "is there already and not empty: name a new folder")
    with staging(folder) as files:
        for file in sorted(_STARTER.rglob("*.*")):
            if file.suffix in (".yaml", ".rq", ".txt"):
                files[file.relative_to(_STARTER).as_posix()] = read_bytes(file)
