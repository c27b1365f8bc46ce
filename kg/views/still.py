"""The page without script: a drawing and a table of the span shown first, as plain data for the template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.entities import Source
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED
from kg.views import words
from kg.views.boxes import SYMBOL, clean
from kg.views.curves import via
from kg.views.encode import safe_url
from kg.views.layout import Layout
from kg.views.request import PageRequest
from kg.views.scene import Fact, Scene
from kg.views.style import FAMILIES, KINDS, Family

__all__ = ["Cell", "Path", "Row", "Shape", "Still", "still_of"]


@dataclass(frozen=True, slots=True)
class Path:
    """A line of the drawing: SVG path data, its family, and whether it certainly holds."""

    d: str
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
class Cell:
    """A source with the passage in it."""

    label: str
    where: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as the table gives it."""

    id: str
    when: str
    subject: str
    relation: str
    object: str
    holders: str
    notes: str
    sources: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Still:
    """The drawing and the table of one span."""

    box: tuple[int, int, int, int]
    paths: tuple[Path, ...]
    shapes: tuple[Shape, ...]
    rows: tuple[Row, ...]


def still_of(
    resolved: Resolved,
    relations: Mapping[str, Relation],
    scene: Scene,
    made: Layout,
    request: PageRequest,
    span: int,
) -> Still:
    """What the page shows when it opens on a wide screen, drawn at build time."""
    facts = [f for f in scene.facts if scene.lines[f.line].shown and _holds(f, span, request)]
    lines = sorted({f.line for f in facts})
    names = sorted({end for i in lines for end in (scene.lines[i].source, scene.lines[i].target)})
    left, top, right, bottom = made.extent(scene.nodes)
    return Still(
        box=(left - 12, top - 12, right - left + 24, bottom - top + 24),
        paths=tuple(_path(scene, made, i, any(f.line == i and span in f.certain for f in facts)) for i in lines),
        shapes=tuple(_shape(scene, made, name) for name in names),
        rows=tuple(_row(resolved, relations, fact) for fact in facts),
    )


def _holds(fact: Fact, span: int, request: PageRequest) -> bool:
    seen = request.as_seen_by is None or request.as_seen_by in fact.viewers or UNDISPUTED in fact.statement.according_to
    return seen and span in (fact.certain if request.certain else fact.possible)


def _path(scene: Scene, made: Layout, i: int, certain: bool) -> Path:
    line = scene.lines[i]
    family = next(f for f in FAMILIES if f.id == line.family)
    (x, y), (u, v) = made.places[line.source], made.places[line.target]
    if line.source == line.target:
        above = y - made.boxes[line.source].above
        return Path(f"M{x - 10} {above}C{x - 40} {above - 50} {x + 40} {above - 50} {x + 10} {above}", family, certain, False)
    cx, cy = via((x, y), (u, v), made.curves[line.key])
    head = bool(family.head) and line.directed
    start, end = (x, y), (u, v)
    if head:
        end = _border(end, (cx, cy), made, line.target)
    return Path(f"M{start[0]} {start[1]}Q{round(cx)} {round(cy)} {end[0]} {end[1]}", family, certain, head)


def _border(end: tuple[int, int], towards: tuple[float, float], made: Layout, name: str) -> tuple[int, int]:
    """Where the straight way from the control point meets the target's shape."""
    box = made.boxes[name]
    dx, dy = towards[0] - end[0], towards[1] - end[1]
    half_width, half_height = (box.width / 2, box.above) if box.above == box.below else (SYMBOL + 2, SYMBOL + 2)
    scale = min(half_width / abs(dx) if dx else 9e9, half_height / abs(dy) if dy else 9e9, 1.0)
    return round(end[0] + dx * scale), round(end[1] + dy * scale)


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


def _row(resolved: Resolved, relations: Mapping[str, Relation], fact: Fact) -> Row:
    s, records = fact.statement, resolved.records
    marks = {"disputed": s.id in resolved.disputed, "derived": s.derived_from is not None}
    notes = [s.status.value, s.wording.value, *(mark for mark, so in marks.items() if so)]
    cells = []
    for piece in s.evidence:
        source = records.by_id.get(piece.source)
        url = safe_url(clean(source.url or "")) if isinstance(source, Source) else ""
        cells.append(Cell(clean(records.label(piece.source)), clean(words.where(piece)), url))
    return Row(
        id=s.id,
        when=clean(words.when(records, s)),
        subject=clean(records.label(s.subject)),
        relation=clean(relations[s.relation].label) if s.relation in relations else s.relation,
        object=clean(records.label(s.object)),
        holders=", ".join(clean(records.label(h)) for h in s.according_to),
        notes=", ".join(notes),
        sources=tuple(cells),
    )
