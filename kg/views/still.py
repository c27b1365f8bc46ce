"""The page without script: a drawing and a table of the span shown first, as plain data for the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model.entities import Source
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED
from kg.views import words
from kg.views.boxes import SYMBOL, clean, reach
from kg.views.curves import Place, control_points
from kg.views.entries import safe_url
from kg.views.layout import Layout
from kg.views.request import PageRequest
from kg.views.scene import Fact, Scene
from kg.views.style import FAMILIES, KINDS, Family

__all__ = ["Cell", "Path", "Row", "Shape", "Still", "still_of"]

_ENTITIES, _LINES, _ROWS = 60, 120, 300
_STEPS = 100  # places tried along a line for its head


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
    """The drawing and the table of one span; so many statements ``more`` are only in the page with script."""

    box: tuple[int, int, int, int]
    paths: tuple[Path, ...]
    shapes: tuple[Shape, ...]
    rows: tuple[Row, ...]
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
    certain = {f.line for f in facts if span in f.certain}
    return Still(
        box=(left - 12, top - 12, right - left + 24, bottom - top + 24),
        paths=tuple(_path(scene, made, i, i in certain) for i in lines),
        shapes=tuple(_shape(scene, made, name) for name in names),
        rows=tuple(_row(resolved, relations, fact) for fact in facts[:_ROWS]),
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


def _path(scene: Scene, made: Layout, i: int, certain: bool) -> Path:
    line = scene.lines[i]
    family = next(f for f in FAMILIES if f.id == line.family)
    if line.source == line.target:
        x, above = made.places[line.source][0], made.places[line.source][1] - made.boxes[line.source].above
        return Path(f"M{x - 10} {above}C{x - 40} {above - 50} {x + 40} {above - 50} {x + 10} {above}", family, certain, False)
    a, b = sorted((line.source, line.target))
    reaches = reach(made.boxes[a]), reach(made.boxes[b])
    points = control_points(made.places[a], made.places[b], made.spines[a, b], made.lanes[line.key], *reaches)
    head = bool(family.head) and line.directed
    path = points if line.source == a else points[::-1]
    start, *rest = (f"{round(x)} {round(y)}" for x, y in (_outside(path, made, line.target) if head else path))
    return Path(f"M{start}C{' '.join(rest)}", family, certain, head)


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
