"""What a page shows: entities, statements and the lines that bundle them, over all its spans together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import PageError
from kg.index import Index, Row, index_of
from kg.model.bounds import Bounds
from kg.model.entities import Actor, Entity
from kg.model.period import Period
from kg.model.records import folder
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import Status
from kg.views.request import Span
from kg.views.style import FAMILIES, KINDS, family_of

__all__ = ["Fact", "Line", "LineKey", "Node", "Scene", "kind_of", "scene_of", "strongest"]

LineKey = tuple[str, str, str, bool, bool]
_SHOWN = {family.id for family in FAMILIES if family.shown}


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; ``spans`` are those in which some line of it shows, ``strength`` counts its statements."""

    entity: Entity
    kind: str
    spans: frozenset[int]
    strength: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with what time and view-holders make of it; ``line`` is its bundle's place in the scene.

    ``possible`` and ``certain`` are the spans in which it possibly and certainly holds.
    """

    statement: Statement
    line: int
    sign: int
    bounds: Bounds
    possible: tuple[int, ...]
    certain: tuple[int, ...]
    viewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """All statements of one family between two entities, one way round.

    ``real`` lines hold what is actual and not negated; a line that is not ``directed`` holds symmetric kinds.
    The page opens with those ``shown``, in their spans.
    """

    source: str
    target: str
    family: str
    real: bool
    directed: bool
    spans: frozenset[int]
    count: int
    shown: bool

    @property
    def key(self) -> LineKey:
        """What tells the line from all others, in any scene."""
        return self.source, self.target, self.family, self.real, self.directed


@dataclass(frozen=True, slots=True)
class Scene:
    """Nodes by id; lines; statements in the order of their begin."""

    spans: tuple[Span, ...]
    nodes: Mapping[str, Node]
    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]


def scene_of(
    resolved: Resolved, relations: Mapping[str, Relation], spans: tuple[Span, ...], within: Bounds | Period | None = None
) -> Scene:
    """All statements, or those that possibly hold ``within``. Raises `PageError` where there is none."""
    index = index_of(resolved, relations)
    rows = [row for row in index.rows if within is None or row.bounds.possibly(within)]
    if not rows:
        raise PageError(f"no statement holds in {', '.join(span.label for span in spans)}: ask for another era or period")
    rows.sort(key=lambda row: (row.bounds.earliest_begin, row.bounds.latest_end, row.id))
    keyed = [_key(resolved.statements[row.id], relations) for row in rows]
    places = {key: i for i, key in enumerate(sorted(set(keyed)))}
    times = {bounds: _times(bounds, spans) for bounds in {row.bounds for row in rows}}
    facts = tuple(
        _fact(resolved.statements[row.id], relations, places[key], row, times, index) for row, key in zip(rows, keyed, strict=True)
    )
    lines = _lines(resolved, places, facts)
    return Scene(spans, _nodes(resolved, lines), lines, facts)


_Times = Mapping[Bounds, tuple[tuple[int, ...], tuple[int, ...]]]


def _times(bounds: Bounds, spans: tuple[Span, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    possible = tuple(i for i, span in enumerate(spans) if bounds.possibly(span.bounds))
    return possible, tuple(i for i in possible if bounds.certainly(spans[i].bounds))


def _fact(s: Statement, relations: Mapping[str, Relation], line: int, row: Row, times: _Times, index: Index) -> Fact:
    viewers = tuple(sorted(index.speakers.viewers(row.holders, row.said)))
    return Fact(s, line, relations[s.relation].sign(s), row.bounds, *times[row.bounds], viewers)


def strongest(scene: Scene, most: int) -> Scene:
    """The scene of its strongest entities and the lines among them, itself where it has no more; without statements."""
    if len(scene.nodes) <= most:
        return scene
    order = sorted(scene.nodes, key=lambda name: (not scene.nodes[name].shown, -scene.nodes[name].strength, name))
    kept = set(order[:most])
    nodes = {name: node for name, node in scene.nodes.items() if name in kept}
    return Scene(scene.spans, nodes, tuple(line for line in scene.lines if {line.source, line.target} <= kept), ())


def _key(s: Statement, relations: Mapping[str, Relation]) -> LineKey:
    relation = relations[s.relation]
    family = family_of(s.relation, relation.leaning(s), relations)
    directed = not relation.symmetric
    ends = (s.subject, s.object) if directed else (min(s.subject, s.object), max(s.subject, s.object))
    return (*ends, family, s.status is Status.ACTUAL and not s.negated, directed)


def _lines(resolved: Resolved, keys: Mapping[LineKey, int], facts: Iterable[Fact]) -> tuple[Line, ...]:
    spans: list[set[int]] = [set() for _ in keys]
    counts = [0] * len(keys)
    for fact in facts:
        spans[fact.line].update(fact.possible)
        counts[fact.line] += 1
    return tuple(Line(*key, frozenset(spans[i]), counts[i], _shown(resolved, key)) for key, i in keys.items())


def _shown(resolved: Resolved, key: LineKey) -> bool:
    source, target, family, real, _ = key
    return real and family in _SHOWN and all(KINDS[kind_of(_entity(resolved, end))].shown for end in (source, target))


def _nodes(resolved: Resolved, lines: Iterable[Line]) -> dict[str, Node]:
    spans: dict[str, set[int]] = {}
    strength: dict[str, int] = {}
    shown: set[str] = set()
    for line in lines:
        for end in {line.source, line.target}:
            spans.setdefault(end, set()).update(line.spans)
            strength[end] = strength.get(end, 0) + line.count
            if line.shown:
                shown.add(end)
    made = {}
    for name in sorted(spans):
        entity = _entity(resolved, name)
        made[name] = Node(entity, kind_of(entity), frozenset(spans[name]), strength[name], name in shown)
    return made


def _entity(resolved: Resolved, name: str) -> Entity:
    entity = resolved.records.by_id[name]
    assert isinstance(entity, Entity)
    return entity


def kind_of(entity: Entity) -> str:
    """The look of an entity: a key of `KINDS`."""
    kind = entity.kind.value if isinstance(entity, Actor) else folder(entity)
    return kind if kind in KINDS else "organisation"
