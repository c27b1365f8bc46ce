"""One place for every entity and one curve for every line, over all spans together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.entities import Actor
from kg.model.resolved import Resolved
from kg.views.anchors import HEIGHT, WIDTH, Point, anchored
from kg.views.boxes import Box, box_of
from kg.views.curves import CURVES
from kg.views.homes import slots_of
from kg.views.improving import improve
from kg.views.plan import Plan
from kg.views.routing import hits
from kg.views.scene import LineKey, Scene, strongest

__all__ = ["Layout", "layout"]

_CAREFUL = 80  # so many entities are placed with care: more would take time that grows with the cube
_CELL = (180, 90)  # room for one of the others


@dataclass(frozen=True, slots=True)
class Layout:
    """Places and boxes by entity, curves by line; ``hits`` are the lines that still run through a third entity.

    ``rest`` are those who stand in rows below, outside of what the camera shows at first.
    """

    boxes: Mapping[str, Box]
    places: Mapping[str, Point]
    curves: Mapping[LineKey, float]
    hits: tuple[tuple[int, str], ...]
    rest: frozenset[str] = frozenset()

    def extent(self, names: Iterable[str]) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of these entities' boxes together: what the camera shows."""
        known = set(names)
        boxes = [(self.places[name], self.boxes[name]) for name in known - self.rest or known]
        sides = [(x - box.width // 2, y - box.above, x + box.width // 2, y + box.below) for (x, y), box in boxes]
        lefts, tops, rights, bottoms = zip(*sides, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def layout(resolved: Resolved, scene: Scene) -> Layout:
    """The layout of the union of all spans, in whole numbers: the same input gives the same.

    States stand on their anchors, leaders around them, all others where they are least in the way;
    then lines choose curves, and whoever still stands in a line's way looks for a better place.
    That is done for the strongest, of whom a page shows some at a time; the others stand in rows below.
    """
    few = strongest(scene, _CAREFUL)
    plan = Plan(few, slots_of(resolved, few))
    movable = _begin(plan)
    improve(plan, movable)
    curves = {line.key: float(curve) for line, curve in zip(few.lines, plan.curve, strict=True)}
    made = Layout(plan.boxes, plan.places(), curves, tuple(hits(plan)))
    return made if few is scene else _with_rest(made, scene)


def _with_rest(made: Layout, scene: Scene) -> Layout:
    """The others in rows below, the strongest first; parallel lines of theirs spread without a search."""
    boxes = dict(made.boxes) | {name: box_of(n.kind, n.entity.label) for name, n in scene.nodes.items() if name not in made.boxes}
    places, curves = dict(made.places), dict(made.curves)
    rest = sorted((name for name in scene.nodes if name not in places), key=lambda name: (-scene.nodes[name].strength, name))
    columns = WIDTH // _CELL[0]
    for k, name in enumerate(rest):
        row, column = divmod(k, columns)
        places[name] = (_CELL[0] // 2 + column * _CELL[0], HEIGHT + _CELL[1] // 2 + row * _CELL[1])
    used: dict[tuple[str, str], int] = {}
    for line in scene.lines:
        if line.key not in curves:
            pair = (min(line.source, line.target), max(line.source, line.target))
            curve = CURVES[used.get(pair, 0) % len(CURVES)]
            curves[line.key] = curve if line.source == pair[0] else -curve
            used[pair] = used.get(pair, 0) + 1
    return Layout(boxes, places, curves, made.hits, frozenset(rest))


def _begin(plan: Plan) -> list[int]:
    """Put the states on their anchors; the others in the order in which they look for a place."""
    nodes = plan.scene.nodes
    states = [n.entity for n in nodes.values() if n.kind == "state" and isinstance(n.entity, Actor)]
    for name, spot in anchored(sorted(states, key=lambda s: (-nodes[s.id].strength, s.id))).items():
        plan.place[plan.unit_of[name]] = spot
        plan.placed[plan.unit_of[name]] = True
    rest = [u for u in range(len(plan.units)) if not plan.placed[u]]
    return sorted(rest, key=lambda u: (not plan.shown[u], u not in plan.homes, -plan.strength(u), plan.units[u]))
