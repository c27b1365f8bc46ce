"""Which paragraphs of the sources no record cites, and which of them the corpus accepts as such, with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Fault
from kg.model.entities import Source
from kg.model.records import Records
from kg.readers.curated.entry import Entry, entries_in
from kg.readers.curated.origin import Origin

__all__ = ["FILE", "Accepted", "Coverage", "accepted", "coverage", "unaccepted", "unfounded"]

FILE = "coverage.yaml"


@dataclass(frozen=True, slots=True)
class Accepted:
    """Paragraphs of a source that hold nothing to record, and why."""

    source: str
    paragraphs: tuple[int, ...]
    reason: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Coverage:
    """The paragraphs of one source, counted from 1: cited by a record, accepted without, and left."""

    source: Source
    cited: tuple[int, ...]
    accepted: tuple[int, ...]
    left: tuple[int, ...]


def accepted(folder: Path, faults: list[Fault]) -> Iterator[Accepted]:
    """What ``coverage.yaml`` accepts; the file may be missing."""
    path = folder / FILE
    for entry in entries_in(path, path, faults) if path.is_file() else ():
        yield Accepted(entry.needed("source"), _numbers(entry), entry.needed("reason"), Origin(path, entry.line, entry.lines))
        entry.done()


def _numbers(entry: Entry) -> tuple[int, ...]:
    texts = entry.texts("paragraphs")
    if not texts or not all(text.isascii() and text.isdigit() and len(text) < 10 for text in texts):
        entry.fault("paragraphs is a list of numbers, counted from 1", entry.lines.get("paragraphs"))
        return ()
    return tuple(map(int, texts))


def coverage(records: Records, accept: Iterable[Accepted]) -> list[Coverage]:
    """The coverage of every source that has a text, by id."""
    cited, silent = _cited(records), defaultdict[str, set[int]](set)
    for one in accept:
        silent[one.source].update(one.paragraphs)
    found = []
    for source in records.of(Source):
        every = range(1, len(source.paragraphs) + 1)
        if every:
            said, none = cited[source.id], silent[source.id]
            parts = ([n for n in every if n in said], [n for n in every if n in none], [n for n in every if n not in said | none])
            found.append(Coverage(source, *map(tuple, parts)))
    return found


def unaccepted(found: Iterable[Coverage], origins: Mapping[str, Origin]) -> Iterator[Fault]:
    """A fault for every source with paragraphs that no record cites and nobody accepts."""
    for one in found:
        if one.left:
            numbers = ", ".join(map(str, one.left))
            why = f"no record cites {one.source.id} ¶{numbers}: annotate them, or accept them in {FILE} with a reason"
            yield origins[one.source.id].fault(why, "paragraphs")


def unfounded(
    records: Records, accept: Iterable[Accepted], homes: Mapping[str, Path], unread: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """Paragraphs accepted that do not exist, or that a record of the same corpus cites after all.

    ``homes`` are the folders of the records; sources in ``unread`` are passed over.
    """
    cited = defaultdict[Path, defaultdict[str, set[int]]](lambda: defaultdict(set))
    for record, _, piece in records.evidence():
        cited[homes[record.id]][piece.source].add(piece.paragraph)
    for one in accept:
        source = records.by_id.get(one.source)
        if one.source in unread:
            continue
        if not isinstance(source, Source):
            yield one.origin.fault(f"{one.source!r} is no source of the corpus", "source")
            continue
        if not source.paragraphs:
            yield one.origin.fault(f"{source.id} has no text, and so no paragraphs to accept", "source")
            continue
        for number in one.paragraphs:
            if not 1 <= number <= len(source.paragraphs):
                yield one.origin.fault(f"{source.id} has paragraphs 1 to {len(source.paragraphs)}, not {number}", "paragraphs")
            elif number in cited[one.origin.path.parent][source.id]:
                yield one.origin.fault(f"{source.id} ¶{number} has a record: take it off the list", "paragraphs")


def _cited(records: Records) -> defaultdict[str, set[int]]:
    cited = defaultdict[str, set[int]](set)
    for _, _, piece in records.evidence():
        if piece.paragraph:
            cited[piece.source].add(piece.paragraph)
    return cited
