"""The format ``table``: any CSV, TSV or Parquet file, with a mapping that says what stands where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from kg.errors import UsageError
from kg.model.entities import Source
from kg.model.evidence import Quantity
from kg.model.vocabulary import SourceKind, Status
from kg.readers.foreign.facts import Cited, Fact, Party, Reader, Reject
from kg.readers.foreign.figures import figure
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.letters import exactness
from kg.readers.foreign.mapping import Cell, Figure, Mapped, Named, read_mapping
from kg.readers.foreign.parquet import parquet_sheet
from kg.readers.foreign.roster import slug

__all__ = ["FORMAT"]

Cells = Sequence[str]
Get = Callable[[Cells], str]
_TABBED = (".tsv", ".tab", ".txt")
_SIGNS = {"": 0, "0": 0, "1": 1, "+1": 1, "+": 1, "-1": -1, "-": -1, "−": -1}


def _read(job: Job) -> Iterator[tuple[Sheet, Reader]]:
    if job.mapping is None:
        raise UsageError("a table needs a mapping of its columns: --mapping FILE")
    mapped = read_mapping(job.mapping, job.kinds)
    job.about.update(title=mapped.title, licence=mapped.licence)
    for path in job.files:
        sheet = parquet_sheet(path, job.sources[path]) if path.suffix == ".parquet" else job.sheet(path, _delimiter(mapped, path))
        yield sheet, _Rows(job, mapped, sheet).facts


def _delimiter(mapped: Mapped, path: Path) -> str:
    return mapped.delimiter or ("\t" if path.name.removesuffix(".gz").endswith(_TABBED) else ",")


class _Rows:
    """Reads the rows of one table by the mapping."""

    def __init__(self, job: Job, mapped: Mapped, sheet: Sheet) -> None:
        self._job, self._sheet, self._empty = job, sheet, mapped.empty
        self._subject, self._object = self._party(mapped.subject), self._party(mapped.object)
        self._holder = self._party(mapped.holder) if mapped.holder else None
        self._relation = self._text(mapped.relation)
        self._start, self._end, self._said = (self._date(cell) for cell in (mapped.start, mapped.end, mapped.said))
        self._lasts = mapped.start is not None and mapped.end is not None
        self._sign, self._status, self._source, self._row = map(self._optional, (mapped.sign, mapped.status, mapped.source, mapped.row))
        self._figures = [(of, self._text(Cell(of.column))) for of in mapped.figures]

    def facts(self, cells: Cells) -> Iterable[Fact]:
        """The one statement of a row."""
        relation = self._relation(cells)
        if relation not in self._job.kinds:
            raise Reject("a relation", f"no kind of relation, nor a word of the mapping: {relation[:40]!r}")
        status = self._status(cells) or Status.ACTUAL.value
        if status not in set(Status):
            raise Reject("a status", f"no status, nor a word of the mapping: {status[:40]!r}")
        yield Fact(
            self._subject(cells),
            relation,
            self._object(cells),
            self._when(cells),
            quantities=tuple(quantity for of, get in self._figures if (quantity := _quantity(of, get(cells)))),
            status=status,
            polarity=self._polarity(relation, self._sign(cells)),
            according_to=(self._holder(cells),) if self._holder else (),
            said=self._said(cells),
            cited=self._cited(cells),
        )

    def _text(self, cell: Cell) -> Get:
        """A cell's text, empty where it says nothing."""
        if cell.column is None:
            return lambda cells: cell.constant
        place, empty, words = self._sheet.place(cell.column), self._empty, cell.words or {}

        def get(cells: Cells) -> str:
            text = cells[place].strip()
            return words.get(text) or ("" if text in empty else text)

        return get

    def _optional(self, cell: Cell | None) -> Get:
        return self._text(cell) if cell else lambda cells: ""

    def _date(self, cell: Cell | None) -> Get:
        get = self._optional(cell)
        if cell is None or cell.dates is None:
            return get
        written = cell.dates
        return lambda cells: _edtf(text, written) if (text := get(cells)) else ""

    def _when(self, cells: Cells) -> str:
        start, end = self._start(cells), self._end(cells)
        if not start and not end:
            raise Reject("a date", "neither begin nor end")
        if not self._lasts or start == end:
            return start or f"/{end}"
        return f"{start}/{end}"

    def _party(self, named: Named) -> Callable[[Cells], Party]:
        get = self._text(named.name) if named.name else None
        codes = {code: self._text(Cell(column)) for code, column in named.codes.items()}

        def party(cells: Cells) -> Party:
            found = {code: text for code, of in codes.items() if (text := of(cells))}
            name = get(cells) if get else next(iter(found.values()), "")
            cow, iso = found.get("cow"), found.get("iso3166")
            return Party(name, named.kind, _number(cow) if cow else None, _iso(iso) if iso else None, _item(found.get("wikidata")))

        return party

    def _polarity(self, relation: str, text: str) -> int:
        sign = _SIGNS.get(text)
        if sign is None:
            raise Reject("a sign", f"no sign, which is 1, 0, -1 or a word of the mapping: {text[:40]!r}")
        own = self._job.kinds[relation].polarity
        if own and sign and own != sign:
            raise Reject("a sign", f"the sign {sign} contradicts that of {relation}, {own}")
        return 0 if own else sign

    def _cited(self, cells: Cells) -> Cited | None:
        row = self._row(cells)
        if not row:
            return None
        source, name = self._sheet.source, self._source(cells)
        if name:
            source = f"{self._sheet.source}-of-{slug(name)}"
            self._job.made.setdefault(source, Source(id=source, kind=SourceKind.DATASET, label=name))
        return Cited(source, _number(row))


@lru_cache(maxsize=1 << 16)
def _edtf(text: str, written: str) -> str:
    """A date written in another way as EDTF, as exact as it is written."""
    try:
        day = datetime.strptime(text, written).date().isoformat()  # a day, no moment
    except ValueError:
        raise Reject("a date", f"no date written as {written}: {text[:40]!r}") from None
    return day[: exactness(written)]


def _number(text: str) -> int:
    """A whole number above 0, also one written as ``2.0``."""
    whole = text.removesuffix(".0")
    if not (whole.isascii() and whole.isdigit() and 0 < len(whole) < 16 and int(whole)):
        raise Reject("a code", f"no whole number above 0: {text[:40]!r}")
    return int(whole)


def _iso(text: str) -> str:
    if not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise Reject("a code", f"no two letters of ISO 3166: {text[:40]!r}")
    return text.upper()


def _item(text: str | None) -> str | None:
    if text and not re.fullmatch(r"Q[1-9]\d*", text, re.ASCII):
        raise Reject("a code", f"no item of Wikidata, which is Q and digits: {text[:40]!r}")
    return text


def _quantity(of: Figure, text: str) -> Quantity | None:
    return Quantity(of.measure, figure(text), of.unit, of.comparator) if text else None


FORMAT = Format(title="Statements of a table", read=_read, mapped=True)
