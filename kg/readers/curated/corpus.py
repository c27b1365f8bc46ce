"""A corpus folder to records: every file, every rule, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import CorpusError, Fault, FileError
from kg.files import read_bytes
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.rules import problems
from kg.readers.curated import coverage
from kg.readers.curated import records as kinds
from kg.readers.curated.entry import Entry, entries_in
from kg.readers.curated.files import corpus_files, table_files
from kg.readers.curated.origin import Origin
from kg.readers.curated.placement import misplaced

__all__ = ["Curated", "examine", "read"]


@dataclass(slots=True)
class Curated:
    """What was read: records by id, where each stands, and which paragraphs are accepted to have none."""

    records: Records
    origins: dict[str, Origin] = field(default_factory=dict)
    accepted: list[coverage.Accepted] = field(default_factory=list)


def read(folders: Sequence[Path], relations: Mapping[str, Relation]) -> Curated:
    """Read and check corpora as one graph. Raises `CorpusError` with every fault."""
    curated, faults = examine(folders, relations)
    if faults:
        raise CorpusError(faults)
    return curated


def examine(folders: Sequence[Path], relations: Mapping[str, Relation]) -> tuple[Curated, list[Fault]]:
    """What could be read, and every fault; of several corpora the first one's description holds.

    Raises `FileError` where a folder is no corpus, `CorpusError` where no corpus describes itself.
    """
    faults: list[Fault] = []
    first: Corpus | None = None
    found: dict[str, Record] = {}
    origins: dict[str, Origin] = {}
    homes: dict[str, Path] = {}
    periodisations: dict[str, str] = {}
    unread: set[str] = set()
    lines: Mapping[str, int] = {}
    accepted: list[coverage.Accepted] = []
    for folder in dict.fromkeys(folders):
        described, its_lines = _describe(folder, faults)
        if first is None and described is not None:
            first, lines = described, its_lines
        periodisations = (dict(described.periodisations) if described else {}) | periodisations
        accepted += coverage.accepted(folder, faults)
        for entry, record in _entries(folder, faults, unread):
            ident, origin = record.id, Origin(entry.path, entry.line, entry.lines)
            if not entry.whole:
                unread.add(ident)
            elif ident not in found:
                found[ident], origins[ident], homes[ident] = record, origin, folder
            elif found[ident] != record or homes[ident] == folder:
                faults.append(
                    origin.fault(f"the id {ident} is {origins[ident].path}:{origins[ident].line}'s already: ids are unique", "id")
                )
    if first is None:
        raise CorpusError(faults)
    described = replace(first, periodisations=tuple(sorted(periodisations.items())))
    records = Records(described, dict(sorted(found.items())))
    faults += _rules(records, relations, origins, frozenset(unread), Origin(folders[0] / "corpus.yaml", 1, lines))
    faults += coverage.unfounded(records, accepted, homes, frozenset(unread))
    return Curated(records, origins, accepted), faults


def _rules(
    records: Records, relations: Mapping[str, Relation], origins: Mapping[str, Origin], unread: frozenset[str], description: Origin
) -> Iterator[Fault]:
    for problem in problems(records, relations, unread):
        yield origins[problem.record].fault(problem.why, problem.field)
    yield from misplaced(records, origins)
    known = {ident for ident, _ in records.corpus.periodisations}
    default = records.corpus.default_periodisation
    if default and default not in known:
        why = f"default-periodisation {default!r} is none of {', '.join(sorted(known)) or 'those declared'}"
        yield description.fault(why, "default-periodisation")
    if not records.by_id and not unread:
        yield description.fault("the corpus is empty: add entries, or begin with `kg init DIR`")


def _describe(folder: Path, faults: list[Fault]) -> tuple[Corpus | None, Mapping[str, int]]:
    corpus_files(folder)
    path = folder / "corpus.yaml"
    for entry in entries_in(path, path, faults, single=True):
        return kinds.corpus(entry), entry.lines
    return None, {}


def _entries(folder: Path, faults: list[Fault], unread: set[str]) -> Iterator[tuple[Entry, Record]]:
    tables = table_files(folder)
    for path in corpus_files(folder):
        inside = path.relative_to(folder)
        if inside.as_posix() in ("corpus.yaml", coverage.FILE) or path.suffix == ".rq" or path in tables:
            continue
        reader = kinds.READERS.get(inside.parts[0]) if path.suffix == ".yaml" else None
        if reader is None or len(inside.parts) > 2:
            faults.append(Fault(path, 1, f"no place for this file: a corpus holds {', '.join(kinds.READERS)}, {coverage.FILE}"))
            continue
        before = len(faults)
        entries = entries_in(path, path, faults)
        if len(faults) > before:
            unread.update(_ids_in(path))
        for entry in entries:
            record = reader(entry)
            entry.done()
            yield entry, record


def _ids_in(path: Path) -> set[str]:
    """The ids that a file that can't be read seems to define: nobody who names them is to blame."""
    try:
        return {match.decode() for match in re.findall(rb"\bid:[ \t]*([a-z0-9-]+)", read_bytes(path))}
    except FileError:
        return set()
