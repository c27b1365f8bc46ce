"""Where boxes stand and cables run: the world in square cells, so that a cable's cost is looked up and not reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.views.anchors import HEIGHT, WIDTH
from kg.views.boxes import SYMBOL
from kg.views.hits import CLEAR
from kg.views.plan import Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Ground"]

_CELL = 4  # world units
_SPARE = 5  # boxes are drawn so much larger, for what may lie between two points of a line
_ROOM = 8  # and so much more ground around them is beside them
_COARSE = 2  # cells of the boxes to one of the cables
_FREE, _OUT, _KINDS = 0, 1, 3  # what a cell is: free, out of the world, or beside, in or in the label of a unit's box
_HIT, _BESIDE, _LABEL, _OUTSIDE, _NEVER = 2000.0, 2.0, 30.0, 1000.0, 10000.0  # what a point there costs; outside, where that is strict


class Ground:
    """Cables are drawn and taken away by their row; boxes are all drawn anew when one has moved.

    There are ``margin`` world units of ground around the world; what lies farther out counts to the border.
    """

    def __init__(self, plan: Plan, margin: int) -> None:
        import numpy as np

        self._plan, self._margin, self.strict = plan, margin, False
        self._size = WIDTH, HEIGHT
        wide, high = (int(side + 2 * margin) // _CELL for side in self._size)
        self._code: NDArray[Any] = np.zeros((high, wide), dtype=np.int32)
        self._count: NDArray[Any] = np.zeros((high // _COARSE + 1) * (wide // _COARSE + 1), dtype=np.int32)
        self._drawn: dict[int, NDArray[Any]] = {}

    def build(self) -> None:
        """Draw the boxes of all who are placed, as they stand now."""
        plan = self._plan
        self._code[:] = _OUT
        self._fill(_FREE, 0, 0, *self._size)
        placed = plan.placed.nonzero()[0].tolist()
        for kind, room in enumerate((CLEAR + _SPARE + _ROOM, CLEAR + _SPARE)):
            for u in placed:
                (x, y), half = plan.place[u], plan.half[u] + room
                self._fill(2 + _KINDS * u + kind, x - half, y - plan.above[u] - room, x + half, y + plan.below[u] + room)
        for u in (u for u in placed if plan.above[u] != plan.below[u]):
            (x, y), half = plan.place[u], plan.half[u]
            self._fill(2 + _KINDS * u + 2, x - half, y + SYMBOL + 4, x + half, y + plan.below[u])

    def _fill(self, code: int, left: float, top: float, right: float, bottom: float) -> None:
        x, y = int(left + self._margin) // _CELL, int(top + self._margin) // _CELL
        self._code[max(y, 0) : int(bottom + self._margin) // _CELL + 1, max(x, 0) : int(right + self._margin) // _CELL + 1] = code

    def prices(self, p: int) -> NDArray[Any]:
        """What each kind of cell costs the pair."""
        import numpy as np

        plan = self._plan
        table: NDArray[Any] = np.zeros(2 + _KINDS * len(plan.units))
        table[_OUT] = (_NEVER if self.strict else _OUTSIDE) * (plan.weight[p] >= 1)
        matters = plan.matters[p] / plan.weight[p]
        table[2::_KINDS], table[3::_KINDS], table[4::_KINDS] = _BESIDE * matters, _HIT * matters, _HIT * matters
        table[4 + _KINDS * plan.ends[p]] = _LABEL
        return table

    def cost(self, prices: NDArray[Any], points: NDArray[Any], edge: NDArray[Any]) -> NDArray[Any]:
        """What curves cost for boxes and for other cables, given points on them (curves, points, 2) and the step (2) to their edge."""
        x, y = self._cells(points)
        total: NDArray[Any] = self._count[self._coarse(x, y)].sum(axis=1) + prices[self._code[y, x]].sum(axis=1)
        for side in (-edge, edge) if edge.any() else ():
            x, y = self._cells(points + side)
            total += prices[self._code[y, x]].sum(axis=1)
        return total

    def _cells(self, points: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        import numpy as np

        high, wide = self._code.shape
        cells = ((points + self._margin) * (1 / _CELL)).astype(np.int32)
        found: NDArray[Any] = np.minimum(np.maximum(cells, 0), (wide - 1, high - 1))
        return found[..., 0], found[..., 1]

    def _coarse(self, x: NDArray[Any], y: NDArray[Any]) -> NDArray[Any]:
        cells: NDArray[Any] = y // _COARSE * (self._code.shape[1] // _COARSE + 1) + x // _COARSE
        return cells

    def draw(self, row: int, points: NDArray[Any], wide: float) -> None:
        """Put the cable with this spine, points (n, 2), over its own width and a cell more, in place of where it ran."""
        import numpy as np

        self.erase(row)
        across = self._code.shape[1] // _COARSE + 1
        reach = 1 + int(wide) // (_CELL * _COARSE)
        aside = np.arange(-reach, reach + 1)
        cells = self._coarse(*self._cells(points))[:, None, None] + aside[:, None] * across + aside
        self._drawn[row] = cells.ravel().clip(0, len(self._count) - 1)
        self._count[self._drawn[row]] += 1  # once for every cell, however often it is named

    def erase(self, row: int) -> None:
        """Take the cable away, if it is there."""
        if row in self._drawn:
            self._count[self._drawn.pop(row)] -= 1
