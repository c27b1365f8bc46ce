"""What the YAML file beside a temporal graph says: its relations in our kinds, and what its times count."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kg.errors import CorpusError, DateError, Fault, FileError
from kg.files import read_bytes
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.vocabulary import Status
from kg.readers.curated.entry import Entry, entries_in
from kg.readers.foreign.cameo import cameo
from kg.readers.foreign.mapping import licence
from kg.readers.foreign.times import Count, Unit

__all__ = ["Meant", "TkgMapping", "read_tkg_mapping"]


class Meant(NamedTuple):
    """What a relation of theirs is here."""

    relation: str
    status: str


@dataclass(frozen=True, slots=True)
class TkgMapping:
    """Relations by their names, in small letters; what numbers count; and whether a fifth column is an end."""

    title: str | None = None
    licence: str | None = None
    relations: Mapping[str, Meant] = field(default_factory=dict)
    count: Count | None = None
    intervals: bool = True


def read_tkg_mapping(path: Path, kinds: Mapping[str, Relation]) -> TkgMapping:
    """Read a mapping. Raises `CorpusError` with every fault, `FileError` where it or the table of codes can't be read."""
    faults: list[Fault] = []
    found = [_mapping(entry, kinds) for entry in entries_in(path, path, faults, single=True)]
    if faults:
        raise CorpusError(faults)
    return found[0] if found else TkgMapping()


def _mapping(entry: Entry, kinds: Mapping[str, Relation]) -> TkgMapping:
    book = entry.text("cameo")
    relations = _of_codes(entry.path.parent / book) if book else {}
    for item in entry.entries("relations"):
        for name in list(item.lines):
            if meant := _meant(item, name, item.needed(name), kinds):
                relations[name.casefold()] = meant
    mapping = TkgMapping(entry.text("title"), licence(entry), relations, _count(entry), entry.flag("intervals", default=True))
    entry.done()
    return mapping


def _meant(entry: Entry, name: str, word: str, kinds: Mapping[str, Relation]) -> Meant | None:
    """A kind of relation, or a code of CAMEO, which has a status too."""
    if meaning := cameo().get(word):
        return Meant(meaning.relation, meaning.status)
    if word not in kinds or kinds[word].derived:
        entry.fault(f"{name}: {word!r} is neither a kind of relation that may be written nor a code of CAMEO", entry.lines[name])
        return None
    return Meant(word, Status.ACTUAL)


def _of_codes(path: Path) -> dict[str, Meant]:
    """The names of CAMEO's codes: a CSV file with columns ``name`` and ``code``, as is published with the events."""
    text = read_bytes(path).decode("utf-8", "replace")  # names and codes are ASCII, whatever its other columns hold
    rows: Iterable[dict[str, str]] = csv.DictReader(io.StringIO(text, newline=""))
    try:
        named = {row["name"].casefold(): cameo().get(row["code"]) for row in rows}
    except (KeyError, AttributeError, csv.Error):
        raise FileError(path, "is no table of codes: columns `name` and `code` are needed") from None
    return {name: Meant(meaning.relation, meaning.status) for name, meaning in named.items() if meaning}


def _count(entry: Entry) -> Count | None:
    for item in entry.entries("times"):
        start, unit = item.needed("start"), item.word("unit", Unit)
        item.done()
        try:
            first = Period.parse(start).start if start else date.min
        except DateError as error:
            item.fault(str(error), item.lines["start"])
            continue
        return Count(first, unit or Unit.DAY)
    return None
