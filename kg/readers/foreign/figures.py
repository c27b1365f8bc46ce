"""Figures as other people write them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from kg.readers.foreign.facts import Reject

__all__ = ["figure"]

_LARGEST = Decimal("1e300")  # a double holds it


def figure(text: str, least: Decimal = -_LARGEST, most: Decimal = _LARGEST) -> Decimal:
    """The number that is written. Raises `Reject` for what is none, or lies outside.

    >>> figure("-0.40")
    Decimal('-0.40')
    """
    try:
        value = Decimal(text)
        fits = value.is_finite() and least <= value <= most
    except InvalidOperation:
        fits = False
    if not fits:
        raise Reject("a figure", f"no number: {text[:40]!r}" + (f", from {least} to {most}" if most < _LARGEST else ""))
    return value
