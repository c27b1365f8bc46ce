"""The page without script: a drawing and a table of the span shown first, as plain data for the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED
from kg.views.boxes import SYMBOL
from kg.views.citations import Table, table_of
from kg.views.drawn import Curve, Mark, curve_of, marks_on
from kg.views.layout import Layout
from kg.views.request import PageRequest
from kg.views.scene import Fact, Scene
from kg.views.style import FAMILIES, KINDS, Family

__all__ = ["Look", "Shape", "Still", "still_of"]

_ENTITIES, _LINES, _ROWS = 60, 120, 300
_FAMILIES = {family.id: family for family in FAMILIES}


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

    ``paths`` are SVG path data by their look; ``marks`` stand, by family, on lines with a disputed statement.
    """

    box: tuple[int, int, int, int]
    paths: Mapping[Look, list[str]]
    marks: tuple[tuple[Family, Mark], ...]
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
    curves = {i: _drawn(scene, made, i) for i in lines}
    disputed = sorted({f.line for f in facts if f.statement.id in resolved.disputed})
    marks = marks_on([curves[i] for i in disputed], [(made.places[name], made.boxes[name]) for name in names])
    return Still(
        box=(left - 12, top - 12, right - left + 24, bottom - top + 24),
        paths=_paths(scene, curves, {f.line for f in facts if span in f.certain}),
        marks=tuple((_family(scene, i), mark) for i, mark in zip(disputed, marks, strict=True)),
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


def _family(scene: Scene, line: int) -> Family:
    return _FAMILIES[scene.lines[line].family]


def _has_head(scene: Scene, i: int) -> bool:
    line = scene.lines[i]
    return bool(_family(scene, i).head) and line.directed and line.source != line.target


def _drawn(scene: Scene, made: Layout, i: int) -> Curve:
    return curve_of(scene.lines[i], made, _has_head(scene, i))


def _paths(scene: Scene, curves: Mapping[int, Curve], certain: set[int]) -> dict[Look, list[str]]:
    found: dict[Look, list[str]] = {}
    for i, curve in curves.items():
        found.setdefault(Look(_family(scene, i), i in certain, _has_head(scene, i)), []).append(curve.svg)
    return found


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
