"""What a description says of a publication: the data set's own words, its times, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.exports.selection import Selection
from kg.model.edtf import FIRST_DAY, LAST_DAY
from kg.model.records import Corpus

__all__ = ["About", "File"]

# Media types by ending, of two that fit the longer: those that IANA has registered, and those in use.
_REGISTERED = {
    ".csv": "text/csv",
    ".cyjs": "application/json",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".nq": "application/n-quads",
    ".parquet": "application/vnd.apache.parquet",
    ".trig": "application/trig",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
}
_IN_USE = {
    ".cypher": "application/x-cypher-query",
    ".ftm.json": "application/jsonl",
    ".gexf": "application/gexf+xml",
    ".graphml": "application/graphml+xml",
}
_MEDIA = _REGISTERED | _IN_USE


@dataclass(frozen=True, slots=True)
class File:
    """A file of the publication, by its path in the folder: which format it belongs to, bytes, SHA-256 in hexadecimal."""

    name: str
    format: str
    title: str
    size: int
    sha256: str

    @property
    def media(self) -> str:
        """Its media type."""
        return _MEDIA[max((ending for ending in _MEDIA if self.name.endswith(ending)), key=len)]

    @property
    def registered(self) -> bool:
        """Whether IANA knows the media type."""
        return self.media in _REGISTERED.values()


@dataclass(frozen=True, slots=True)
class About:
    """The corpus's words on itself, and the days between which what was selected held: none where all ends are open."""

    corpus: Corpus
    part: str
    start: date | None
    end: date | None

    @classmethod
    def of(cls, selection: Selection) -> About:
        """Of all that is dated, open ends aside; clipped to no question: what holds in an era may have begun before."""
        days = list(_days(selection))
        part = " ".join(_part(selection))
        return cls(selection.resolved.records.corpus, part, min(days, default=None), max(days, default=None))


def _days(selection: Selection) -> Iterator[date]:
    for bounds in selection.resolved.bounds.values():
        days = (bounds.earliest_begin, bounds.latest_begin, bounds.earliest_end, bounds.latest_end)
        yield from (day for day in days if day not in (FIRST_DAY, LAST_DAY))


def _part(selection: Selection) -> Iterator[str]:
    """The time options as the command line has them."""
    scope = selection.scope
    for name, value in (("on", scope.on), ("during", scope.during), ("era", scope.era)):
        if value is not None:
            yield f"--{name} {value}"
    if scope.certain:
        yield "--certain"
    if scope.as_seen_by is not None:
        yield f"--as-seen-by {scope.as_seen_by}"
