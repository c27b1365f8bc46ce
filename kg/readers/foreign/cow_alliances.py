"""The format ``cow-alliances``: who was bound to whom by a treaty, by the Correlates of War, dyad by dyad or year by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.readers.foreign.cells import flag, whole
from kg.readers.foreign.facts import Fact, Party, Reader, Reject, Skip, checked_date
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.states import state

__all__ = ["FORMAT"]

Cells = Sequence[str]
# By the names of their columns, in the files of the makers and in those of R's peacesciencer.
_TYPES = {
    ("defense", "cow_defense"): "defencePactWith",
    ("neutrality", "cow_neutral"): "neutralityPactWith",
    ("nonaggression", "cow_nonagg"): "nonAggressionPactWith",
    ("entente", "cow_entente"): "ententeWith",
}
_LAST = "2012-12-31"  # the last day that version 4.1 knows of: who was bound then is said to be so on that day


def _read(job: Job) -> Iterator[tuple[Sheet, Reader]]:
    told: set[tuple[frozenset[Party], str, str]] = set()
    for path in job.files:
        sheet = job.sheet(path)
        yield sheet, _Dyads(sheet, told).facts


class _Dyads:
    """Reads rows of two states and four flags. A row that says only what another did, for the other direction, is skipped."""

    def __init__(self, sheet: Sheet, told: set[tuple[frozenset[Party], str, str]]) -> None:
        self._told = told
        self._ends = sheet.place("ccode1"), sheet.place("ccode2")
        self._types = [(sheet.place(*names), kind) for names, kind in _TYPES.items()]
        self._when = _year(sheet) if "year" in sheet.columns else _span(sheet)

    def facts(self, cells: Cells) -> Iterable[Fact]:
        """A statement for each flag that is 1."""
        one, other = (_party(cells[place]) for place in self._ends)
        if one == other:
            raise Reject("a loop", f"{one.name} stands on both sides")
        when = checked_date(self._when(cells))
        kinds = [kind for place, kind in self._types if flag(cells[place])]
        if not kinds:
            raise Skip("no flag is 1")
        new = [key for kind in kinds if (key := (frozenset((one, other)), kind, when)) not in self._told]
        if not new:
            raise Skip("a row before says the same")
        self._told.update(new)
        return [Fact(one, kind, other, when, said=_LAST if when.endswith("..") else "") for _, kind, _ in new]


def _party(cell: str) -> Party:
    number = whole(cell)
    found = state(number) if number else None
    if not found:
        raise Reject("a state", f"no number of a state in the Correlates of War: {cell.strip()[:40]!r}")
    return found.party


def _year(sheet: Sheet) -> Callable[[Cells], str]:
    place = sheet.place("year")

    def year(cells: Cells) -> str:
        return _date(whole(cells[place]), None, None) or _none()

    return year


def _span(sheet: Sheet) -> Callable[[Cells], str]:
    """From begin to end: unknown where it lay before what is watched or is not given, open where it lies after.

    EDTF has no interval without both: what neither began nor ended while it was watched begins on the first day watched.
    """
    began, ended = ([sheet.place(f"dyad_{end}_{part}") for part in ("year", "month", "day")] for end in ("st", "end"))
    left, right = sheet.place("left_censor"), sheet.place("right_censor")

    def span(cells: Cells) -> str:
        begin, end = (_date(*(whole(cells[place]) for place in places)) for places in (began, ended))
        if flag(cells[right]):
            return f"{begin or _none()}/.."
        if flag(cells[left]) and end:
            return f"/{end}"
        return begin if begin and begin == end else f"{begin}/{end}" if begin or end else _none()

    return span


def _date(year: int | None, month: int | None, day: int | None) -> str:
    """As exact as it is known; empty where not even the year is. Raises `Reject` for a month that EDTF would take for a season."""
    if month is not None and not 1 <= month <= 12:
        raise Reject("a date", f"no month {month} in {year}: months are 1 to 12")
    known = [f"{year:04}"] if year is not None else []
    for part in (month, day):
        if part is None or not known:
            break
        known.append(f"{part:02}")
    return "-".join(known)


def _none() -> str:
    raise Reject("a date", "neither begin nor end is known")


FORMAT = Format(title="Alliances, by the Correlates of War", read=_read)
