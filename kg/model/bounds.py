"""The four days that bound when something held, and what can be said about a period from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.errors import DateError
from kg.model.edtf import FIRST_DAY, LAST_DAY, extent, one_of, sub_year
from kg.model.period import Period

__all__ = ["Bounds", "bounds", "hull"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Earliest and latest begin, earliest and latest end: days, inclusive, never unknown.

    Source of the rules: graph.md §3. Raises `DateError` where no begin and end could satisfy them.

    >>> bounds("2013/2015").certainly(Period.parse("2014"))
    True
    """

    earliest_begin: date
    latest_begin: date
    earliest_end: date
    latest_end: date

    def __post_init__(self) -> None:
        if self.earliest_begin > self.latest_end:
            raise DateError(f"the earliest begin {self.earliest_begin} is after the latest end {self.latest_end}")
        if self.earliest_begin > self.latest_begin:
            raise DateError(f"the earliest begin {self.earliest_begin} is after the latest begin {self.latest_begin}")
        if self.earliest_end > self.latest_end:
            raise DateError(f"the earliest end {self.earliest_end} is after the latest end {self.latest_end}")
        object.__setattr__(self, "latest_begin", min(self.latest_begin, self.latest_end))
        object.__setattr__(self, "earliest_end", max(self.earliest_end, self.earliest_begin))

    def possibly(self, period: Period | Bounds) -> bool:
        """Whether it may have held at some time in the period; of a vague period, its outer bounds."""
        outer = _outer(period)
        return self.earliest_begin <= outer.end and self.latest_end >= outer.start

    def certainly(self, period: Period | Bounds) -> bool:
        """Whether it held at some time in the period, whatever the true days; of a vague period, its inner bounds."""
        start, end = _inner(period)
        return self.latest_begin <= end and self.earliest_end >= start

    def throughout(self, period: Period | Bounds) -> bool:
        """Whether it held on every day of the period, whatever the true days."""
        outer = _outer(period)
        return self.latest_begin <= outer.start and self.earliest_end >= outer.end

    def holds(self, period: Period | Bounds, certain: bool = False) -> bool:
        """`certainly` or `possibly`: the one place where a caller's choice becomes a test."""
        return self.certainly(period) if certain else self.possibly(period)

    def clipped(self, after: Bounds | None, before: Bounds | None) -> Bounds:
        """The same, no earlier than the end of ``after`` and no later than the begin of ``before``."""
        begin = max(self.earliest_begin, after.earliest_end) if after else self.earliest_begin
        end = min(self.latest_end, before.latest_begin) if before else self.latest_end
        if begin > self.latest_begin or end < self.earliest_end or begin > end:
            raise DateError(f"nothing is left of {self.earliest_begin} to {self.latest_end} between the events it is dated by")
        return Bounds(begin, self.latest_begin, self.earliest_end, end)


def _outer(period: Period | Bounds) -> Period:
    return Period(period.earliest_begin, period.latest_end) if isinstance(period, Bounds) else period


def _inner(period: Period | Bounds) -> tuple[date, date]:
    # May run backwards: then the conditions still say what holds for every choice of the era's true days.
    return (period.latest_begin, period.earliest_end) if isinstance(period, Bounds) else (period.start, period.end)


def bounds(text: str, said: date | None = None) -> Bounds:
    """The bounds of an EDTF text; ``said`` is the first day on which an open end was still open.

    >>> bounds("1900-02").latest_end
    datetime.date(1900, 2, 28)
    """
    single = sub_year(text) or one_of(text)
    if single is None and "/" not in text:
        single = extent(text)
    if single is not None:
        first, last = single.widened
        return Bounds(first, last, first, last)
    begin, end = _sides(text)
    return _interval(text, begin, end, said)


def _sides(text: str) -> tuple[str, str]:
    sides = text.split("/")
    if len(sides) != 2:
        raise DateError(f"{text!r}: an interval has one slash: write A/B")
    if all(side in ("", "..") for side in sides):
        raise DateError(f"{text!r} bounds nothing: give a begin or an end")
    return sides[0], sides[1]


def _interval(text: str, begin: str, end: str, said: date | None) -> Bounds:
    start = None if begin in ("", "..") else extent(begin)
    stop = None if end in ("", "..") else extent(end)
    if start and stop and start.first > stop.last:
        raise DateError(f"{text!r} runs backwards: {begin} is after {end}")
    if start is None:
        assert stop is not None
        return Bounds(FIRST_DAY, stop.widened[1], stop.widened[0], stop.widened[1])
    first, last = start.widened
    if stop is None:
        still = said if end == ".." and said is not None else first
        return Bounds(first, last, still, LAST_DAY)
    return Bounds(first, last, *stop.widened)


def hull(several: Iterable[Bounds]) -> Bounds:
    """The bounds that hold whichever of several datings is right."""
    known = list(several)
    return Bounds(
        min(b.earliest_begin for b in known),
        max(b.latest_begin for b in known),
        min(b.earliest_end for b in known),
        max(b.latest_end for b in known),
    )
