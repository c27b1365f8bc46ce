"""The scene as arrays for layout and routing: units that have one place each, and the cables between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.views.anchors import HEIGHT, WIDTH
from kg.views.boxes import Box, box_of, reach
from kg.views.chosen import Opening
from kg.views.curves import sampled
from kg.views.homes import Slot
from kg.views.lanes import cables, lanes_of
from kg.views.scene import LineKey, Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["GAP", "Plan"]

GAP = 8  # free world units between boxes
_MANY = 0.01  # what it counts for who stands in whose way where a span opens with too many to read
_LATER = 0.1  # what a line or box that is hidden at first counts for, against those that are shown
_FULL = 0.5  # the part of the world that boxes may cover; where they'd cover more, only those seen together keep apart


class Plan:
    """Units (an entity, or a slot with all its holders) and pairs (of entities with lines between them), each known by its row.

    ``matters[pair, unit]`` is how bad it is when the pair's cable runs through the unit's box: nothing where no
    span shows both, or at the pair's own ends. ``together[unit, unit]``: whether some span opens with both.
    ``wide`` is how far the cable reaches to either side of its spine.
    """

    def __init__(self, scene: Scene, slots: Iterable[Slot], openings: Sequence[Opening]) -> None:
        import numpy as np

        self.scene = scene
        self.boxes: dict[str, Box] = {name: box_of(node.kind, node.entity.label) for name, node in scene.nodes.items()}
        groups = [(tuple(slot.holders), slot.state) for slot in slots]
        seated = {name for holders, _ in groups for name in holders}
        self.units = [holders for holders, _ in groups] + [(name,) for name in scene.nodes if name not in seated]
        self.homes = {u: state for u, (_, state) in enumerate(groups)}
        self.unit_of = {name: u for u, names in enumerate(self.units) for name in names}
        members = [[self.boxes[name] for name in names] for names in self.units]
        self.half: NDArray[Any] = np.array([max(b.width for b in bs) / 2 for bs in members])
        self.above: NDArray[Any] = np.array([max(b.above for b in bs) for bs in members], dtype=float)
        self.below: NDArray[Any] = np.array([max(b.below for b in bs) for bs in members], dtype=float)
        self.reach: NDArray[Any] = np.array([min(reach(b) for b in bs) for bs in members], dtype=float)
        self.place: NDArray[Any] = np.zeros((len(self.units), 2))
        self.placed: NDArray[Any] = np.zeros(len(self.units), dtype=bool)
        self.shown: NDArray[Any] = np.array([any(scene.nodes[n].shown for n in names) for names in self.units])
        area = ((2 * self.half + GAP) * (self.above + self.below + GAP))[self.shown].sum()
        self.crowded = bool(area > _FULL * WIDTH * HEIGHT)
        self._cables(openings)

    def _cables(self, openings: Sequence[Opening]) -> None:
        import numpy as np

        scene, found = self.scene, cables(self.scene.lines)
        self.pairs = list(found)
        self.lanes: dict[LineKey, int] = {line.key: 0 for line in scene.lines}
        for lines in found.values():
            self.lanes |= lanes_of(lines)
        self.ends: NDArray[Any] = np.array([[self.unit_of[end] for end in pair] for pair in found], dtype=int).reshape(-1, 2)
        # Where no span shows all that it has, only what spans open with can be heeded.
        few = not any(opening.whole for opening in openings)
        seen = {line.key for line in scene.lines if line.shown and (not few or any(line.key in opening.lines for opening in openings))}
        shown = [[line for line in lines if line.key in seen] or lines for lines in found.values()]
        self.wide: NDArray[Any] = np.array([max(abs(self.lanes[line.key]) for line in lines) for lines in shown], dtype=float)
        self.weight: NDArray[Any] = np.array([1.0 if any(line.key in seen for line in lines) else _LATER for lines in found.values()])
        self.strength: NDArray[Any] = np.array([sum(line.count for line in lines) for lines in found.values()])
        self.matters: NDArray[Any] = self._meet(openings, seen, few) * np.where(self.shown, 1.0, _LATER) * self.weight[:, None]
        for end in self.ends.T:
            self.matters[np.arange(len(found)), end] = 0
        self.spine: NDArray[Any] = np.zeros((len(found), 2))
        self.cost: NDArray[Any] = np.zeros(len(found))

    def _meet(self, openings: Sequence[Opening], seen: set[LineKey], few: bool) -> NDArray[Any]:
        """For pairs by units: 1 where some span that shows all it has opens with both, less where another does, little where one may."""
        import numpy as np

        spans, row = len(self.scene.spans), {pair: p for p, pair in enumerate(self.pairs)}
        during: NDArray[Any] = np.zeros((2, len(row), spans), dtype=np.float32)
        there: NDArray[Any] = np.zeros((2, len(self.units), spans), dtype=np.float32)
        for line in self.scene.lines:
            if (p := row.get((min(line.source, line.target), max(line.source, line.target)))) is not None:
                during[0, p, list(line.spans)] = 1
                heeded = [k for k in line.spans if line.key in seen and (line.key in openings[k].lines or not few)]
                during[1, p, heeded] = 1
                for k in heeded:
                    there[1, self.ends[p], k] = 1
        for name, node in self.scene.nodes.items():
            there[0, self.unit_of[name], list(node.spans)] = 1
        self.together: NDArray[Any] = there[1] @ there[1].T > 0
        whole = [k for k, opening in enumerate(openings) if opening.whole] or list(range(spans))
        met, plainly = during @ there.transpose(0, 2, 1) > 0, during[1][:, whole] @ there[1][:, whole].T > 0
        found: NDArray[Any] = np.where(plainly, 1.0, np.where(met[1], _MANY, np.where(met[0], _LATER, 0.0)))
        return found

    def paths(self, rows: Any, samples: int, lane: Any = 0) -> NDArray[Any]:
        """Points on these pairs' cables as they run now, on the spine or in a lane: (..., rows, samples, 2) for lanes (..., rows)."""
        a, b = self.ends[rows].T
        return sampled(self.place[a], self.place[b], self.spine[rows], lane, self.reach[a], self.reach[b], samples)

    def pairs_of(self, unit: int) -> NDArray[Any]:
        """The rows of the pairs that end at the unit and at somebody placed; of a unit shown at first, those shown alone."""
        mine = (self.ends == unit).any(axis=1)
        other = self.ends[:, 0] + self.ends[:, 1] - unit
        rows: NDArray[Any] = (mine & self.placed[other * mine] & ((self.weight >= 1) | (not self.shown[unit]))).nonzero()[0]
        return rows

    def ready(self) -> NDArray[Any]:
        """The rows of the pairs shown at first whose two ends are placed."""
        rows: NDArray[Any] = (self.placed[self.ends].all(axis=1) & (self.weight >= 1)).nonzero()[0]
        return rows

    def strength_of(self, unit: int) -> int:
        """The statements of all who stand there."""
        return sum(self.scene.nodes[name].strength for name in self.units[unit])

    def places(self) -> dict[str, tuple[int, int]]:
        """The place of every entity, in whole world units."""
        return {name: (int(self.place[u][0]), int(self.place[u][1])) for name, u in self.unit_of.items()}
