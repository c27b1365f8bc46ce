"""How cells of data sets on states are written: numbers as ``2.0``, flags, and -9 for what is not known."""

from __future__ import annotations

import re

from kg.readers.foreign.facts import Reject

__all__ = ["flag", "whole"]

_UNKNOWN = ("", "-9", "NA")
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


def whole(cell: str) -> int | None:
    """A whole number that is not negative; none where it is not known. Raises `Reject`.

    >>> whole("1949.0"), whole("-9")
    (1949, None)
    """
    text = cell.strip().removesuffix(".0")
    if text in _UNKNOWN:
        return None
    if not _WHOLE.fullmatch(text):
        raise Reject("a number", f"no whole number, nor -9 for what is not known: {text[:40]!r}")
    return int(text)


def flag(cell: str) -> bool:
    """Whether it is known to be so. Raises `Reject` for what is neither 1 nor 0.

    >>> flag("1.0"), flag("0"), flag("-9")
    (True, False, False)
    """
    found = whole(cell)
    if found not in (None, 0, 1):
        raise Reject("a flag", f"no flag, which is 1, 0, or -9 for what is not known: {found}")
    return found == 1
