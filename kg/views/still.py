"""The page without script: a drawing and a table of the span shown first, as plain data for the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED
from kg.views.boxes import SYMBOL, reach
from kg.views.citations import Table, table_of
from kg.views.curves import Place, control_points
from kg.views.layout import Layout
from kg.views.request import PageRequest
from kg.views.scene import Fact, Line, Scene
from kg.views.style import FAMILIES, KINDS, Family

__all__ = ["Look", "Shape", "Still", "still_of"]

_ENTITIES, _LINES, _ROWS = 60, 120, 300
_STEPS = 100  # places tried along a line for its head


class Look(NamedTuple):
    """What lines of the drawing share: their family, whether they certainly hold, and whether they have its head."""

    family: Family
    certain: bool
    head: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """An entity of the drawing: the SVG element that draws its kind, and its label in lines."""

    x: int
    y: int
    kind: str
    element: str
    width: int
    height: int
    outline: str
    fill: str
    font: int
    text_y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Still:
    """The drawing and the table of one span; so many statements ``more`` are only in the page with script.

    ``paths`` are SVG path data by their look.
    """

    box: tuple[int, int, int, int]
    paths: Mapping[Look, list[str]]
    shapes: tuple[Shape, ...]
    table: Table
    more: int


def still_of(
    resolved: Resolved,
    relations: Mapping[str, Relation],
    scene: Scene,
    made: Layout,
    request: PageRequest,
    span: int,
) -> Still:
    """What the page shows when it opens on a wide screen, drawn at build time; of a large scene the strongest."""
    held = [f for f in scene.facts if scene.lines[f.line].shown and _holds(f, span, request)]
    facts = _legible(scene, made, held)
    lines = sorted({f.line for f in facts})
    names = sorted({end for i in lines for end in (scene.lines[i].source, scene.lines[i].target)})
    left, top, right, bottom = made.extent(names)
    return Still(
        box=(left - 12, top - 12, right - left + 24, bottom - top + 24),
        paths=_paths(scene, made, lines, {f.line for f in facts if span in f.certain}),
        shapes=tuple(_shape(scene, made, name) for name in names),
        table=table_of(resolved, relations, (f.statement for f in facts[:_ROWS])),
        more=max(len(facts) - _ROWS, 0) + len(held) - len(facts),
    )


def _legible(scene: Scene, made: Layout, facts: list[Fact]) -> list[Fact]:
    """The statements among the strongest placed entities, as many as the page opens with (views.md rule 8)."""
    count = Counter(end for f in facts for end in _ends(scene, f) if end in made.places)
    rank = {name: k for k, name in enumerate(sorted(count, key=lambda name: (-count[name], name)))}
    last = [max(rank.get(end, len(rank)) for end in _ends(scene, f)) for f in facts]
    needed = sorted({f.line: place for f, place in zip(facts, last, strict=True)}.values())
    most = min(_ENTITIES, len(rank), needed[_LINES] if len(needed) > _LINES else len(rank))
    return [f for f, place in zip(facts, last, strict=True) if place < most]


def _ends(scene: Scene, fact: Fact) -> set[str]:
    return {scene.lines[fact.line].source, scene.lines[fact.line].target}


def _holds(fact: Fact, span: int, request: PageRequest) -> bool:
    seen = request.as_seen_by is None or request.as_seen_by in fact.viewers or UNDISPUTED in fact.statement.according_to
    return seen and span in (fact.certain if request.certain else fact.possible)


def _paths(scene: Scene, made: Layout, lines: list[int], certain: set[int]) -> dict[Look, list[str]]:
    families = {family.id: family for family in FAMILIES}
    found: dict[Look, list[str]] = {}
    for i in lines:
        line = scene.lines[i]
        family, itself = families[line.family], line.source == line.target
        look = Look(family, i in certain, bool(family.head) and line.directed and not itself)
        found.setdefault(look, []).append(_loop(line, made) if itself else _path(line, made, look.head))
    return found


def _loop(line: Line, made: Layout) -> str:
    x, above = made.places[line.source][0], made.places[line.source][1] - made.boxes[line.source].above
    return f"M{x - 10} {above}C{x - 40} {above - 50} {x + 40} {above - 50} {x + 10} {above}"


def _path(line: Line, made: Layout, head: bool) -> str:
    a, b = sorted((line.source, line.target))
    reaches = reach(made.boxes[a]), reach(made.boxes[b])
    points = control_points(made.places[a], made.places[b], made.spines[a, b], made.lanes[line.key], *reaches)
    path = points if line.source == a else points[::-1]
    start, *rest = (f"{round(x)} {round(y)}" for x, y in (_outside(path, made, line.target) if head else path))
    return f"M{start}C{' '.join(rest)}"


def _outside(path: Sequence[Place], made: Layout, name: str) -> list[Place]:
    """The part of a cubic Bezier that lies before its last way into the entity's shape: there its head stands."""
    box, (x, y) = made.boxes[name], made.places[name]
    half_width, half_height = (box.width / 2, box.above) if box.above == box.below else (SYMBOL + 2, SYMBOL + 2)
    cuts = (_cut(path, k / _STEPS) for k in range(_STEPS, 0, -1))
    return next((part for part in cuts if abs(part[3][0] - x) > half_width or abs(part[3][1] - y) > half_height), list(path))


def _cut(path: Sequence[Place], t: float) -> list[Place]:
    """The control points of the part up to the parameter t, by de Casteljau."""
    part, points = [path[0]], list(path)
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
        part.append(points[0])
    return part


_OUTLINES = {
    "diamond": "0,-{r} {r},0 0,{r} -{r},0",
    "triangle": "0,-{r} {r},{h} -{r},{h}",
    "triangleDown": "0,{r} {r},-{h} -{r},-{h}",
    "square": "-{h},-{h} {h},-{h} {h},{h} -{h},{h}",
    "star": "0,-{r} {h},{h} -{r},-2 {r},-2 -{h},{h}",
    "hexagon": "-{r},0 -{h},-{h} {h},-{h} {r},0 {h},{h} -{h},{h}",
}


def _shape(scene: Scene, made: Layout, name: str) -> Shape:
    look, box, (x, y) = KINDS[scene.nodes[name].kind], made.boxes[name], made.places[name]
    lines = tuple(box.label.split("\n"))
    first = y - 0.6 * look.font * (len(lines) - 1) if look.inside else y + SYMBOL + 2 + 0.7 * look.font
    element = {"box": "rect", "ellipse": "ellipse", "dot": "circle"}.get(look.shape, "polygon")
    return Shape(
        x=x,
        y=y,
        kind=look.id,
        element=element,
        width=box.width,
        height=box.above + box.below,
        outline=_OUTLINES.get(look.shape, "").format(r=SYMBOL + 1, h=SYMBOL - 2),
        fill=look.light,
        font=look.font,
        text_y=round(first),
        lines=lines,
    )
