"""Which spine each pair takes: the flattest that runs through no third entity's box and least along others, the same in every span."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.views.curves import sampled
from kg.views.ground import Ground
from kg.views.hits import CLEAR
from kg.views.meeting import length
from kg.views.plan import Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["crossing", "draw", "route"]

# Bends as parts of the distance: plain arcs, the flat ones first; then lopsided and S-shaped curves.
_FLAT = tuple((s * h, s * h) for h in (0.0, 0.05, 0.1, 0.16, 0.22) for s in ((1, -1) if h else (1,)))
_ARCS = tuple((s * h, s * h) for h in (0.3, 0.38, 0.46, 0.56, 0.68, 0.8) for s in (1, -1))
_ODD = tuple((s * g, s * h) for g in (-0.3, -0.15, 0.0, 0.15, 0.3, 0.5, 0.7) for h in (0.0, 0.15, 0.3, 0.5, 0.7) for s in (1, -1) if g != h)
_STAGES = (_FLAT, 60.0), (_ARCS, 300.0), (_ODD, 0.0)  # a curve of a stage that costs so little is good enough
_BENT, _TWISTED = 250.0, 200.0
_POINTS, _SPARE = 200, 1  # on a cable that is judged, and how much larger boxes are then, for what lies between points
_SPACING = 12  # world units between points

_Found = tuple[float, Any, Any]


def route(plan: Plan, ground: Ground, rows: Iterable[int]) -> None:
    """Choose the spines of these pairs: those shown at first before the others, the strongest first."""
    chosen = [int(p) for p in rows]
    for p in chosen:
        ground.erase(p)
    for p in sorted(chosen, key=lambda p: (-plan.weight[p], -plan.strength[p], p)):
        plan.cost[p], plan.spine[p], path = _best(plan, ground, p)
        ground.draw(p, path, float(plan.wide[p]))


def draw(plan: Plan, ground: Ground, p: int) -> None:
    """Put the pair's cable where it runs now."""
    ground.draw(p, plan.paths(slice(p, p + 1), _samples(plan, p))[0], float(plan.wide[p]))


def crossing(plan: Plan, rows: NDArray[Any], unit: int) -> NDArray[Any]:
    """Those of the pairs whose cable runs through the unit's box."""
    import numpy as np

    a, b = plan.place[plan.ends[rows]].transpose(1, 0, 2)
    # No curve leaves the rectangle around its ends farther than its spine bends.
    bend = abs(plan.spine[rows]).max(axis=1, initial=0)[:, None] + plan.wide[rows, None] + CLEAR + _SPARE
    low, high = np.minimum(a, b) - bend - plan.place[unit], np.maximum(a, b) + bend - plan.place[unit]
    half, above, below = plan.half[unit], plan.above[unit], plan.below[unit]
    near = (low[:, 0] < half) & (high[:, 0] > -half) & (low[:, 1] < below) & (high[:, 1] > -above)
    rows, a, b = rows[near], a[near], b[near]
    along = abs(b - a) / np.maximum(length(b - a), 1.0)[:, None]
    # The outer lanes lie aside of the spine, across it: as if the box were that much wider and higher.
    aside = (CLEAR + _SPARE + plan.wide[rows, None] * along[:, ::-1])[:, None, :]
    step = plan.paths(rows, _POINTS) - plan.place[unit]
    across = abs(step[..., 0]) - half - aside[..., 0]
    down = np.maximum(step[..., 1] - below, -above - step[..., 1]) - aside[..., 1]
    found: NDArray[Any] = rows[(np.maximum(across, down) < 0).any(axis=1)]
    return found


def _samples(plan: Plan, p: int) -> int:
    a, b = plan.place[plan.ends[p]]
    return 6 + int(1.2 * length(b - a)) // _SPACING


def _best(plan: Plan, ground: Ground, p: int) -> _Found:
    """What the cheapest spine costs, that spine in whole world units, and points on it."""
    import numpy as np

    prices, found = ground.prices(p), []
    for bends, good in _STAGES if plan.weight[p] >= 1 else _STAGES[:1]:
        found.append(_cheapest(plan, ground, p, prices, np.array(bends)))
        if found[-1][0] < good:
            break
    return min(found, key=lambda one: one[0])


def _cheapest(plan: Plan, ground: Ground, p: int, prices: NDArray[Any], bends: NDArray[Any]) -> _Found:
    import numpy as np

    a, b = plan.place[plan.ends[p]]
    far = length(b - a)
    spines = np.rint(bends * far)
    edge = np.array([a[1] - b[1], b[0] - a[0]]) * (plan.wide[p] / max(float(far), 1.0))
    cost = _BENT * abs(bends).max(axis=1) + _TWISTED * abs(bends[:, 0] - bends[:, 1])
    paths = sampled(a, b, spines, 0, 0, 0, _samples(plan, p))
    cost += ground.cost(prices, paths, edge)
    best = int(np.argmin(np.rint(16 * cost)))
    return float(cost[best]), spines[best], paths[best]
