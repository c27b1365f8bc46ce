"""A period that somebody asks about: two plain days, both inclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.errors import DateError
from kg.model.edtf import FIRST_DAY, LAST_DAY, plain_extent, sub_year

__all__ = ["ALWAYS", "Period"]


@dataclass(frozen=True, slots=True)
class Period:
    """A closed span of days, for ``--on``, ``--during`` and the IRIs of dated graphs.

    >>> Period.parse("2013-01/2015-12").end
    datetime.date(2015, 12, 31)
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise DateError(f"the period runs backwards: {self.start} is after {self.end}")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``X`` or ``A/B``, closed and unqualified. Raises `DateError` for anything else."""
        begin, slash, end = text.partition("/")
        if not slash:
            span = sub_year(begin) or plain_extent(begin)
            return cls(span.first, span.last)
        if begin in ("", "..") or end in ("", ".."):
            raise DateError(f"{text!r}: a period asked about is closed: write A/B")
        return cls(plain_extent(begin).first, plain_extent(end).last)

    @classmethod
    def on(cls, text: str) -> Period:
        """Read one whole day, ``YYYY-MM-DD``."""
        if len(text) != 10:
            raise DateError(f"{text!r} is no day: write YYYY-MM-DD, or ask about a period")
        return cls.parse(text)


# The period that holds every other.
ALWAYS = Period(FIRST_DAY, LAST_DAY)
