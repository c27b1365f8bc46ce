"""The part of EDTF that graph.md §3 admits, read into first and last possible days.

The grammar is ours and small, because the bounds are: the `edtf` package needs 5 to 11 ms a date and
accepts days that don't exist. It judges this module in the tests.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kg.errors import DateError

__all__ = ["FIRST_DAY", "LAST_DAY", "Extent", "extent", "one_of", "plain_extent", "sub_year"]

FIRST_DAY, LAST_DAY = date.min, date.max
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)", re.ASCII)
_SUB_YEAR = re.compile(r"(\d{4})-(2[1-9]|3\d|4[01])([~?%]?)", re.ASCII)
# First month and number of months: seasons, quarters, semesters.
_SUB_YEARS = {
    **{21 + i: (3 + 3 * i, 3) for i in range(4)},
    **{33 + i: (1 + 3 * i, 3) for i in range(4)},
    **{40 + i: (1 + 6 * i, 6) for i in range(2)},
}


@dataclass(frozen=True, slots=True)
class Extent:
    """All days that a written date may mean, both ends inclusive.

    ``widened`` is the same with one unit added each way where the date is qualified.

    >>> extent("2014-02").last
    datetime.date(2014, 2, 28)
    """

    first: date
    last: date
    widened: tuple[date, date]


def extent(text: str) -> Extent:
    """The days of a level 0 or level 1 date. Raises `DateError` for all else.

    >>> extent("2014~").widened
    (datetime.date(2013, 1, 1), datetime.date(2015, 12, 31))
    """
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD, then ~ ? or % where the text hedges it")
    year, month, day, hedge = match.groups()
    return _extent(text, year, month, day, bool(hedge))


def plain_extent(text: str) -> Extent:
    """The days of a date without qualifier or unspecified digits. Raises `DateError` for all else."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text, re.ASCII):
        raise DateError(f"{text!r} is no plain date: write YYYY, YYYY-MM or YYYY-MM-DD")
    return extent(text)


def _extent(text: str, year: str, month: str | None, day: str | None, hedged: bool) -> Extent:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if "X" in year and month is not None:
        raise DateError(f"{text!r}: after an unspecified year no month can stand")
    if high == 0:
        raise DateError(f"{text!r}: years run from 0001 to 9999")
    low = max(low, 1)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise DateError(f"{text!r}: after an unspecified month no day can stand")
        step = 12 * 10 ** year.count("X")
        return _months(low, 1, 12 * (high - low + 1), step if hedged else 0)
    assert month is not None
    if not 1 <= int(month) <= 12:
        raise DateError(f"no month {month} in {text}: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41")
    if day in (None, "XX"):
        return _months(low, int(month), 1, 1 if hedged else 0)
    assert day is not None
    longest = monthrange(low, int(month))[1]
    if not 1 <= int(day) <= longest:
        raise DateError(f"no day {text}: {year}-{month} has days 01 to {longest}")
    it = date(low, int(month), int(day))
    return Extent(it, it, (_shift_days(it, -1), _shift_days(it, 1)) if hedged else (it, it))


def sub_year(text: str) -> Extent | None:
    """The days of a season, quarter or semester; none where the text is not a sub-year.

    Winter is the December of the year named and the two months after it.

    >>> sub_year("2014-41").first
    datetime.date(2014, 7, 1)
    """
    match = _SUB_YEAR.fullmatch(text)
    if match is None:
        return None
    year, code, hedge = match.groups()
    if hedge:
        raise DateError(f"{text!r}: a season, quarter or semester stands unqualified")
    if int(code) not in _SUB_YEARS:
        raise DateError(f"{text!r}: sub-years are 21 to 24 (seasons), 33 to 36 (quarters), 40 and 41 (semesters)")
    if year == "0000":
        raise DateError(f"{text!r}: years run from 0001 to 9999")
    return _months(int(year), *_SUB_YEARS[int(code)], 0)


def one_of(text: str) -> Extent | None:
    """The hull of a one-of set such as ``[2014,2016..2017]``; none where the text is not a set.

    >>> one_of("[2014,2016-05]").last
    datetime.date(2016, 5, 31)
    """
    if not (text.startswith("[") and text.endswith("]")):
        return None
    first, last = LAST_DAY, FIRST_DAY
    for item in text[1:-1].split(","):
        low, dots, high = item.strip().partition("..")
        if not (low or high):
            raise DateError(f"{text!r}: an empty place in the set: write [A,B] or [A..B]")
        begin = None if dots and not low else extent(low)
        end = None if dots and not high else extent(high or low)
        if begin and end and begin.first > end.last:
            raise DateError(f"{text!r} runs backwards: {low} is after {high}")
        first = min(first, begin.widened[0]) if begin else FIRST_DAY
        last = max(last, end.widened[1]) if end else LAST_DAY
    return Extent(first, last, (first, last))


def _months(year: int, month: int, count: int, hedge: int) -> Extent:
    start = 12 * year + month - 1
    exact = _month_start(start), _month_end(start + count - 1)
    return Extent(*exact, (_month_start(start - hedge), _month_end(start + count - 1 + hedge)))


def _month_start(index: int) -> date:
    return FIRST_DAY if index < 12 else date(index // 12, index % 12 + 1, 1)


def _month_end(index: int) -> date:
    return LAST_DAY if index >= 12 * 10_000 - 1 else _month_start(index + 1) - timedelta(days=1)


def _shift_days(day: date, by: int) -> date:
    ordinal = day.toordinal() + by
    return date.fromordinal(min(max(ordinal, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))
