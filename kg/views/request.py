"""What is asked of a page: its title, one span of time a tab, and the state in which it opens."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import PageError, UnknownName
from kg.model.bounds import Bounds
from kg.model.period import Period
from kg.views.passages import Passages

__all__ = ["Group", "PageRequest", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """One tab: an era with its own vague bounds, or a plain period."""

    id: str
    label: str
    bounds: Bounds | Period


@dataclass(frozen=True, slots=True)
class Group:
    """The tabs that are offered together: the eras of a periodisation, in their order."""

    id: str
    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The page opens with the first of the ``groups``, at the span ``default`` (none: the one with most statements).

    ``certain`` and ``as_seen_by`` (an actor's id) are the state in which it opens; only what possibly
    holds ``within`` is in the page, everything where that is none. With ``documents`` it carries the text of sources.
    """

    groups: tuple[Group, ...]
    title: str
    default: str | None = None
    certain: bool = False
    as_seen_by: str | None = None
    within: Bounds | Period | None = None
    documents: Passages | None = None

    def __post_init__(self) -> None:
        names = [span.id for span in self.spans]
        if not all(group.spans for group in self.groups) or not names:
            raise PageError("a page needs at least one era or period to show")
        if len(set(names)) < len(names):
            raise PageError("two tabs of a page have the same id: " + ", ".join(sorted({n for n in names if names.count(n) > 1})))
        if self.default is not None and self.default not in names:
            raise UnknownName("era on this page", self.default, names)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The tabs of all groups."""
        return tuple(span for group in self.groups for span in group.spans)
