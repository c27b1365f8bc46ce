"""The best free place for a unit, given all that stand already: near its neighbours, in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.views.anchors import HEIGHT, WIDTH
from kg.views.meeting import cross, length, pass_through
from kg.views.plan import GAP, Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["hits", "in_the_way", "put", "ranked"]

_STEP = 24  # between the places tried, in a world of common size
_SAMPLES, _CELL = 64, 6  # points on a cable, and the side of the cells in which they are counted
_TRIED = 80  # of all places so many are judged fully
# Each as bad as so many units of distance: a box in the unit's own line, a point of a line in its box, two lines that
# cross, two that leave nearly as one.
_HIT, _POINT, _CROSSED, _NARROW = 900.0, 100.0, 45.0, 160.0
_ROOM = 6  # from a box to a line
_THICK = 5.0  # a cable of this half width is twice as bad to stand on
_ANGLE = 0.97  # cosine of the angle below which two lines leave nearly as one
_ARC = 120  # a good distance from a neighbour, and from a state to its leaders
_TURNED = 20.0  # what it costs a leader to stand beside the state and not outside it
_FAR = 260  # how far off its leaders may stand


def put(plan: Plan, unit: int) -> None:
    """Place the unit where distance, lines through it and its own lines through others cost least."""
    plan.place[unit] = ranked(plan, unit)[0]
    plan.placed[unit] = True


def ranked(plan: Plan, unit: int) -> NDArray[Any]:
    """The best places for the unit, cheapest first, as if it stood nowhere yet."""
    import numpy as np

    standing, plan.placed[unit] = bool(plan.placed[unit]), False
    spots = _free(plan, unit)
    cost = _distance(plan, unit, spots) + in_the_way(plan, unit, spots) + hits(plan, unit, spots)
    spots = spots[np.lexsort((spots[:, 0], spots[:, 1], np.rint(cost)))]
    best, cost = spots[:_TRIED], np.sort(np.rint(cost))[:_TRIED]
    cost = cost + _crossings(plan, unit, best)
    plan.placed[unit] = standing
    best_first: NDArray[Any] = np.concatenate([best[np.lexsort((best[:, 0], best[:, 1], np.rint(cost)))], spots[_TRIED:]])
    return best_first


def _free(plan: Plan, unit: int) -> NDArray[Any]:
    """Places of the world's grid where the box overlaps no other; below the world if it is full."""
    import numpy as np

    others = plan.placed & (plan.together[unit] | (not plan.crowded))
    half, above, below, place = plan.half[others], plan.above[others], plan.below[others], plan.place[others]
    wide, high = WIDTH, HEIGHT
    step = _STEP
    while True:
        xs = np.arange(np.ceil(plan.half[unit]), wide - plan.half[unit] + 1, step)
        ys = np.arange(np.ceil(plan.above[unit]), high - plan.below[unit] + 1, step)
        grid = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2).astype(np.float32)
        x, y = grid[:, None, 0], grid[:, None, 1]
        beside = abs(x - place[:, 0]) < half + plan.half[unit] + GAP
        level = (y - plan.above[unit] < place[:, 1] + below + GAP) & (y + plan.below[unit] > place[:, 1] - above - GAP)
        spots: NDArray[Any] = grid[~(beside & level).any(axis=1)]
        if len(spots):
            return spots
        high += HEIGHT // 4


def _distance(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """Mean distance to the neighbours; for leaders how far they stand off the arc outside their state."""
    import numpy as np

    middle = np.array([WIDTH / 2, HEIGHT / 2])
    other = plan.ends[plan.pairs_of(unit)].sum(axis=1) - unit
    if not len(other):
        return length(spots - middle)
    far = length(spots[:, None, :] - plan.place[other])
    cost: NDArray[Any] = (far + 3 * np.maximum(_ARC - far, 0)).mean(axis=1)
    home = plan.unit_of.get(plan.homes.get(unit, ""))
    if home is not None and plan.placed[home]:
        out, step = plan.place[home] - middle, spots - plan.place[home]
        turned = 1 - (step * out).sum(axis=1) / np.maximum(length(step) * max(float(length(out)), 1.0), 1.0)
        cost = 0.25 * cost + 1.2 * abs(length(step) - _ARC) + _TURNED * turned + 1e5 * (length(step) > _FAR)
    return cost


def in_the_way(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """What runs through the box at each spot, as cables run now: points of theirs, each by how bad it is to be met there."""
    import numpy as np

    rows = (plan.placed[plan.ends].all(axis=1) & (plan.matters[:, unit] > 0)).nonzero()[0]
    edge = np.stack([-plan.wide[rows], np.zeros(len(rows)), plan.wide[rows]])
    points = plan.paths(rows, _SAMPLES, edge)
    wide, high = WIDTH // _CELL + 2, HEIGHT // _CELL + 2
    x, y = (points[..., 0] // _CELL).clip(0, wide - 1), (points[..., 1] // _CELL).clip(0, high - 1)
    weight = np.broadcast_to((plan.matters[rows, unit] * (1 + plan.wide[rows] / _THICK))[:, None], x.shape)
    count = np.bincount((y * wide + x).astype(np.int64).ravel(), weight.ravel(), wide * high).reshape(high, wide)
    table = np.pad(count, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    left, right = (((spots[:, 0] + side * (plan.half[unit] + _ROOM)) // _CELL).astype(int) for side in (-1, 1))
    top, bottom = (((spots[:, 1] + step) // _CELL).astype(int) for step in (-plan.above[unit] - _ROOM, plan.below[unit] + _ROOM))
    left, right, top, bottom = left.clip(0, wide), (right + 1).clip(0, wide), top.clip(0, high), (bottom + 1).clip(0, high)
    cost: NDArray[Any] = _POINT * (table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left])
    return cost


def hits(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """For each spot, which boxes stand in the way of the unit's own cables, were they straight."""
    import numpy as np

    total, spots = np.zeros(len(spots)), spots.astype(np.float32)
    for p in plan.pairs_of(unit):
        third = (plan.placed & (plan.matters[p] > 0)).nonzero()[0]
        place, aside = plan.place[third].astype(np.float32), np.float32(_ROOM + plan.wide[p])
        half, above, below = (size[third].astype(np.float32) + aside for size in (plan.half, plan.above, plan.below))
        x, y = place[:, 0], place[:, 1]
        end = plan.place[plan.ends[p].sum() - unit].astype(np.float32)
        total += _HIT * (pass_through(spots[:, None, :], end, x - half, y - above, x + half, y + below) @ plan.matters[p, third])
    return total


def _crossings(plan: Plan, unit: int, spots: NDArray[Any]) -> NDArray[Any]:
    """For each spot, what other cables cost that the unit's own cross, or leave one end with nearly as one."""
    rows = plan.pairs_of(unit)
    other = plan.ends[rows].sum(axis=1) - unit
    lines = plan.placed[plan.ends].all(axis=1) & (plan.ends != unit).all(axis=1) & (plan.weight >= plan.weight[rows].max(initial=0))
    ends = plan.ends[lines]
    start, end = spots[:, None, None, :], plan.place[other][None, :, None, :]
    crossed = cross(start, end, plan.place[ends[:, 0]], plan.place[ends[:, 1]]).sum(axis=(1, 2))
    cost: NDArray[Any] = _CROSSED * crossed + _NARROW * _narrow(plan, spots, other, ends)
    return cost


def _narrow(plan: Plan, spots: NDArray[Any], other: NDArray[Any], ends: NDArray[Any]) -> NDArray[Any]:
    """For each spot, how many cables would leave one end nearly as one."""
    import numpy as np

    step = plan.place[other][None, :, :] - spots[:, None, :]
    way = step / np.maximum(length(step), 1.0)[..., None]
    own = (way[:, :, None, :] * way[:, None, :, :]).sum(axis=-1)
    count: NDArray[Any] = ((own > _ANGLE).sum(axis=(1, 2)) - len(other)) / 2
    for k, neighbour in enumerate(other):
        there = ends[(ends == neighbour).any(axis=1)].sum(axis=1) - neighbour
        out = plan.place[there] - plan.place[neighbour]
        out = out / np.maximum(length(out), 1.0)[:, None]
        count += ((-way[:, k, None, :] * out).sum(axis=-1) > _ANGLE).sum(axis=1)
    return count
