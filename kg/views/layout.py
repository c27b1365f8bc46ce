"""One place for every entity and one curve for every line, over all spans together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.resolved import Resolved
from kg.views.anchors import Point
from kg.views.arranging import arrange
from kg.views.boxes import Box, box_of
from kg.views.chosen import chosen
from kg.views.hits import hits
from kg.views.homes import slots_of
from kg.views.plan import Plan
from kg.views.scene import LineKey, Scene

__all__ = ["Layout", "layout"]


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by entity, places by entity that has one, the spine of every pair of placed entities with lines, lanes by line.

    ``hits`` are the lines, by their place in the scene, that run through the box of a third entity which some span
    shows with them. A place is in whole world units, x to the right and y down; an entity of a large scene
    may have none. What spine and lane mean: `kg.views.curves`.
    """

    boxes: Mapping[str, Box]
    places: Mapping[str, Point]
    spines: Mapping[tuple[str, str], tuple[int, int]]
    lanes: Mapping[LineKey, int]
    hits: tuple[tuple[int, str], ...]

    def extent(self, names: Iterable[str]) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of these entities' boxes together, or of all where none of these has a place: what the camera shows."""
        boxes = [(self.places[name], self.boxes[name]) for name in set(names) & set(self.places) or self.places]
        sides = [(x - box.width // 2, y - box.above, x + box.width // 2, y + box.below) for (x, y), box in boxes]
        lefts, tops, rights, bottoms = zip(*sides, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def layout(resolved: Resolved, scene: Scene) -> Layout:
    """The layout of the union of all spans, in whole numbers: the same input gives the same.

    States stand on their anchors, leaders around them, all others where they are least in the way; those hidden at
    first stand around the rest. Of a large scene those alone have a place who are strong in some span.
    """
    few = chosen(scene)
    plan = Plan(few, slots_of(resolved, few))
    arrange(plan)
    boxes = {name: plan.boxes.get(name) or box_of(node.kind, node.entity.label) for name, node in scene.nodes.items()}
    spines = {pair: (int(one), int(two)) for pair, (one, two) in zip(plan.pairs, plan.spine, strict=True)}
    places, lanes = plan.places(), plan.lanes
    return Layout(boxes, places, spines, lanes, tuple(hits(scene, boxes, places, spines, lanes)))
