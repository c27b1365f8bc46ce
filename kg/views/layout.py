"""One place for every entity and one curve for every line, over all spans together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.entities import Actor
from kg.model.resolved import Resolved
from kg.views.anchors import Point, anchored
from kg.views.boxes import Box
from kg.views.homes import slots_of
from kg.views.improving import improve
from kg.views.plan import Plan
from kg.views.routing import hits
from kg.views.scene import LineKey, Scene

__all__ = ["Layout", "layout"]


@dataclass(frozen=True, slots=True)
class Layout:
    """Places and boxes by entity, curves by line; ``hits`` are the lines that still run through a third entity."""

    boxes: Mapping[str, Box]
    places: Mapping[str, Point]
    curves: Mapping[LineKey, float]
    hits: tuple[tuple[int, str], ...]

    def extent(self, names: Iterable[str]) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of these entities' boxes together: what the camera shows."""
        boxes = [(self.places[name], self.boxes[name]) for name in names]
        sides = [(x - box.width // 2, y - box.above, x + box.width // 2, y + box.below) for (x, y), box in boxes]
        lefts, tops, rights, bottoms = zip(*sides, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def layout(resolved: Resolved, scene: Scene) -> Layout:
    """The layout of the union of all spans, in whole numbers: the same input gives the same.

    States stand on their anchors, leaders around them, all others where they are least in the way;
    then lines choose curves, and whoever still stands in a line's way looks for a better place.
    """
    plan = Plan(scene, slots_of(resolved, scene))
    movable = _begin(plan)
    improve(plan, movable)
    curves = {line.key: float(curve) for line, curve in zip(scene.lines, plan.curve, strict=True)}
    return Layout(plan.boxes, plan.places(), curves, tuple(hits(plan)))


def _begin(plan: Plan) -> list[int]:
    """Put the states on their anchors; the others in the order in which they look for a place."""
    nodes = plan.scene.nodes
    states = [n.entity for n in nodes.values() if n.kind == "state" and isinstance(n.entity, Actor)]
    for name, spot in anchored(sorted(states, key=lambda s: (-nodes[s.id].strength, s.id))).items():
        plan.place[plan.unit_of[name]] = spot
        plan.placed[plan.unit_of[name]] = True
    rest = [u for u in range(len(plan.units)) if not plan.placed[u]]
    return sorted(rest, key=lambda u: (not plan.shown[u], u not in plan.homes, -plan.strength(u), plan.units[u]))
