"""The columns of a time: the EDTF text, what it is relative to, and its four bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kg.exports.selection import Selection
from kg.exports.tables.table import Cell, Column, Type
from kg.model.dated import When
from kg.model.vocabulary import WhenFrom
from kg.rdf import namespaces as ns
from kg.rdf.parts import BOUNDS

__all__ = ["said", "times"]

_OPEN = "0001-01-01 and 9999-12-31 mean that this side is open."
_SAID = "The {} day on which it may have been voiced."


def times(when: Callable[[Any], When | None], name: Callable[[Any], str], *, always: bool = False) -> Iterator[Column]:
    """The columns of a row's time; ``name`` is what its bounds are kept by. Unless ``always``, it may have datings instead."""

    def part(read: Callable[[When], str | None]) -> Callable[[Any, Selection], Cell]:
        return lambda row, _: read(time) if (time := when(row)) else None

    def bound(name_of_bound: str) -> Callable[[Any, Selection], Cell]:
        return lambda row, selection: getattr(selection.resolved.bounds[name(row)], name_of_bound)

    note = "" if always else "Empty where there are several datings."
    yield Column(name="when", type=Type.EDTF, of=part(lambda w: w.text), required=always, property=ns.KG + "when", note=note)
    yield Column(name="when_from", type=Type.WORD, of=part(lambda w: str(w.origin)), required=always, words=tuple(map(str, WhenFrom)))
    yield Column(name="after", type=Type.NAME, of=part(lambda w: w.after), refers="events", property=ns.KG + "after")
    yield Column(name="before", type=Type.NAME, of=part(lambda w: w.before), refers="events", property=ns.KG + "before")
    for each, property in BOUNDS.items():
        yield Column(name=each, type=Type.DAY, of=bound(each), required=True, property=property, note=_OPEN)


def said() -> Iterator[Column]:
    """The columns of the days between which a view was voiced."""
    for name, field, which in (("said_earliest", "earliest_begin", "first"), ("said_latest", "latest_end", "last")):
        yield Column(name=name, type=Type.DAY, of=_said(field), property=f"{ns.KG}said{name[5:].title()}", note=_SAID.format(which))


def _said(field: str) -> Callable[[Any, Selection], Cell]:
    return lambda row, s: getattr(span, field) if (span := s.resolved.said.get(row.id)) else None
