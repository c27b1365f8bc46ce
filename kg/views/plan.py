"""The scene as arrays for layout and routing: units that have one place each, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.views.boxes import Box, box_of
from kg.views.homes import Slot
from kg.views.scene import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["CLEAR", "GAP", "Plan"]

GAP = 9  # free world units between boxes
CLEAR = 5  # world units that a line keeps from a box
_LEGIBLE = 120  # a span with more lines shown at first can be read by nobody: who stands in whose way there does not count
_LATER = 0.1  # what a line or box that is hidden at first counts for, against those that are shown


class Plan:
    """Units (an entity, or a slot with all its holders) and lines, each known by its row.

    ``seen[line, unit]`` is whether some legible span shows the line and somebody of the unit, its own ends
    aside; ``matters[line, unit]`` how much a hit would then; ``apart[unit, unit]`` whether the boxes must not overlap.
    """

    def __init__(self, scene: Scene, slots: Iterable[Slot]) -> None:
        import numpy as np

        self.scene = scene
        self.whole = False
        self.boxes: dict[str, Box] = {name: box_of(node.kind, node.entity.label) for name, node in scene.nodes.items()}
        self.homes: dict[int, str] = {}
        groups = [(slot.holders, slot.state) for slot in slots]
        seated = {name for holders, _ in groups for name in holders}
        self.units: list[tuple[str, ...]] = [tuple(holders) for holders, _ in groups] + [(n,) for n in scene.nodes if n not in seated]
        self.homes = {u: state for u, (_, state) in enumerate(groups)}
        self.unit_of = {name: u for u, names in enumerate(self.units) for name in names}
        members = [[self.boxes[name] for name in names] for names in self.units]
        self.half: NDArray[Any] = np.array([max(b.width for b in bs) / 2 for bs in members])
        self.above: NDArray[Any] = np.array([max(b.above for b in bs) for bs in members], dtype=float)
        self.below: NDArray[Any] = np.array([max(b.below for b in bs) for bs in members], dtype=float)
        self.place: NDArray[Any] = np.zeros((len(self.units), 2))
        self.placed: NDArray[Any] = np.zeros(len(self.units), dtype=bool)
        self.shown: NDArray[Any] = np.array([any(scene.nodes[n].shown for n in names) for names in self.units])
        self._lines()

    def _lines(self) -> None:
        import numpy as np

        scene, lines = self.scene, self.scene.lines
        spans = np.array([[any(k in scene.nodes[n].spans for n in names) for k in range(len(scene.spans))] for names in self.units])
        during = np.array([[k in line.spans for k in range(len(scene.spans))] for line in lines])
        together = (spans[:, None, :] & spans[None, :, :]).any(axis=2)
        self.apart: NDArray[Any] = together | (self.shown[:, None] & self.shown[None, :])
        self.ends: NDArray[Any] = np.array([(self.unit_of[line.source], self.unit_of[line.target]) for line in lines])
        legible = during[[line.shown for line in lines]].sum(axis=0) <= _LEGIBLE
        some = legible if legible.any() else ~legible
        self.seen: NDArray[Any] = (during[:, None, some] & spans[None, :, some]).any(axis=2)
        for i, (a, b) in enumerate(self.ends):
            self.seen[i, [a, b]] = False
        self.weight: NDArray[Any] = np.array([1.0 if line.shown else _LATER for line in lines])
        self.matters: NDArray[Any] = self.seen * np.where(self.shown[None, :], 1.0, _LATER) * self.weight[:, None]
        self.curve: NDArray[Any] = np.zeros(len(lines))
        self.loops: NDArray[Any] = self.ends[:, 0] == self.ends[:, 1]

    def lines_of(self, unit: int) -> NDArray[Any]:
        """The rows of the lines that end at the unit, loops aside; unless ``whole``, a shown unit's shown lines only."""
        touching = (self.ends == unit).any(axis=1) & ~self.loops
        rows: NDArray[Any] = (touching & (self.weight >= 1.0) if self.shown[unit] and not self.whole else touching).nonzero()[0]
        return rows

    def shown_lines(self) -> NDArray[Any]:
        """The rows of the lines shown at first."""
        rows: NDArray[Any] = (self.weight >= 1.0).nonzero()[0]
        return rows

    def in_play(self) -> NDArray[Any]:
        """The rows of the lines that count now: those shown at first until ``whole``, then all."""
        import numpy as np

        return np.arange(len(self.ends)) if self.whole else self.shown_lines()

    def within(self, points: NDArray[Any]) -> NDArray[Any]:
        """Which units' boxes the rectangle around all these points may touch: few, and that saves most of the time."""
        x, y = points[..., 0], points[..., 1]
        wide = (self.place[:, 0] + self.half + CLEAR > x.min()) & (self.place[:, 0] - self.half - CLEAR < x.max())
        found: NDArray[Any] = wide & (self.place[:, 1] + self.below + CLEAR > y.min()) & (self.place[:, 1] - self.above - CLEAR < y.max())
        return found

    def strength(self, unit: int) -> int:
        """The statements of all who stand there."""
        return sum(self.scene.nodes[name].strength for name in self.units[unit])

    def places(self) -> dict[str, tuple[int, int]]:
        """The place of every entity, in whole world units."""
        return {name: (int(self.place[u][0]), int(self.place[u][1])) for name, u in self.unit_of.items()}
