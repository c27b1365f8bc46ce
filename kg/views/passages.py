"""The passages themselves, for a page that carries text of its sources: every paragraph once, and the ranges inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import PageError
from kg.model.bounds import Bounds
from kg.model.entities import Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.period import Period
from kg.model.records import Records
from kg.model.resolved import Resolved
from kg.readers.documents import texts_shown
from kg.views.boxes import clean

__all__ = ["Paragraph", "Passages", "Range", "cited", "passages"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source, counted from 1, its text safe to show."""

    source: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Range:
    """Part of a paragraph, which is told by its place among all; in UTF-16 code units, as browsers count, end exclusive."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passages:
    """The paragraphs by source and number, and where in them each piece of evidence lies.

    ``missing`` are the sources whose text was not at hand: their pieces have no range.
    """

    paragraphs: tuple[Paragraph, ...]
    ranges: Mapping[Evidence, Range]
    missing: tuple[str, ...]


def cited(resolved: Resolved, within: Bounds | Period | None = None) -> Iterator[Evidence]:
    """The evidence of a page: of events, of statements and of the entities they name; of all times, or ``within`` one."""

    def holds(name: str) -> bool:
        return within is None or resolved.bounds[name].possibly(within)

    statements = [s for s in resolved.statements.values() if holds(s.id)]
    entities = {event.id for event in resolved.records.of(Event) if holds(event.id)}
    entities.update(name for s in statements for name in (s.subject, s.object, s.event) if name)
    for record in (*statements, *(resolved.records.by_id[name] for name in sorted(entities))):
        yield from getattr(record, "evidence", ())
        yield from (piece for dating in getattr(record, "datings", ()) for piece in dating.evidence)


def passages(records: Records, documents: Path, pieces: Iterable[Evidence]) -> Passages:
    """The text of the pieces that cite a paragraph, from the ``.txt`` files of a folder.

    Raises `FileError` where the folder can't be read or holds no text of any source, `PageError` where a piece lies
    outside its paragraph.
    """
    texts = texts_shown({source.id: source.sha256 for source in records.of(Source) if source.sha256 is not None}, documents)
    lines = {source: text.lines for source, text in texts.items()}
    wanted = sorted({piece for piece in pieces if piece.paragraph})
    places: dict[tuple[str, int], int] = {}
    ranges: dict[Evidence, Range] = {}
    for piece in wanted:
        if piece.source in lines:
            start, end = _inside(piece, lines[piece.source], documents)
            ranges[piece] = Range(places.setdefault((piece.source, piece.paragraph), len(places)), start, end)
    paragraphs = tuple(Paragraph(source, number, clean(lines[source][number - 1][1])) for source, number in places)
    return Passages(paragraphs, ranges, tuple(sorted({piece.source for piece in wanted} - lines.keys())))


def _inside(piece: Evidence, lines: Sequence[tuple[int, str]], documents: Path) -> tuple[int, int]:
    """Start and end from the begin of the paragraph, in UTF-16 code units."""
    if piece.paragraph <= len(lines):
        offset, line = lines[piece.paragraph - 1]
        start, end = (at - offset for at in piece.chars)
        if 0 <= start < end <= len(line):
            return _units(line[:start]), _units(line[:end])
    raise PageError(f"{piece.place}: the range lies outside its paragraph: `kg check --documents {documents}` says where it is written")


def _units(text: str) -> int:
    """The length as browsers count it.

    >>> _units("Aé\U0001f600")
    4
    """
    return len(text.encode("utf-16-le")) // 2
