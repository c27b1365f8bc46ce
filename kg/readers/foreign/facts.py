"""What a row of somebody else's table says, or why it says nothing that can be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.errors import DateError, Reject, Skip
from kg.model.bounds import bounds
from kg.model.evidence import Quantity
from kg.model.vocabulary import ActorKind

__all__ = ["Cited", "Fact", "Party", "Reader", "Reject", "Skip", "checked_date"]

_NO_DATE = "9999"  # stands for "no date" in many tables, and for a date in none


class Party(NamedTuple):
    """Somebody as a row names them: the name, codes where the row has them, and what they are if nobody knows them yet."""

    name: str
    kind: ActorKind = ActorKind.GROUP
    cow: int | None = None
    iso3166: str | None = None
    wikidata: str | None = None


class Cited(NamedTuple):
    """The row of another data set, which this one passes on."""

    source: str
    row: int


class Fact(NamedTuple):
    """A statement to be: actors as parties, other entities by their ids; ``when`` is EDTF as graph.md §3 has it.

    ``said`` is EDTF too; ``polarity`` 1 or -1 only where the kind has none; no holders: undisputed.
    """

    subject: Party | str
    relation: str
    object: Party | str
    when: str
    quantities: tuple[Quantity, ...] = ()
    status: str = "actual"
    negated: bool = False
    polarity: int = 0
    according_to: tuple[Party, ...] = ()
    said: str = ""
    cited: Cited | None = None


# From the cells of a row to what it says; no fact where the row only explains others. Raises `Reject` and `Skip`.
Reader = Callable[[Sequence[str]], Iterable[Fact]]


def checked_date(text: str) -> str:
    """The same text where it is a date. Raises `Reject` for one that does not exist, runs backwards, or only stands for none.

    >>> checked_date("1949-04-04/1966")
    '1949-04-04/1966'
    """
    if why := _wrong(text):
        raise Reject("a date", why)
    return text


@lru_cache(maxsize=1 << 16)
def _wrong(text: str) -> str:
    if _NO_DATE in text:
        return f"{text!r}: the year 9999 stands for no date"
    try:
        bounds(text)
    except DateError as error:
        return str(error)
    return ""
