"""Terms as Python values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from kg.rdf.namespaces import XSD
from kg.rdf.terms import Literal, Term

__all__ = ["value"]

_READ: dict[str, Callable[[str], Any]] = {
    XSD + "integer": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "boolean": lambda text: text in ("true", "1"),
    XSD + "date": date.fromisoformat,
}


def value(term: Term | None) -> Any:
    """An IRI as its text, a number, day or truth value as Python's own, any other literal as its text.

    >>> value(Literal("3", XSD + "integer"))
    3
    """
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    try:
        return _READ.get(term.datatype, str)(term.value)
    except ValueError:
        return term.value  # a literal that its datatype does not allow: a query can make one
