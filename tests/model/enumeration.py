"""The honest definitions of graph.md §3: every begin and end that bounds admit, day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from kg.model.bounds import Bounds
from kg.model.period import Period

# The same examples in every run, however slow the machine, and no file of failures.
ENUMERATED = settings(deadline=None, database=None, derandomize=True, max_examples=400)

Span = tuple[int, int]
Raw = tuple[int, int, int, int]


def bounded(raw: Raw) -> Bounds:
    """The bounds of four days counted from 1 May 2014."""
    return Bounds(*(at(n) for n in raw))


def at(n: int) -> date:
    return date(2014, 5, 1) + timedelta(days=n)


def spans(raw: Raw) -> list[Span]:
    """Every begin and end, both in their bounds, with begin no later than end."""
    earliest_begin, latest_begin, earliest_end, latest_end = raw
    return [(b, e) for b in range(earliest_begin, latest_begin + 1) for e in range(earliest_end, latest_end + 1) if b <= e]


def counted(span: Bounds) -> Raw:
    """The days of bounds counted from 1 May 2014, inverse of `bounded`."""
    zero = at(0)
    days = (span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end)
    first, second, third, fourth = ((day - zero).days for day in days)
    return first, second, third, fourth


def covered(span: Span) -> frozenset[int]:
    return frozenset(range(span[0], span[1] + 1))


def raws(days: int) -> st.SearchStrategy[Raw]:
    """Four days within so many that leave at least one begin and end."""
    pair = st.tuples(st.integers(0, days - 1), st.integers(0, days - 1)).map(lambda p: (min(p), max(p)))
    return st.tuples(pair, pair).map(lambda p: (*p[0], *p[1])).filter(lambda raw: raw[0] <= raw[3])


def asked(days: int) -> st.SearchStrategy[Span]:
    """A period within so many days."""
    return st.tuples(st.integers(0, days - 1), st.integers(0, days - 1)).map(lambda p: (min(p), max(p)))


def period(span: Span) -> Period:
    return Period(at(span[0]), at(span[1]))
