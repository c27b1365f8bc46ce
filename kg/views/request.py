"""What is asked of a page: its title, one span of time a tab, and the state in which it opens."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import PageError, UnknownName
from kg.model.bounds import Bounds
from kg.model.period import Period

__all__ = ["PageRequest", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """One tab: an era with its own vague bounds, or a plain period."""

    id: str
    label: str
    bounds: Bounds | Period


@dataclass(frozen=True, slots=True)
class PageRequest:
    """``default`` is the id of the span shown first (none: the one with most statements).

    ``certain`` and ``as_seen_by`` (an actor's id) are the state in which the page opens;
    ``periodisation`` is the words by which the tabs are introduced.
    """

    spans: tuple[Span, ...]
    title: str
    default: str | None = None
    certain: bool = False
    as_seen_by: str | None = None
    periodisation: str = "Era"

    def __post_init__(self) -> None:
        names = [span.id for span in self.spans]
        if not names:
            raise PageError("a page needs at least one era or period to show")
        if len(set(names)) < len(names):
            raise PageError("two tabs of a page have the same id: " + ", ".join(sorted({n for n in names if names.count(n) > 1})))
        if self.default is not None and self.default not in names:
            raise UnknownName("era on this page", self.default, names)
