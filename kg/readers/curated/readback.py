"""The files of a corpus, read back before anybody relies on them: what a corpus can't hold is found there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import CorpusError, Fault
from kg.files import write
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.rules import Problem
from kg.readers.curated.corpus import examine

__all__ = ["read_back"]

_ENTRY = re.compile(rb"^- \{?id: ([^,}\s]+)", re.MULTILINE)


def read_back(files: Mapping[str, bytes], relations: Mapping[str, Relation]) -> Records | list[Problem]:
    """The records that a corpus of these files has, or why it would be refused; a problem of no record is the corpus's own.

    Raises `FileError` where a file can't have its name.
    """
    with TemporaryDirectory(prefix="kg-") as place:
        folder = Path(place)
        for name, data in files.items():
            write(folder / name, data)
        try:
            curated, faults = examine([folder], relations)
        except CorpusError as error:
            return [_problem(folder, files, fault) for fault in error.faults]
    return [_problem(folder, files, fault) for fault in faults] or curated.records


def _problem(folder: Path, files: Mapping[str, bytes], fault: Fault) -> Problem:
    name = fault.path.relative_to(folder).as_posix()
    before = b"\n".join(files[name].split(b"\n")[: fault.line])
    entries = [] if name == "corpus.yaml" else _ENTRY.findall(before)
    return Problem(entries[-1].decode() if entries else "", "", fault.why)
