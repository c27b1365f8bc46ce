"""Accounts that cannot all be right, kept side by side."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.vocabulary import ConflictKind, Scope

__all__ = ["Conflict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two or more records, or datings of one (``event/dating``); ``prefers`` need not be among them."""

    id: str
    kind: ConflictKind
    scope: tuple[Scope, ...]
    disputes: tuple[str, ...]
    prefers: str | None = None
    reason: str | None = None
    note: str | None = None
    former_ids: tuple[str, ...] = ()

    @property
    def disputed_records(self) -> frozenset[str]:
        """Ids of the records named, a dating standing for its record."""
        return frozenset(name.partition("/")[0] for name in self.disputes)
