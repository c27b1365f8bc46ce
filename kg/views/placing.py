"""The best free place for a unit, given all that stand already: near its neighbours, in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.views.anchors import HEIGHT, WIDTH
from kg.views.curves import FEW, paths
from kg.views.plan import CLEAR, GAP, Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["put", "ranked"]

_STEP = 20
_SPOTS, _TRIED = 240, 36  # places judged by what runs through them; of these, by where their own lines run
_HIT = 900.0  # a line through a box is as bad as this many units of distance
_BENT = 70.0
_SAMPLES = 18
_ARC, _FAR = 94, 215  # from a state to its leaders, and how far at most


def put(plan: Plan, unit: int) -> None:
    """Place the unit where distance, lines through it and its own lines through others cost least."""
    plan.place[unit] = ranked(plan, unit)[0]
    plan.placed[unit] = True


def ranked(plan: Plan, unit: int) -> NDArray[Any]:
    """The best places for the unit, cheapest first, as if it stood nowhere yet."""
    import numpy as np

    standing, plan.placed[unit] = bool(plan.placed[unit]), False
    spots = _free(plan, unit)
    distance = _distance(plan, unit, spots)
    near = np.lexsort((spots[:, 0], spots[:, 1], distance))[:_SPOTS]
    spots, cost = spots[near], distance[near] + _HIT * _through(plan, unit, spots[near])
    best = np.lexsort((spots[:, 0], spots[:, 1], cost))[:_TRIED]
    spots, cost = spots[best], cost[best] + _own(plan, unit, spots[best])
    plan.placed[unit] = standing
    best_first: NDArray[Any] = spots[np.lexsort((spots[:, 0], spots[:, 1], cost))]
    return best_first


def _free(plan: Plan, unit: int) -> NDArray[Any]:
    """Places of the grid where the box overlaps none that it must be apart from; below the world if it is full."""
    import numpy as np

    others = plan.placed & plan.apart[unit]
    half, above, below, place = plan.half[others], plan.above[others], plan.below[others], plan.place[others]
    for deeper in range(0, 40 * HEIGHT, HEIGHT // 4):
        xs = np.arange(_STEP, WIDTH, _STEP)
        ys = np.arange(_STEP, HEIGHT + deeper, _STEP)
        grid = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2).astype(float)
        inside = (abs(grid[:, 0] - WIDTH / 2) <= WIDTH / 2 - plan.half[unit]) & (grid[:, 1] >= plan.above[unit])
        grid = grid[inside & (grid[:, 1] <= HEIGHT + deeper - plan.below[unit])]
        wide = abs(grid[:, None, 0] - place[None, :, 0]) < half + plan.half[unit] + GAP
        high = (grid[:, None, 1] - plan.above[unit] < place[None, :, 1] + below + GAP) & (
            grid[:, None, 1] + plan.below[unit] > place[None, :, 1] - above - GAP
        )
        free: NDArray[Any] = grid[~(wide & high).any(axis=1)]
        if len(free):
            return free
    raise AssertionError("a world of forty screens has room for every entity that fits in a page")


def _distance(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """Mean distance to the neighbours; for leaders how far they stand off the arc outside their state."""
    import numpy as np

    ends = plan.ends[plan.lines_of(unit)]
    weight = plan.weight[plan.lines_of(unit)]
    other = np.where(ends[:, 0] == unit, ends[:, 1], ends[:, 0])
    ready = plan.placed[other]
    other, weight = other[ready], weight[ready]
    middle = np.array([WIDTH / 2, HEIGHT / 2])
    if not len(other):
        return _length(spots - middle)
    far = _length(spots[:, None, :] - plan.place[other][None, :, :])
    cost: NDArray[Any] = (far * weight).sum(axis=1) / weight.sum()
    home = plan.unit_of.get(plan.homes.get(unit, ""))
    if home is not None and plan.placed[home]:
        out = plan.place[home] - middle
        step = spots - plan.place[home]
        turned = 1 - (step * out).sum(axis=1) / np.maximum(_length(step) * max(_length(out), 1.0), 1.0)
        cost = 0.25 * cost + 1.6 * abs(_length(step * np.array([0.8, 1.2])) - _ARC) + 45 * turned + 1e5 * (_length(step) > _FAR)
    return cost


def _length(steps: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    length: NDArray[Any] = np.sqrt((steps * steps).sum(axis=-1))
    return length


def _through(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """What weight of lines, as they run now, goes through the box at each spot."""
    import numpy as np

    ready = plan.placed[plan.ends].all(axis=1) & plan.seen[:, unit] & ~plan.loops
    if not ready.any():
        return np.zeros(len(spots))
    ends = plan.ends[ready]
    points = paths(plan.place[ends[:, 0]], plan.place[ends[:, 1]], plan.curve[ready], _SAMPLES)
    x, y = points[None, :, :, 0], points[None, :, :, 1]
    at_x, at_y = spots[:, None, None, 0], spots[:, None, None, 1]
    wide = abs(x - at_x) < plan.half[unit] + CLEAR
    high = (y > at_y - plan.above[unit] - CLEAR) & (y < at_y + plan.below[unit] + CLEAR)
    cost: NDArray[Any] = ((wide & high).any(axis=2) * plan.matters[ready, unit]).sum(axis=1)
    return cost


def _own(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """For each spot, what the unit's own lines cost there, each on its best curve."""
    import numpy as np

    total: NDArray[Any] = np.zeros(len(spots))
    curves = np.array(FEW)
    for i in plan.lines_of(unit):
        a, b = plan.ends[i]
        other = b if a == unit else a
        if not plan.placed[other]:
            continue
        points = paths(spots[:, None, :], plan.place[other][None, None, :], curves[None, :], _SAMPLES)
        third = plan.placed & plan.seen[i] & plan.within(points)
        x, y = points[..., None, 0], points[..., None, 1]
        place = plan.place[third]
        wide = abs(x - place[:, 0]) < plan.half[third] + CLEAR
        high = (y > place[:, 1] - plan.above[third] - CLEAR) & (y < place[:, 1] + plan.below[third] + CLEAR)
        hits = ((wide & high).any(axis=2) * plan.matters[i, third]).sum(axis=2)
        total += (_HIT * hits + plan.weight[i] * _BENT * abs(curves)).min(axis=1)
    return total
