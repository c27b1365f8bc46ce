"""One place for every entity and one curve for every line, over all spans together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.resolved import Resolved
from kg.views.anchors import Point
from kg.views.arranging import arrange
from kg.views.boxes import Box, box_of
from kg.views.chosen import chosen, opened
from kg.views.homes import slots_of
from kg.views.plan import Plan
from kg.views.scene import LineKey, Scene

__all__ = ["Layout", "layout"]

Sides = tuple[int, int, int, int]  # left, top, right, bottom
_SAMPLES = 64  # points on a cable


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by entity, places by entity that has one, the spine of every pair of placed entities with lines, lanes by line.

    ``around`` is the rectangle around the lines of a pair, where some span opens with them. A place is in whole world
    units, x to the right and y down; an entity of a large scene may have none. What spine and lane mean: `kg.views.curves`.
    """

    boxes: Mapping[str, Box]
    places: Mapping[str, Point]
    spines: Mapping[tuple[str, str], tuple[int, int]]
    lanes: Mapping[LineKey, int]
    around: Mapping[tuple[str, str], Sides]

    def extent(self, names: Iterable[str]) -> Sides:
        """What the camera shows: all boxes of these entities and all lines between them, or of all where none of these has a place."""
        shown = set(names) & set(self.places) or set(self.places)
        boxes = [(self.places[name], self.boxes[name]) for name in shown]
        sides = [(x - box.width // 2, y - box.above, x + box.width // 2, y + box.below) for (x, y), box in boxes]
        sides += [found for pair, found in self.around.items() if shown.issuperset(pair)]
        lefts, tops, rights, bottoms = zip(*sides, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def layout(resolved: Resolved, scene: Scene) -> Layout:
    """The layout of the union of all spans, in whole numbers: the same input gives the same.

    States stand on their anchors, leaders around them, all others where they are least in the way; those hidden at
    first stand around the rest. Of a large scene those alone have a place who are strong in some span.
    """
    openings = opened(scene)
    few = chosen(scene, openings)
    plan = Plan(few, slots_of(resolved, few), openings)
    arrange(plan)
    boxes = {name: plan.boxes.get(name) or box_of(node.kind, node.entity.label) for name, node in scene.nodes.items()}
    spines = {pair: (int(one), int(two)) for pair, (one, two) in zip(plan.pairs, plan.spine, strict=True)}
    return Layout(boxes, plan.places(), spines, plan.lanes, _around(plan))


def _around(plan: Plan) -> dict[tuple[str, str], Sides]:
    """The rectangle around the cable of every pair that some span opens with."""
    import numpy as np

    rows = np.flatnonzero(plan.weight >= 1)
    points = plan.paths(rows, _SAMPLES, np.stack([-plan.wide[rows], plan.wide[rows]]))
    low, high = np.floor(points.min(axis=(0, 2))).astype(int).tolist(), np.ceil(points.max(axis=(0, 2))).astype(int).tolist()
    return {plan.pairs[p]: (*start, *end) for p, start, end in zip(rows.tolist(), low, high, strict=True)}
