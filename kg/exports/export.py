"""An export, from the name of its format to files that are whole or absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import FileError, UsageError
from kg.exports.format import Format
from kg.exports.formats import FORMATS
from kg.exports.selection import Selection
from kg.files import Data, staging, stands, write
from kg.graph import Graph
from kg.query.scope import EVER, Scope

__all__ = ["contents", "export", "format_of"]


def format_of(name: str) -> Format:
    """The format of that name. Raises `UsageError`, with all names."""
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there are: {', '.join(sorted(FORMATS))}")
    return FORMATS[name]


def contents(graph: Graph, format: Format, scope: Scope = EVER, only: str | None = None) -> Mapping[str, Data]:
    """The files of an export by name, not yet written. Raises `UsageError`, `UnknownName`, `DateError`."""
    if only is not None and not format.graphs:
        raise UsageError(f"{format.name} has no graphs to choose from: leave out --graph, or take a format of RDF")
    return format.files(Selection(graph, scope, only))


def export(graph: Graph, format: Format, out: Path, scope: Scope = EVER, only: str | None = None, *, force: bool = False) -> Iterable[Path]:
    """Write an export to a file, or to a folder where it has several; the files written.

    All are there in the end or none. Raises `FileError` where something stands there and ``force`` does not say to replace it.

    >>> import tempfile, kg
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = export(kg.load(), format_of("turtle"), Path(folder) / "eras.ttl", Scope(on="2016-07-08"), "record")
    ...     [path.name for path in written]
    ['eras.ttl']
    """
    _check(out, format, force)
    files = contents(graph, format, scope, only)
    if format.ending:
        write(out, *files.values())
        return [out]
    with staging(out) as staged:
        staged.update(files)
    return [out / name for name in files]


def _check(out: Path, format: Format, force: bool) -> None:
    there = stands(out)
    if format.ending and out.is_dir():
        raise FileError(out, f"is a folder: {format.name} is one file, name it")
    if not format.ending and out.exists() and not out.is_dir():
        raise FileError(out, f"is a file: {format.name} has several, name a folder")
    if there and not force:
        raise FileError(out, "exists: --force replaces it")
