"""Which curve each line takes: the flattest that runs through no third entity's box, the same in every span."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.views.anchors import HEIGHT, WIDTH
from kg.views.boxes import SYMBOL
from kg.views.curves import CURVES, bulge, paths
from kg.views.plan import CLEAR, Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["hits", "route", "through", "through_all"]

_APART = 13  # world units between the middles of parallel lines
_HIT, _CROWDED, _OWN_LABEL, _BENT, _OUT = 1000, 300, 60, 80, 300
_FLAT, _GOOD = 11, 60  # so many of the curves are flat; a curve that costs less needs no better
_SAMPLES, _SPACING = 48, 15  # points on a line; world units between them where their number is free


def route(plan: Plan, rows: Iterable[int] | None = None) -> None:
    """Choose the curves of these lines, or of all: those shown at first before the others, the strongest first."""
    lines = plan.scene.lines
    chosen = [int(i) for i in (range(len(lines)) if rows is None else rows) if not plan.loops[i]]
    taken: dict[tuple[int, int], list[float]] = {}
    for i in sorted(chosen, key=lambda i: (not lines[i].shown, not lines[i].real, -lines[i].count, i)):
        a, b = int(plan.ends[i][0]), int(plan.ends[i][1])
        others = taken.setdefault((min(a, b), max(a, b)), [])
        k, side = _best(plan, i, others, 1 if a < b else -1)
        plan.curve[i] = CURVES[k]
        others.append(side)


def hits(plan: Plan) -> list[tuple[int, str]]:
    """Every line and entity where the line runs through the box of the entity's place and some span shows both."""
    return [(int(i), plan.units[u][0]) for i, u in zip(*through_all(plan).nonzero(), strict=True)]


def through_all(plan: Plan) -> NDArray[Any]:
    """Which line runs through which unit's box while some span shows both: lines by units."""
    return through(plan, slice(None), slice(None))


def through(plan: Plan, rows: Any, units: Any) -> NDArray[Any]:
    """The same for some lines and some units."""
    ends = plan.ends[rows]
    path = paths(plan.place[ends[:, 0]], plan.place[ends[:, 1]], plan.curve[rows], _SAMPLES)
    x, y = path[:, :, 0:1], path[:, :, 1:2]
    place = plan.place[units]
    wide = abs(x - place[:, 0]) < plan.half[units] + CLEAR
    inside = wide & (y > place[:, 1] - plan.above[units] - CLEAR) & (y < place[:, 1] + plan.below[units] + CLEAR)
    found: NDArray[Any] = inside.any(axis=1) & plan.seen[rows][:, units] & ~plan.loops[rows][:, None]
    return found


def _best(plan: Plan, i: int, taken: list[float], flip: int) -> tuple[int, float]:
    """The place in CURVES of the cheapest one, and how far to which side of the pair it runs."""
    start, end = plan.place[plan.ends[i]]
    samples = 8 + int(abs(end - start).sum()) // _SPACING
    # The flat ones first: most lines need no more, and that is most of the time.
    for curves in (CURVES[:_FLAT], CURVES):
        path = paths(start[None, :], end[None, :], curves, samples)
        fixed = _HIT * _hit(plan, i, path) + _OWN_LABEL * _own_labels(plan, i, path) + _OUT * _out(path)
        sides = [flip * bulge(start, end, curve) for curve in curves]
        costs = []
        for k, curve in enumerate(curves):
            crowd = sum(1 - abs(sides[k] - other) / _APART for other in taken if abs(sides[k] - other) < _APART)
            costs.append((float(fixed[k]) + _CROWDED * crowd + _BENT * abs(curve), k))
        cost, k = min(costs)
        if cost < _GOOD:
            break
    return k, sides[k]


def _hit(plan: Plan, i: int, path: NDArray[Any]) -> NDArray[Any]:
    """For each curve, what matters of the boxes that it runs through."""
    third = plan.seen[i] & plan.within(path)
    x, y = path[:, :, 0:1], path[:, :, 1:2]
    place = plan.place[third]
    wide = abs(x - place[:, 0]) < plan.half[third] + CLEAR
    inside = wide & (y > place[:, 1] - plan.above[third] - CLEAR) & (y < place[:, 1] + plan.below[third] + CLEAR)
    cost: NDArray[Any] = (inside.any(axis=1) * plan.matters[i, third]).sum(axis=1) / plan.weight[i]
    return cost


def _out(path: NDArray[Any]) -> NDArray[Any]:
    """For each curve, how many of its points lie outside the world."""
    x, y = path[:, :, 0], path[:, :, 1]
    count: NDArray[Any] = ((x < 0) | (x > WIDTH) | (y < 0) | (y > HEIGHT)).sum(axis=1)
    return count


def _own_labels(plan: Plan, i: int, path: NDArray[Any]) -> NDArray[Any]:
    """For each curve, how many of its own ends have their label, below the shape, run through."""
    import numpy as np

    count: NDArray[Any] = np.zeros(len(path), dtype=int)
    for u in plan.ends[i]:
        if plan.above[u] != plan.below[u]:
            x, y = plan.place[u]
            low = (path[:, :, 1] > y + SYMBOL + 4) & (path[:, :, 1] < y + plan.below[u])
            count += (low & (abs(path[:, :, 0] - x) < plan.half[u])).any(axis=1)
    return count
