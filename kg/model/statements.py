"""Statements and claims: what somebody holds to be so, with time, reporters, wording and evidence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.dated import Dated, Dating, When
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.vocabulary import ClaimKind, Status, Wording

__all__ = ["UNDISPUTED", "Claim", "Envelope", "Statement"]

UNDISPUTED = "undisputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope(Dated):
    """What statements and claims share. ``according_to`` is ``("undisputed",)`` where nobody disputes it."""

    id: str
    when: When | None = None
    datings: tuple[Dating, ...] = ()
    according_to: tuple[str, ...]
    reported_by: tuple[Report, ...] = ()
    said: str | None = None
    status: Status = Status.ACTUAL
    negated: bool = False
    wording: Wording = Wording.STATED
    event: str | None = None
    because: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Envelope):
    """Subject, relation, object: always entities.

    ``polarity`` is set only where the kind's own is 0. ``derived_from`` names the record from which
    the build made this statement; curated ones have none.
    """

    subject: str
    relation: str
    object: str
    polarity: int | None = None
    derived_from: str | None = None

    @property
    def direct(self) -> bool:
        """Whether it is actual and not negated: only then may its triple stand for it in a graph of a time, or a line in a network."""
        return self.status is Status.ACTUAL and not self.negated


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Envelope):
    """A view that is no relation between two entities; ``gist`` is ours, 25 words at most."""

    kind: ClaimKind
    about: tuple[str, ...]
    gist: str
