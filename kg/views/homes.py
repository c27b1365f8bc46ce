"""Who shares a place: holders of one state's offices who are never seen together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model.bounds import Bounds
from kg.model.entities import Office
from kg.model.resolved import Resolved
from kg.views.scene import Scene

__all__ = ["Slot", "slots_of"]


@dataclass(slots=True)
class Slot:
    """One place at a state, for its holders in the order of their tenures."""

    state: str
    holders: list[str] = field(default_factory=list)


def slots_of(resolved: Resolved, scene: Scene) -> list[Slot]:
    """The slots of every state, by state and first tenure; a person stands at the first state that they led or served."""
    tenures: dict[str, tuple[str, Bounds]] = {}
    for state, person, bounds in sorted(_tenures(resolved, scene), key=lambda t: (t[2].earliest_begin, t[1], t[0])):
        home, known = tenures.get(person, (state, bounds))
        tenures[person] = (home, _both(known, bounds))
    slots: list[Slot] = []
    for person, (state, bounds) in sorted(tenures.items(), key=lambda t: (t[1][0], t[1][1].earliest_begin, t[0])):
        slot = next((s for s in slots if s.state == state and _fits(scene, tenures, s, person, bounds)), None)
        if slot is None:
            slots.append(slot := Slot(state))
        slot.holders.append(person)
    return slots


def _fits(scene: Scene, tenures: dict[str, tuple[str, Bounds]], slot: Slot, person: str, bounds: Bounds) -> bool:
    """Whether the tenures don't meet, and no span shows both: two actors in one place can't be read."""
    return all(
        tenures[other][1].latest_end < bounds.earliest_begin and not scene.nodes[other].spans & scene.nodes[person].spans
        for other in slot.holders
    )


def _tenures(resolved: Resolved, scene: Scene) -> Iterator[tuple[str, str, Bounds]]:
    for s in resolved.statements.values():
        state = s.object if s.relation == "leads" else None
        if s.relation == "holdsOffice" and isinstance(office := resolved.records.by_id.get(s.object), Office):
            state = office.of
        if state is not None and state in scene.nodes and s.subject in scene.nodes and scene.nodes[s.subject].kind == "person":
            yield state, s.subject, resolved.bounds[s.id]


def _both(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(
        min(a.earliest_begin, b.earliest_begin),
        min(a.latest_begin, b.latest_begin),
        max(a.earliest_end, b.earliest_end),
        max(a.latest_end, b.latest_end),
    )
