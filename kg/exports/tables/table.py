"""What tables and their columns are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from kg.exports.selection import Selection

__all__ = ["Cell", "Column", "Table", "Type", "Value"]

Value = str | int | bool | Decimal | date
Cell = Value | tuple[Value, ...] | None


class Type(Enum):
    """What a cell holds, or each of the several in it."""

    TEXT = auto()  # anything
    NAME = auto()  # an id, or a word of no closed list
    WORD = auto()  # a word of a closed list
    EDTF = auto()
    DAY = auto()
    ADDRESS = auto()  # an IRI in full
    INTEGER = auto()
    DECIMAL = auto()
    FLAG = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by its name; ``of`` gives a row's cell: a tuple where ``many``, else none where there is nothing.

    ``property`` is the RDF property of which a cell is the object; a cell that is an IRI there is written without its
    begin, ``within``. ``refers`` names the table that has the cell as a key; ``words`` are all that a cell of `Type.WORD`
    may hold; ``english`` marks text in that language.
    """

    name: str
    type: Type
    of: Callable[[Any, Selection], Cell]
    many: bool = False
    required: bool = False
    property: str | None = None
    within: str = ""
    refers: str | None = None
    words: tuple[str, ...] = ()
    english: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table by its name; no two rows have the same cells in the columns of ``key``.

    A table of records has the ``path`` below the base where the IRIs of its rows lie; one of parts finds in ``parts`` the
    rows of one record.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Selection], Iterable[Any]]
    key: tuple[str, ...] = ("id",)
    path: str = ""
    parts: Callable[[Any, Selection], Iterable[Any]] | None = None
