"""The mapping of a table's columns to the parts of a statement, as its YAML file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kg.errors import CorpusError, Fault
from kg.model.relations import Relation
from kg.model.vocabulary import ActorKind, Comparator, Status
from kg.readers.curated.entry import Entry, entries_in
from kg.readers.foreign.letters import exactness

__all__ = ["Cell", "Figure", "Mapped", "Named", "licence", "read_mapping"]

T = TypeVar("T")
_DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value stands: in a ``column``, or it ``is`` always the same; ``words`` are put in place of others.

    ``dates`` is how a date is written, in the letters of `datetime.strptime`; none: EDTF.
    """

    column: str | None
    constant: str = ""
    words: Mapping[str, str] | None = None
    dates: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Where an actor stands: the name, columns of codes by the code's name, and what a new one is."""

    name: Cell | None
    codes: Mapping[str, str]
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Figure:
    """Where a figure stands, and what it measures in which unit."""

    measure: str
    column: str
    unit: str
    comparator: Comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A mapping: what the new corpus is called, how the table is written, and where the parts of a statement stand."""

    title: str | None
    licence: str | None
    delimiter: str | None
    empty: frozenset[str]
    subject: Named
    relation: Cell
    object: Named
    start: Cell | None
    end: Cell | None
    sign: Cell | None
    said: Cell | None
    status: Cell | None
    holder: Named | None
    source: Cell | None
    row: Cell | None
    figures: tuple[Figure, ...]


def read_mapping(path: Path, kinds: Mapping[str, Relation]) -> Mapped:
    """Read a mapping. Raises `CorpusError` with every fault, `FileError` where it can't be read."""
    faults: list[Fault] = []
    found = [_mapped(entry, kinds) for entry in entries_in(path, path, faults, single=True)]
    if faults:
        raise CorpusError(faults)
    return found[0]


def _mapped(entry: Entry, kinds: Mapping[str, Relation]) -> Mapped:
    mapped = Mapped(
        title=entry.text("title"),
        licence=licence(entry),
        delimiter=_delimiter(entry),
        empty=frozenset({"", *entry.texts("empty")}),
        subject=_needed(entry, "subject", _named(entry, "subject"), _NOBODY),
        relation=_needed(entry, "relation", _cell(entry, "relation"), _NOTHING),
        object=_needed(entry, "object", _named(entry, "object"), _NOBODY),
        start=_cell(entry, "start"),
        end=_cell(entry, "end"),
        sign=_cell(entry, "sign"),
        said=_cell(entry, "said"),
        status=_cell(entry, "status"),
        holder=_named(entry, "according-to"),
        source=_cell(entry, "source"),
        row=_cell(entry, "row"),
        figures=tuple(_figure(item) for item in entry.entries("quantities")),
    )
    if mapped.start is None and mapped.end is None:
        entry.fault("start is missing: say where the date stands, or what it is")
    if mapped.source and not mapped.row:
        entry.fault("source names another data set: say in `row` which of its rows is meant", entry.lines["source"])
    _check_words(entry, "relation", mapped.relation, {name for name, kind in kinds.items() if not kind.derived})
    if mapped.status:
        _check_words(entry, "status", mapped.status, set(Status))
    entry.done()
    return mapped


def licence(entry: Entry) -> str | None:
    """The field ``licence``, which is a web address."""
    text = entry.text("licence")
    if text and not text.startswith(("http://", "https://")):
        entry.fault(f"licence {text!r} is no web address: write https://…", entry.lines["licence"])
    return text


_NOTHING = Cell(None)
_NOBODY = Named(None, {}, ActorKind.GROUP)


def _needed(entry: Entry, name: str, found: T | None, instead: T) -> T:
    if found is None and name not in entry.lines:
        entry.fault(f"{name} is missing: name its column, or what it always is as {{is: …}}")
    return instead if found is None else found


def _cell(entry: Entry, name: str) -> Cell | None:
    found = entry.text_or_entry(name)
    if found is None or isinstance(found, str):
        return Cell(found) if found else None
    cell = _cell_of(found)
    found.done()
    return cell


def _cell_of(entry: Entry) -> Cell:
    column, constant, dates = entry.text("column"), entry.text("is"), entry.text("dates")
    if (column is None) == (constant is None):
        entry.fault("either `column` names the column, or `is` says what it always is")
    if dates and not exactness(dates):
        entry.fault(f"dates {dates!r} tells no year, or can't be read: write as in %d/%m/%Y", entry.lines["dates"])
    words = {}
    for item in entry.entries("words"):
        words = {word: item.needed(word) for word in item.lines}
    return Cell(column, constant or "", words or None, dates)


def _named(entry: Entry, name: str) -> Named | None:
    found = entry.text_or_entry(name)
    if found is None:
        return None
    if isinstance(found, str):
        return Named(Cell(found), {}, ActorKind.GROUP)
    codes = {code: column for code in ("cow", "iso3166", "wikidata") if (column := found.text(code))}
    kind = found.word("kind", ActorKind, ActorKind.STATE if {"cow", "iso3166"} & codes.keys() else ActorKind.GROUP)
    cell = _cell_of(found) if {"column", "is"} & found.lines.keys() or not codes else None
    found.done()
    return Named(cell, codes, kind or ActorKind.GROUP)


def _figure(entry: Entry) -> Figure:
    figure = Figure(
        entry.id("measure"),
        entry.needed("column"),
        entry.needed("unit"),
        entry.word("comparator", Comparator, Comparator.EXACTLY) or Comparator.EXACTLY,
    )
    entry.done()
    return figure


def _delimiter(entry: Entry) -> str | None:
    text = entry.text("delimiter")
    if text and text not in _DELIMITERS and len(text) != 1:
        entry.fault(f"delimiter {text!r} is one character, or one of {', '.join(_DELIMITERS)}", entry.lines["delimiter"])
    return _DELIMITERS.get(text, text) if text else None


def _check_words(entry: Entry, name: str, cell: Cell, allowed: set[str]) -> None:
    from difflib import get_close_matches

    for word in [*(cell.words or {}).values(), *([cell.constant] if cell.constant and not cell.words else [])]:
        if word not in allowed:
            near = get_close_matches(word, sorted(allowed), n=1, cutoff=0.75)
            entry.fault(f"{name} {word!r} is none{f': is {near[0]} meant?' if near else ' that is known'}", entry.lines[name])
