"""Something that happened, was to happen, or did not."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.entities import DatedEntity
from kg.model.evidence import Quantity
from kg.model.vocabulary import EventKind, Outcome, Role, Status

__all__ = ["Event", "Participation"]


@dataclass(frozen=True, slots=True, order=True)
class Participation:
    """Who took part, and as what. Absence is no role: it is a negated ``attends``."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(DatedEntity):
    """An event with its participants, place, status and outcome."""

    kind: EventKind
    participants: tuple[Participation, ...] = ()
    place: str | None = None
    status: Status = Status.ACTUAL
    outcome: Outcome | None = None
    part_of: str | None = None
    quantities: tuple[Quantity, ...] = ()
