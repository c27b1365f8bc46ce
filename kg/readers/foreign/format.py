"""What a format is: which files it wants, and what a row of each says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kg.errors import FileError
from kg.model.entities import Entity
from kg.model.relations import Relation
from kg.readers.foreign.facts import Reader
from kg.readers.foreign.lines import lines
from kg.readers.foreign.rows import Row, rows

__all__ = ["UNKNOWN_LICENCE", "Format", "Job", "Sheet"]

UNKNOWN_LICENCE = "https://rightsstatements.org/vocab/CNE/1.0/"  # "copyright not evaluated"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as a table: its columns by name, and its rows of data, each with the same number of cells."""

    path: Path
    source: str
    columns: Sequence[str]
    rows: Iterator[Row]

    def place(self, *names: str) -> int:
        """Where the column stands that has one of these names. Raises `FileError` where none has."""
        for name in names:
            if name in self.columns:
                return self.columns.index(name)
        raise FileError(self.path, f"no column {' or '.join(names)}; there are: {', '.join(self.columns)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What an import works on; ``sources`` are the ids of the files' records.

    A format may add to ``made``, by their ids, the entities that it makes, which begin with the id of a source and a hyphen,
    and to ``about`` the ``title`` and ``licence`` that it has found.
    """

    sources: Mapping[Path, str]
    kinds: Mapping[str, Relation]
    mapping: Path | None = None
    encoding: str | None = None
    made: dict[str, Entity] = field(default_factory=dict)
    about: dict[str, str | None] = field(default_factory=dict)

    @property
    def files(self) -> Sequence[Path]:
        """The files, as they were named."""
        return list(self.sources)

    def sheet(self, path: Path, delimiter: str = ",", columns: Sequence[str] = (), quoted: bool = True) -> Sheet:
        """A delimited file; its first line names the columns, unless they are given.

        Where they are given and the first line says the same, it is a heading and no data. Raises `FileError`.
        """
        found = rows(lines(path, self.encoding), delimiter, quoted)
        first = next(found, None)
        if first is None:
            raise FileError(path, "is empty: there is no row in it")
        if not columns:
            if "\0" in first.raw:
                raise FileError(path, "line 1 has NUL characters: is it UTF-16? Then say --encoding utf-16-le or utf-16-be")
            return Sheet(path, self.sources[path], [cell.strip() for cell in first.cells], found)
        heading = [cell.strip() for cell in first.cells] == list(columns)
        return Sheet(path, self.sources[path], columns, found if heading else chain([first], found))

    def first_line(self, path: Path) -> str:
        """The first line, from which a format without a heading tells how the file is written. Raises `FileError`."""
        return next(lines(path, self.encoding), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of other people's data.

    ``title`` and ``licence`` are the new corpus's unless the user says otherwise. ``read`` gives each file with the reader of
    its rows; the rows of one are read before the next is asked for, so that a reader may rest on files before it.
    ``mapped`` says that it has use for a mapping.
    """

    title: str
    read: Callable[[Job], Iterator[tuple[Sheet, Reader]]]
    licence: str = UNKNOWN_LICENCE
    mapped: bool = False
