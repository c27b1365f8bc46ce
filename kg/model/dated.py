"""When a record held: one date, or several datings that do not agree."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.evidence import Evidence
from kg.model.vocabulary import WhenFrom

__all__ = ["Dated", "Dating", "When"]


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF text as written, clipped to events where it is known only relative to them."""

    text: str
    after: str | None = None
    before: str | None = None
    origin: WhenFrom = WhenFrom.TEXT


@dataclass(frozen=True, slots=True)
class Dating:
    """One account of when, among several; at most one is preferred, and says why."""

    id: str
    when: When
    preferred: bool = False
    reason: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Dated:
    """A record that has either ``when`` or ``datings``; the fields stand in the dataclasses that inherit this."""

    __slots__ = ()
    when: When | None
    datings: tuple[Dating, ...]

    @property
    def preferred_dating(self) -> Dating | None:
        """The dating that the curator prefers, where there is one."""
        return next((d for d in self.datings if d.preferred), None)
