"""How exact a date is, by the letters of `datetime.strptime` in which it is written."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

__all__ = ["exactness"]

_DAY = datetime(2023, 11, 27, tzinfo=UTC)  # of which no part is what `strptime` takes for one that is not told


@cache
def exactness(written: str) -> int:
    """How many letters of YYYY-MM-DD are told: 10, 7, 4, or 0 where no year is, or where nothing can be read by it.

    >>> [exactness(written) for written in ("%d/%m/%Y", "%G-W%V-%u", "%b %Y", "%d %Y", "%d/%m", "%Q")]
    [10, 10, 7, 4, 0, 0]
    """
    try:
        read = datetime.strptime(_DAY.strftime(written), written).date().isoformat()
    except ValueError:
        return 0
    return next((letters for letters in (10, 7, 4) if read[:letters] == _DAY.date().isoformat()[:letters]), 0)
