"""Lines of the still drawing: where each runs, and where a mark on it finds room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.views.boxes import SYMBOL, Box, reach
from kg.views.curves import Place, control_points
from kg.views.layout import Layout
from kg.views.scene import Line

__all__ = ["Curve", "Mark", "curve_of", "marks_on"]

_STEPS = 100  # places tried along a line for its head
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)  # where along a line a mark may stand, the best first


class Mark(NamedTuple):
    """A round mark by its middle, in world units."""

    x: int
    y: int
    radius: int = 8


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bezier by its four control points."""

    points: tuple[Place, ...]

    @property
    def svg(self) -> str:
        """SVG path data in whole numbers."""
        start, *rest = (f"{round(x)} {round(y)}" for x, y in self.points)
        return f"M{start}C{' '.join(rest)}"

    def at(self, t: float) -> Place:
        """The point at a parameter from 0 to 1."""
        return self.until(t).points[3]

    def until(self, t: float) -> Curve:
        """The part up to a parameter, by de Casteljau."""
        part, points = [self.points[0]], list(self.points)
        while len(points) > 1:
            points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
            part.append(points[0])
        return Curve(tuple(part))


def curve_of(line: Line, made: Layout, head: bool) -> Curve:
    """The curve of a line; with a ``head`` it ends outside its target's shape."""
    if line.source == line.target:
        return _loop(line, made)
    a, b = sorted((line.source, line.target))
    reaches = reach(made.boxes[a]), reach(made.boxes[b])
    points = control_points(made.places[a], made.places[b], made.spines[a, b], made.lanes[line.key], *reaches)
    curve = Curve(points if line.source == a else points[::-1])
    return _outside(curve, made, line.target) if head else curve


def _loop(line: Line, made: Layout) -> Curve:
    x, above = made.places[line.source][0], made.places[line.source][1] - made.boxes[line.source].above
    return Curve(((x - 10, above), (x - 40, above - 50), (x + 40, above - 50), (x + 10, above)))


def _outside(curve: Curve, made: Layout, name: str) -> Curve:
    """The part that lies before the last way into the entity's shape: there its head stands."""
    box, (x, y) = made.boxes[name], made.places[name]
    half_width, half_height = (box.width / 2, box.above) if box.above == box.below else (SYMBOL + 2, SYMBOL + 2)
    cuts = (curve.until(k / _STEPS) for k in range(_STEPS, 0, -1))
    return next((c for c in cuts if abs(c.points[3][0] - x) > half_width or abs(c.points[3][1] - y) > half_height), curve)


def marks_on(curves: Sequence[Curve], boxes: Sequence[tuple[Place, Box]]) -> list[Mark]:
    """A mark a curve: on no other and on no entity, as far as there is room."""
    marks: list[Mark] = []
    for curve in curves:
        spots = [Mark(round(x), round(y)) for x, y in map(curve.at, _SPOTS)]
        marks.append(next((spot for spot in spots if _is_free(spot, marks, boxes)), spots[0]))
    return marks


def _is_free(spot: Mark, marks: Sequence[Mark], boxes: Sequence[tuple[Place, Box]]) -> bool:
    apart = all(max(abs(spot.x - mark.x), abs(spot.y - mark.y)) > spot.radius + mark.radius for mark in marks)
    return apart and not any(
        abs(spot.x - x) < box.width / 2 + spot.radius and y - box.above - spot.radius < spot.y < y + box.below + spot.radius
        for (x, y), box in boxes
    )
