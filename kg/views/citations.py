"""The table of the page without script: statements as a paper cites them, by the numbers of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.entities import Source
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.views import words
from kg.views.boxes import clean
from kg.views.entries import safe_url
from kg.views.pools import Pool
from kg.views.style import STATUSES

__all__ = ["Citation", "Cited", "Row", "Table", "table_of"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source with its address, empty where it has none that a browser may open."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Passages of one source: its number, from 1, and where in it they stand."""

    number: int
    where: str


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as the table gives it."""

    when: str
    subject: str
    relation: str
    object: str
    holders: str
    notes: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Statements, and the sources that they cite, in the order of their numbers."""

    rows: tuple[Row, ...]
    sources: tuple[Cited, ...]


def table_of(resolved: Resolved, relations: Mapping[str, Relation], statements: Iterable[Statement]) -> Table:
    """The statements in the order given; a source has its number from where it is first cited."""
    numbers = Pool[str]()
    rows = tuple(_row(resolved, relations, s, numbers) for s in statements)
    return Table(rows, tuple(_cited(resolved.records, name) for name in numbers.values))


def _row(resolved: Resolved, relations: Mapping[str, Relation], s: Statement, numbers: Pool[str]) -> Row:
    records = resolved.records
    marks = {"disputed": s.id in resolved.disputed, "derived": s.derived_from is not None}
    return Row(
        when=clean(words.when(records, s)),
        subject=clean(records.label(s.subject)),
        relation=clean(relations[s.relation].label) if s.relation in relations else s.relation,
        object=clean(records.label(s.object)),
        holders=", ".join(clean(records.label(h)) for h in s.according_to),
        notes=", ".join([STATUSES[s.status.value].lower(), s.wording.value, *(mark for mark, so in marks.items() if so)]),
        citations=_citations(s, numbers),
    )


def _citations(s: Statement, numbers: Pool[str]) -> tuple[Citation, ...]:
    places: dict[str, list[str]] = {}
    for piece in s.evidence:
        places.setdefault(piece.source, []).append(clean(words.where(piece)))
    return tuple(Citation(1 + numbers.add(source), "; ".join(found)) for source, found in places.items())


def _cited(records: Records, name: str) -> Cited:
    source = records.by_id.get(name)
    return Cited(clean(records.label(name)), safe_url(clean(source.url or "")) if isinstance(source, Source) else "")
