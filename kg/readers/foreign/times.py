"""Times of benchmarks: whole numbers that count from a day, and dates with ``##`` for what is not known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from kg.readers.foreign.facts import Reject

__all__ = ["Count", "Unit", "edtf"]


class Unit(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_DAYS = {Unit.MINUTE: 1440, Unit.HOUR: 24}  # how many make a day
_DATE = re.compile(r"[\d#]{4}(-[\d#]{2}){0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Count:
    """What whole numbers count: units from the first day on, which is 0."""

    start: date
    unit: Unit

    def date(self, number: int) -> str:
        """The date that a number stands for, as exact as its unit. Raises `Reject` beyond the calendar.

        >>> Count(date(2014, 1, 1), Unit.HOUR).date(48)
        '2014-01-03'
        """
        try:
            if self.unit in (Unit.MONTH, Unit.YEAR):
                months = self.start.year * 12 + self.start.month - 1 + number * (12 if self.unit is Unit.YEAR else 1)
                return date(months // 12, months % 12 + 1, 1).isoformat()[: 4 if self.unit is Unit.YEAR else 7]
            days = number * 7 if self.unit is Unit.WEEK else number // _DAYS.get(self.unit, 1)
            first = self.start + timedelta(days)
            return first.isoformat() if self.unit is not Unit.WEEK else f"[{first}..{first + timedelta(6)}]"
        except (ValueError, OverflowError):
            raise Reject("a date", f"{number} {self.unit}s after {self.start} is no day of the calendar") from None


def edtf(cells: Sequence[str], count: Count | None) -> str:
    """One time or an interval as EDTF; a begin or end of which nothing is known is left empty. Raises `Reject`.

    >>> edtf(["1926-##-##", "####-##-##"], None), edtf(["19##-##-##"], None)
    ('1926/', '19XX')
    """
    times = [_time(cell.strip(), count) for cell in cells]
    if not any(times):
        raise Reject("a date", "nothing is known of the time")
    return times[0] if len(set(times)) == 1 else "/".join(times)


@lru_cache(maxsize=1 << 16)
def _time(cell: str, count: Count | None) -> str:
    if count and cell.isascii() and cell.isdigit() and len(cell) < 12:
        return count.date(int(cell))
    if not _DATE.fullmatch(cell):
        hint = ": say in the mapping what numbers count, as in `times: {start: 2014-01-01, unit: day}`" if cell.isdigit() else ""
        raise Reject("a date", f"no date: {cell[:40]!r}{hint}")
    return re.sub(r"(-##)+$", "", cell).replace("####", "").replace("#", "X")
