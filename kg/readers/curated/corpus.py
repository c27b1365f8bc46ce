"""A corpus folder to records: every file, every rule, all faults at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import CorpusError, Fault
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.rules import problems
from kg.readers.curated import records as kinds
from kg.readers.curated.entry import Entry, entries_in
from kg.readers.curated.files import corpus_files
from kg.readers.curated.placement import misplaced

__all__ = ["Curated", "Origin", "examine", "read"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: file, first line, and the line of each field."""

    path: Path
    line: int
    fields: Mapping[str, int]

    def fault(self, why: str, field: str = "") -> Fault:
        """A fault of the record, at the field's line where the field is written."""
        return Fault(self.path, self.fields.get(field, self.line), why)


@dataclass(slots=True)
class Curated:
    """What was read: records by id, and where each stands."""

    records: Records
    origins: dict[str, Origin] = field(default_factory=dict)


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
    for folder in folders:
        described = _describe(folder, faults)
        first = first or described
        periodisations |= dict(described.periodisations) if described else {}
        for entry, record in _entries(folder, faults):
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
    faults += _rules(records, relations, origins, frozenset(unread), folders[0])
    return Curated(records, origins), faults


def _rules(
    records: Records, relations: Mapping[str, Relation], origins: Mapping[str, Origin], unread: frozenset[str], folder: Path
) -> Iterator[Fault]:
    for problem in problems(records, relations, unread):
        yield origins[problem.record].fault(problem.why, problem.field)
    yield from misplaced(records, origins)
    known = {ident for ident, _ in records.corpus.periodisations}
    default = records.corpus.default_periodisation
    if default and default not in known:
        yield Fault(
            folder / "corpus.yaml", 1, f"default-periodisation {default!r} is none of {', '.join(sorted(known)) or 'those declared'}"
        )
    if not records.by_id and not unread:
        yield Fault(folder / "corpus.yaml", 1, "the corpus is empty: add entries, or begin with `kg init DIR`")


def _describe(folder: Path, faults: list[Fault]) -> Corpus | None:
    corpus_files(folder)
    path = folder / "corpus.yaml"
    for entry in entries_in(path, path, faults, single=True):
        return kinds.corpus(entry)
    return None


def _entries(folder: Path, faults: list[Fault]) -> Iterator[tuple[Entry, Record]]:
    for path in corpus_files(folder):
        inside = path.relative_to(folder)
        if inside.as_posix() == "corpus.yaml" or path.suffix == ".rq":
            continue
        reader = kinds.READERS.get(inside.parts[0]) if path.suffix == ".yaml" else None
        if reader is None or len(inside.parts) > 2:
            faults.append(Fault(path, 1, f"no place for this file: a corpus holds {', '.join(kinds.READERS)}"))
            continue
        for entry in entries_in(path, path, faults):
            record = reader(entry)
            entry.done()
            yield entry, record
