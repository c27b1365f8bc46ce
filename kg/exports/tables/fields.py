"""Columns that are fields of records: those that the mapping to RDF names are found there, so that each is named once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from kg.exports.selection import Selection
from kg.exports.tables.table import Cell, Column, Type, Value
from kg.model.entities import Actor, Place
from kg.model.events import Event
from kg.model.records import FOLDERS, Record
from kg.rdf import namespaces as ns
from kg.rdf.codecs import ADDRESS, DATE, EDTF, ENGLISH, FLAG, INTEGER, NUMBERS, RECORD, TEXT, WIKIDATA, Codec
from kg.rdf.mapping import fields_of

__all__ = ["field", "mapped", "name_of"]

_TYPES: dict[Codec, Type] = {
    TEXT: Type.TEXT,
    ENGLISH: Type.TEXT,
    EDTF: Type.EDTF,
    DATE: Type.DAY,
    ADDRESS: Type.ADDRESS,
    INTEGER: Type.INTEGER,
    NUMBERS: Type.INTEGER,
    FLAG: Type.FLAG,
}
# Fields that name a record of one kind only; ``part_of`` names one of its own kind, and any other may be of any kind.
_KINDS: dict[str, type[Record]] = {
    "of": Actor,
    "country": Actor,
    "authors": Actor,
    "publisher": Actor,
    "proponents": Actor,
    "place": Place,
    "event": Event,
    "adopted_by": Event,
}


def name_of(kind: type[Record]) -> str:
    """The name of the table of a kind of record.

    >>> from kg.model.entities import Policy
    >>> name_of(Policy)
    'policies'
    """
    word = FOLDERS[kind]
    return word.removesuffix("y") + "ies" if word.endswith("y") else word + "s"


def mapped(kind: type[Record]) -> Iterator[Column]:
    """A column for each field that RDF holds as one property, in the order of the mapping."""
    for each in fields_of(kind):
        refers, within = None, ns.WD if each.codec is WIKIDATA else ""
        if each.name == "relation":
            refers, within = "relations", ns.REL
        elif each.codec is RECORD:
            named = kind if each.name == "part_of" else _KINDS.get(each.name)
            refers = name_of(named) if named else "records"
        english, type = each.codec is ENGLISH, _TYPES.get(each.codec, Type.NAME)
        yield field(kind, each.name, type, property=each.predicate, refers=refers, within=within, english=english)


def field(kind: type, name: str, type: Type, at: str = "", **more: Any) -> Column:
    """A column for a field; its annotation tells whether it is a tuple, may be none, or is of a closed vocabulary.

    ``at`` leads from the row to the object that has the field, where that is not the row itself.

    >>> column = field(Event, "outcome", Type.NAME)
    >>> column.words, column.required
    (('agreed', 'failed', 'mixed', 'none'), False)
    """
    hint = _hints(kind)[name]
    many, words = get_origin(hint) is tuple, _words(hint)
    make = _DAY if type is Type.DAY else str if words else None
    required = not many and NoneType not in get_args(hint)
    return Column(
        name=name, type=Type.WORD if words else type, of=_reader(at + name, many, make), many=many, required=required, words=words, **more
    )


_hints = cache(get_type_hints)


def _words(hint: Any) -> tuple[str, ...]:
    parts = [part for part in (hint, *get_args(hint)) if isinstance(part, type)]
    return next((tuple(map(str, part)) for part in parts if issubclass(part, StrEnum)), ())


_DAY = date.fromisoformat


def _reader(name: str, many: bool, make: Callable[[Any], Value] | None) -> Callable[[Any, Selection], Cell]:
    read: Callable[[Any], Any] = attrgetter(name)
    if make is None:
        return lambda row, _: read(row)
    if many:
        return lambda row, _: tuple(map(make, read(row)))
    return lambda row, _: None if (value := read(row)) is None else make(value)
