"""The tables of what a record has several of: names, datings, passages, participants, reporters, figures, what it disputes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from kg.exports.selection import Selection
from kg.exports.tables.fields import field
from kg.exports.tables.table import Column, Table, Type
from kg.exports.tables.times import times
from kg.model.conflicts import Conflict
from kg.model.dated import Dating
from kg.model.events import Participation
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.reporting import reports
from kg.model.resolved import Resolved
from kg.model.statements import Envelope
from kg.rdf.namespaces import passage_path

__all__ = ["ALIASES", "DATINGS", "DATING_NOTE", "DISPUTES", "EVIDENCE", "PARTICIPATIONS", "PARTS", "QUANTITIES", "REPORTS", "Part", "every"]

DATING_NOTE = "Set where one of the record’s datings is meant; with the record, the key of datings."
_CHARACTERS = "In code points of the source’s text; the end is not in it."


class Part(NamedTuple):
    """One of the things that a record has several of, counted from 1; ``dating`` where one of its datings has it."""

    record: Record
    number: int
    it: Any
    dating: str | None = None


def every(resolved: Resolved) -> Iterator[Record]:
    """All records, derived statements included, by id."""
    both: dict[str, Record] = {**resolved.records.by_id, **resolved.statements}
    return (both[name] for name in sorted(both))


_Parts = Callable[[Record, Selection], Iterable[Part]]


def _table(title: str, of: _Parts, key: tuple[str, ...], *columns: Column, owner: str = "records") -> Table:
    own = Column(name=key[0], type=Type.NAME, of=lambda row, _: row.record.id, required=True, refers=owner)

    def rows(selection: Selection) -> Iterator[Part]:
        return (part for record in every(selection.resolved) for part in of(record, selection))

    name = title.partition(":")[0].lower()
    return Table(name=name, title=title, columns=(own, *columns), rows=rows, parts=of, key=key)


def _each(name: str) -> _Parts:
    """Finds the parts that stand in a field, where a record has it."""
    return lambda record, _: (Part(record, number, it) for number, it in enumerate(getattr(record, name, ()), 1))


def _cited(record: Record, _: Selection) -> Iterator[Part]:
    pieces = [(piece, None) for piece in getattr(record, "evidence", ())]
    pieces += [(piece, dating.id) for dating in getattr(record, "datings", ()) for piece in dating.evidence]
    return (Part(record, number, piece, dating) for number, (piece, dating) in enumerate(pieces, 1))


def _reported(record: Record, selection: Selection) -> Iterator[Part]:
    chain = reports(selection.resolved.records, record) if isinstance(record, Envelope) else ()
    return (Part(record, number, it) for number, it in enumerate(chain, 1))


def _disputed(record: Record, _: Selection) -> Iterator[Part]:
    names = (name.partition("/") for name in record.disputes) if isinstance(record, Conflict) else ()
    return (Part(record, number, name, dating or None) for number, (name, _, dating) in enumerate(names, 1))


def _filled(name: str, type: Type, of: Callable[[Evidence], str | int], **more: Any) -> Column:
    """A column of a passage: 0 and the empty text mean that it is located in another way."""
    return Column(name=name, type=type, of=lambda row, _: of(row.it) or None, **more)


def _chars(piece: Evidence) -> tuple[int | None, int | None]:
    return (None, None) if piece.locator or piece.row else piece.chars


def _is_disputed(row: Part, selection: Selection) -> bool:
    return f"{row.record.id}/{row.it.id}" in selection.resolved.disputed


def _is_author(row: Part, _: Selection) -> bool:
    return row.number > len(getattr(row.record, "reported_by", ()))


NUMBER = Column(name="number", type=Type.INTEGER, of=lambda row, _: row.number, required=True)
DATING = Column(name="dating", type=Type.NAME, of=lambda row, _: row.dating, note=DATING_NOTE)

ALIASES = _table(
    "Aliases: further names of entities",
    _each("aliases"),
    ("record", "alias"),
    Column(name="alias", type=Type.TEXT, of=lambda row, _: row.it, required=True),
)
DATINGS = _table(
    "Datings: accounts of when, where there are several",
    _each("datings"),
    ("record", "dating"),
    Column(name="dating", type=Type.NAME, of=lambda row, _: row.it.id, required=True),
    *times(lambda row: row.it.when, lambda row: f"{row.record.id}/{row.it.id}", always=True),
    field(Dating, "preferred", Type.FLAG, at="it."),
    field(Dating, "reason", Type.TEXT, at="it.", english=True),
    Column(name="disputed", type=Type.FLAG, of=_is_disputed, required=True),
)
EVIDENCE = _table(
    "Evidence: the passages of every record, and of its datings",
    _cited,
    ("record", "number"),
    NUMBER,
    DATING,
    field(Evidence, "source", Type.NAME, at="it.", refers="sources"),
    Column(
        name="passage", type=Type.NAME, of=lambda row, _: passage_path(row.it), required=True, note="The path of its IRI, below the base."
    ),
    _filled("paragraph", Type.INTEGER, lambda piece: piece.paragraph, note="Counted from 1."),
    Column(name="start", type=Type.INTEGER, of=lambda row, _: _chars(row.it)[0], note=_CHARACTERS),
    Column(name="end", type=Type.INTEGER, of=lambda row, _: _chars(row.it)[1], note=_CHARACTERS),
    _filled("locator", Type.TEXT, lambda piece: piece.locator, note="Where the source has no text here."),
    _filled("row", Type.INTEGER, lambda piece: piece.row, note="Of a table, counted from 1."),
    field(Evidence, "coreference", Type.FLAG, at="it.", note="Whether the passage means the record without naming it."),
)
PARTICIPATIONS = _table(
    "Participations: who took part in which event, and as what",
    _each("participants"),
    ("event", "actor", "role"),
    field(Participation, "actor", Type.NAME, at="it.", refers="actors"),
    field(Participation, "role", Type.WORD, at="it."),
    owner="events",
)
REPORTS = _table(
    "Reports: who passes a view on, nearest to its holder first; last the authors of the sources cited, unless the view is their own",
    _reported,
    ("record", "number"),
    NUMBER,
    field(Report, "by", Type.NAME, at="it.", refers="actors"),
    field(Report, "inside", Type.NAME, at="it.", refers="records"),
    field(Report, "said", Type.EDTF, at="it."),
    Column(name="author", type=Type.FLAG, of=_is_author, required=True, note="Whether it is the author of a source cited."),
)
QUANTITIES = _table(
    "Quantities: figures that hang on a record",
    _each("quantities"),
    ("record", "measure"),
    field(Quantity, "measure", Type.NAME, at="it."),
    field(Quantity, "value", Type.DECIMAL, at="it."),
    field(Quantity, "unit", Type.TEXT, at="it."),
    field(Quantity, "comparator", Type.WORD, at="it."),
    field(Quantity, "compared_to", Type.NAME, at="it.", refers="records"),
)
DISPUTES = _table(
    "Disputes: what each conflict is between",
    _disputed,
    ("conflict", "number"),
    NUMBER,
    Column(name="record", type=Type.NAME, of=lambda row, _: row.it, required=True, refers="records"),
    DATING,
    owner="conflicts",
)
PARTS = (ALIASES, DATINGS, EVIDENCE, PARTICIPATIONS, REPORTS, QUANTITIES, DISPUTES)
