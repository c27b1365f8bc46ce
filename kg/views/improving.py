"""Places tried in earnest: a unit moves where, with its cables routed, it costs least; so cables through third entities end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.views.ground import Ground
from kg.views.meeting import length
from kg.views.placing import ranked
from kg.views.plan import Plan
from kg.views.routing import crossing, draw, route

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["mend", "settle", "shake"]

_LONG = 0.6  # what a world unit of a cable costs
_PARTS = 8  # straight parts of a cable whose length is reckoned
_GOOD = 250.0  # a place where each cable costs less is good enough
_NEAR = 70  # world units; places nearer to each other are as good as one


def mend(plan: Plan, ground: Ground, movable: Iterable[int], tried: int) -> bool:
    """Those who stand in a cable's way, or are an end of such a cable, settle anew, the least linked first.

    False where there was nothing to do.
    """
    route(plan, ground, {p for _, p in _met(plan)})
    met = _met(plan)
    for unit in _part(plan, met, movable):
        if any(unit in (u, *plan.ends[p]) and p in _crossing(plan, u) for u, p in met):
            settle(plan, ground, unit, tried)
    return bool(met)


def shake(plan: Plan, ground: Ground, movable: Iterable[int], tried: int) -> None:
    """All of them leave their places at once, and settle anew, the most linked first: so that they can change places."""
    part = _part(plan, _met(plan), movable)
    for unit in part:
        for p in plan.pairs_of(unit).tolist():
            ground.erase(p)
        plan.placed[unit] = False
    for unit in reversed(part):
        settle(plan, ground, unit, tried)


def _part(plan: Plan, met: list[tuple[int, int]], movable: Iterable[int]) -> list[int]:
    """Those of the movable who stand in a cable's way or are an end of such a cable, the least linked first."""
    part = {int(v) for u, p in met for v in (u, *plan.ends[p])} & set(movable)
    links = {u: len(plan.pairs_of(u)) for u in part}
    return sorted(part, key=lambda u: (links[u], u))


def _met(plan: Plan) -> list[tuple[int, int]]:
    """Every unit and pair whose cable runs through its box."""
    rows = plan.ready()
    return [(u, int(p)) for u in plan.placed.nonzero()[0].tolist() for p in crossing(plan, rows[plan.matters[rows, u] >= 1], u)]


def settle(plan: Plan, ground: Ground, unit: int, tried: int) -> None:
    """Put the unit in that of its best places which costs least, its own cables routed there and those in its way rerouted."""
    import numpy as np

    spots = _apart(ranked(plan, unit), tried)
    if not (fresh := not plan.placed[unit]):
        spots = np.concatenate([plan.place[[unit]], spots])
    plan.placed[unit], plan.place[unit] = True, spots[0]
    own, kept, best = plan.pairs_of(unit), _kept(plan), None
    freed = np.setdiff1d(_crossing(plan, unit), own)
    for spot in spots:
        plan.place[unit] = spot
        ground.build()
        others = np.union1d(freed, np.setdiff1d(_crossing(plan, unit), own))
        route(plan, ground, own)
        cost, before = float(plan.cost[own].sum() + _LONG * _run(plan, own)), float(kept[1][others].sum())
        if best is None or cost - before < best[0]:
            route(plan, ground, others)
            cost = round(cost + float(plan.cost[others].sum()) - before)
            if best is None or cost < best[0]:
                best = cost, spot, np.union1d(own, others), _kept(plan)
        _restore(plan, ground, kept, np.union1d(own, others))
        if fresh and cost < _GOOD * len(own):
            break
    assert best is not None
    _, plan.place[unit], touched, kept = best
    ground.build()
    _restore(plan, ground, kept, touched)


def _run(plan: Plan, rows: NDArray[Any]) -> float:
    """How long these pairs' cables are, all together."""
    import numpy as np

    return float(length(np.diff(plan.paths(rows, _PARTS + 1), axis=1)).sum())


def _crossing(plan: Plan, unit: int) -> NDArray[Any]:
    """The pairs shown at first whose cables run through the unit's box where that matters."""
    rows = plan.ready()
    return crossing(plan, rows[plan.matters[rows, unit] >= 1], unit)


def _kept(plan: Plan) -> tuple[NDArray[Any], NDArray[Any]]:
    return plan.spine.copy(), plan.cost.copy()


def _restore(plan: Plan, ground: Ground, kept: tuple[NDArray[Any], NDArray[Any]], rows: NDArray[Any]) -> None:
    plan.spine[:], plan.cost[:] = kept
    for p in rows:
        draw(plan, ground, int(p))


def _apart(spots: NDArray[Any], most: int) -> NDArray[Any]:
    """The first few of the places, none near another."""
    import numpy as np

    kept = spots[:1]
    for spot in spots[1:]:
        if len(kept) == most:
            break
        if length(kept - spot).min() >= _NEAR:
            kept = np.concatenate([kept, spot[None, :]])
    return kept
