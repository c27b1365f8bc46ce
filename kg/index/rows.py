"""A statement as questions of time need it, and what binds one who speaks to the body that he speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model.bounds import Bounds

__all__ = ["Link", "Row", "View"]

View = tuple[tuple[str, ...], date | None]  # whose it is, as ids, and when it was said; without holders it is undisputed


@dataclass(frozen=True, slots=True)
class Row:
    """A statement: ``subject`` and ``object`` are paths below the base IRI, such as ``actor/russia``, ``holders`` ids.

    ``direct`` is true where it is actual and not negated; ``sign`` is 1, -1 or 0, and 0 for what is not direct.
    """

    id: str
    subject: str
    relation: str
    object: str
    sign: int
    direct: bool
    holders: tuple[str, ...]
    said: date | None
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Link:
    """A membership, or the office that binds its holder to a state or body; both by their ids."""

    member: str
    body: str
    bounds: Bounds
