"""Values as FollowTheMoney means them: text that its cleaning leaves alone, dates as prefixes, signed ids."""

from __future__ import annotations

import hmac
import re
import unicodedata
from datetime import date

from kg.model.bounds import Bounds
from kg.model.edtf import FIRST_DAY, LAST_DAY

__all__ = ["address", "begin", "end", "name", "prefixes", "signed", "text"]

_INVISIBLE = {"Cc", "Cf", "Cs"}  # controls, formatting such as bidi marks, lone surrogates
_QUOTES = ("'", '"')
_LINES = re.compile(r"(?:ESQ[ .]*)*(?:[,;]|<BR/?>)")  # where the library breaks an address
_LONGEST_ADDRESS = 250
_FIRST_YEAR = 1000  # the library knows no year before


def text(value: str) -> str:
    """One line without invisible characters.

    >>> text("two\\nlines\\u202e, NUL\\0 gone ")
    'two lines, NUL gone'
    """
    shown = "".join(c for c in value if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
    return unicodedata.normalize("NFC", " ".join(shown.replace("\u0a00", " ").split()))


def name(value: str) -> str:
    """The same without quotes around it, which the library takes for a slip.

    >>> name('"The Gazette"')
    'The Gazette'
    """
    found = text(value)
    while len(found) > 1 and found[0] in _QUOTES and found[-1] in _QUOTES:
        found = found[1:-1].strip()
    return found


def address(value: str) -> str:
    """Parts with commas between them; nothing where that is longer than an address may be.

    >>> address("Palace; Freedonia")
    'Palace, Freedonia'
    """
    parts = (part.strip(" .") for part in _LINES.split(text(value)))
    whole = ", ".join(part for part in parts if part)
    return whole if len(whole) <= _LONGEST_ADDRESS else ""


def begin(bounds: Bounds) -> list[str]:
    """When it began, none where that is open."""
    return [] if bounds.earliest_begin == FIRST_DAY else prefixes(bounds.earliest_begin, bounds.latest_begin)


def end(bounds: Bounds) -> list[str]:
    """When it ended, none where it may last or its end is not known."""
    return [] if bounds.latest_end == LAST_DAY else prefixes(bounds.earliest_end, bounds.latest_end)


def prefixes(first: date, last: date) -> list[str]:
    """The day, month or year that holds both days; two years where none does.

    >>> prefixes(date(2016, 3, 2), date(2016, 3, 31)), prefixes(date(1990, 1, 1), date(1999, 12, 31))
    (['2016-03'], ['1990', '1999'])
    """
    if first.year != last.year:
        return [f"{day.year}" for day in (first, last) if day.year >= _FIRST_YEAR]
    length = 10 if first == last else 7 if first.month == last.month else 4
    return [first.isoformat()[:length]] if first.year >= _FIRST_YEAR else []


def signed(namespace: str, ident: str) -> str:
    """The id with the signature that FollowTheMoney's ``Namespace`` gives it, so that two corpora never share one.

    >>> signed("https://example.org/", "firefly")
    'firefly.8c919e80bfc0c66f2ac75397064fd990a031273b'
    """
    return f"{ident}.{hmac.digest(namespace.encode(), ident.encode(), 'sha1').hex()}"
