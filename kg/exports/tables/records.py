"""The tables of records, one for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from kg.exports.selection import Selection
from kg.exports.tables.fields import field, mapped, name_of
from kg.exports.tables.parts import DATING_NOTE
from kg.exports.tables.table import Column, Table, Type
from kg.exports.tables.times import said, times
from kg.model.conflicts import Conflict
from kg.model.dated import Dated
from kg.model.entities import Actor, Era
from kg.model.records import FOLDERS, Record
from kg.model.statements import Envelope, Statement
from kg.rdf import namespaces as ns

__all__ = ["RECORDS", "STATEMENTS"]

_HOLDERS = "Ids of actors whose view it is, or the word undisputed."
_HELD = "Whether it holds at the time and in the view that were asked for; else it is here since another record refers to it."
_DISPUTED = "Whether a conflict names it, or what it rests on."


def _table(kind: type[Record]) -> Table:
    """The table of a kind of record."""
    return Table(
        name=name_of(kind),
        title=f"{name_of(kind).capitalize()}, by id",
        columns=tuple(_columns(kind)),
        rows=_rows(kind),
        path=FOLDERS[kind],
    )


def _rows(kind: type[Record]) -> Callable[[Selection], Iterable[Record]]:
    if kind is Statement:  # those that the build derives are no curated records
        return lambda selection: selection.resolved.statements.values()
    return lambda selection: selection.resolved.records.of(kind)


def _columns(kind: type[Record]) -> Iterator[Column]:
    yield field(kind, "id", Type.NAME)
    if kind is Actor:
        yield field(kind, "kind", Type.WORD)
    if kind is Era:
        yield field(kind, "periodisation", Type.NAME, refers="periodisations", property=ns.KG + "periodisation")
    own_first = sorted(mapped(kind), key=lambda column: issubclass(kind, Envelope) and hasattr(Envelope, column.name))
    yield from _conflict() if kind is Conflict else map(_filled, own_first)
    if kind is Statement:
        yield from _statement()
    if issubclass(kind, Dated):
        yield from times(lambda row: row.when, lambda row: row.id)
    if issubclass(kind, Envelope | Era):
        yield field(kind, "according_to", Type.NAME, refers="actors", note=_HOLDERS)
    if issubclass(kind, Envelope):
        yield from said()
    yield field(kind, "former_ids", Type.NAME, note="Ids that it had before.")
    yield Column(name="disputed", type=Type.FLAG, of=lambda row, s: row.id in s.resolved.disputed, required=True, note=_DISPUTED)


def _filled(column: Column) -> Column:
    """The column, without the length 0 of a source that has no text."""
    return replace(column, of=lambda row, _: row.length or None, required=False) if column.name == "length" else column


def _statement() -> Iterator[Column]:
    yield Column(
        name="sign",
        type=Type.INTEGER,
        of=lambda row, s: s.relations[row.relation].sign(row),
        required=True,
        property=ns.KG + "polarity",
        note="1 friendly, -1 unfriendly, 0 neither or denied.",
    )
    yield Column(name="held", type=Type.FLAG, of=lambda row, s: s.holds(row.id), required=True, note=_HELD)
    yield field(Statement, "polarity", Type.INTEGER, note="The sign that the statement gives itself, where its kind has none.")
    yield field(Statement, "derived_from", Type.NAME, refers="records", note="The record that it follows from; of curated ones none.")


def _conflict() -> Iterator[Column]:
    """What it disputes is a table of its own; what it prefers may be a dating, so two columns."""
    for each in mapped(Conflict):
        if each.name == "prefers":
            yield Column(name="prefers", type=Type.NAME, of=_preferred(0), refers="records")
            yield Column(name="prefers_dating", type=Type.NAME, of=_preferred(2), note=DATING_NOTE)
        elif each.name != "disputes":
            yield each


def _preferred(part: int) -> Callable[[Any, Selection], str | None]:
    return lambda row, _: (row.prefers or "").partition("/")[part] or None


_TABLES = {kind: _table(kind) for kind in FOLDERS}
RECORDS = tuple(_TABLES.values())
STATEMENTS = _TABLES[Statement]
