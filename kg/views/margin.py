"""Who is hidden at first stands on a lattice around all the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.views.meeting import length
from kg.views.placing import hits
from kg.views.plan import GAP, Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["around"]


def around(plan: Plan, hidden: list[int]) -> None:
    """Place these, the strongest first: each in the free cell near its neighbours, with few boxes in between."""
    import numpy as np

    if not hidden:
        return
    lattice = _lattice(plan, hidden)
    free = np.ones(len(lattice), dtype=bool)
    middle = lattice.mean(axis=0)
    for unit in sorted(hidden, key=lambda u: (-plan.strength_of(u), plan.units[u])):
        spots = lattice[free] + np.array([0.0, np.rint((plan.above[unit] - plan.below[unit]) / 2)])
        others = plan.ends[plan.pairs_of(unit)].sum(axis=1) - unit
        goals = plan.place[others] if len(others) else middle[None, :]
        cost = length(spots[:, None, :] - goals).mean(axis=1) + hits(plan, unit, spots)
        best = int(np.argmin(np.rint(cost)))
        plan.place[unit], plan.placed[unit] = spots[best], True
        free[np.flatnonzero(free)[best]] = False


def _lattice(plan: Plan, hidden: list[int]) -> NDArray[Any]:
    """The middles of enough cells, each with room for any of the hidden, around all who are placed: (cells, 2), whole world units."""
    import numpy as np

    cell = np.array([2 * plan.half[hidden].max() + GAP, (plan.above + plan.below)[hidden].max() + GAP])
    x, y = plan.place[plan.placed].T if plan.placed.any() else np.zeros((2, 1))
    half, above, below = (side[plan.placed] if plan.placed.any() else 0 for side in (plan.half, plan.above, plan.below))
    low, high = np.array([(x - half).min(), (y - above).min()]), np.array([(x + half).max(), (y + below).max()])
    middle, layers = (low + high) / 2, 1
    while True:
        columns, rows = (np.ceil((high - low) / cell) + 2 * layers).astype(int)
        across = middle[0] + cell[0] * (np.arange(columns) - (columns - 1) / 2)
        down = middle[1] + cell[1] * (np.arange(rows) - (rows - 1) / 2)
        grid = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
        outside: NDArray[Any] = np.rint(grid[(abs(grid - middle) >= (high - low + cell) / 2).any(axis=1)])
        if len(outside) >= len(hidden):
            return outside
        layers += 1
