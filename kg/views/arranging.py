"""The order in which all find their places: states, the much linked, the others shown at first; then, around them, the hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.model.entities import Actor
from kg.views.anchors import HEIGHT, WIDTH, anchored
from kg.views.ground import Ground
from kg.views.improving import mend, settle, shake
from kg.views.margin import around
from kg.views.placing import put
from kg.views.plan import GAP, Plan
from kg.views.routing import draw, route

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["arrange"]

_WEAK = 4  # who has no more neighbours than that may give way, a state too
_LINKED = 3  # who has so many neighbours, or more, is much linked
_SWEEPS = 3  # so often the much linked look for a place, as each changes what is best for the others
_ROUNDS = 8  # of mending, at most
_TRIED = 3  # places tried in earnest
_MARGIN, _WIDE_MARGIN = 40, 1000  # of ground around the world, while none and then when all of the hidden are placed
_SAMPLES, _RIM = 64, 8  # points on a cable, and world units by which it may leave the world
_CAREFUL = 250  # where more pairs are shown, each unit is placed once, and nothing is tried in earnest


def arrange(plan: Plan) -> None:
    """Give every unit its place and every pair its spine."""
    import numpy as np

    ground = Ground(plan, _MARGIN)
    _anchor(plan)
    shown_pairs = plan.weight >= 1
    links = np.bincount(plan.ends[shown_pairs].ravel(), minlength=len(plan.units))
    linked, others = _order(plan, links)
    careful = shown_pairs.sum() <= _CAREFUL
    for unit in linked * (_SWEEPS if careful else 1):
        put(plan, unit)
    _route(plan, ground, plan.ready())
    for unit in others:
        if careful:
            settle(plan, ground, unit, _TRIED)
        else:
            put(plan, unit)
    _route(plan, ground, plan.ready())
    weak = [*others, *np.flatnonzero(plan.shown & (links <= _WEAK)).tolist()]
    if careful:
        _mend(plan, ground, weak, {*weak, *linked})
    else:
        _call_in(plan, ground)
    around(plan, np.flatnonzero(~plan.placed).tolist())
    ground = Ground(plan, _WIDE_MARGIN)
    for p in np.flatnonzero(shown_pairs).tolist():
        draw(plan, ground, p)
    _route(plan, ground, np.flatnonzero(~shown_pairs))


def _mend(plan: Plan, ground: Ground, weak: list[int], movable: set[int]) -> None:
    """Rounds in which those change their places who are concerned where a cable runs through a third entity."""
    for k in range(_ROUNDS):
        if k:
            shake(plan, ground, movable, _TRIED + k)
        if not mend(plan, ground, movable if k else weak, _TRIED + k):
            break


def _call_in(plan: Plan, ground: Ground) -> None:
    """Lead those cables anew that leave the world, now that all stand: the camera shows no more than it."""
    import numpy as np

    rows = plan.ready()
    points = plan.paths(rows, _SAMPLES)
    out = ((points < -_RIM) | (points > np.array([WIDTH, HEIGHT]) + _RIM)).any(axis=(1, 2))
    ground.strict = True
    _route(plan, ground, rows[out])


def _route(plan: Plan, ground: Ground, rows: NDArray[Any]) -> None:
    ground.build()
    route(plan, ground, rows.tolist())


def _order(plan: Plan, links: NDArray[Any]) -> tuple[list[int], list[int]]:
    """Those shown at first who have no place yet: the much linked, leaders first; and the others, those seen with most lines first."""
    movable = [u for u in range(len(plan.units)) if plan.shown[u] and not plan.placed[u]]
    linked = [u for u in movable if links[u] >= _LINKED]
    others = [u for u in movable if links[u] < _LINKED]
    seen = plan.matters[plan.weight >= 1].sum(axis=0).round()
    linked.sort(key=lambda u: (u not in plan.homes, -plan.strength_of(u), plan.units[u]))
    # Who knows only those that wait too comes last.
    lonely = {u for u in others if {int(v) for v in plan.ends[(plan.ends == u).any(axis=1)].ravel()} <= set(others)}
    others.sort(key=lambda u: (u in lonely, -seen[u], plan.units[u]))
    return linked, others


def _anchor(plan: Plan) -> None:
    """Put the states on their anchors, unless somebody stands there."""
    nodes = plan.scene.nodes
    states = [n.entity for n in nodes.values() if n.kind == "state" and n.shown and isinstance(n.entity, Actor)]
    for name, (x, y) in anchored(sorted(states, key=lambda s: (-nodes[s.id].strength, s.id))).items():
        u, at = plan.unit_of[name], plan.place[plan.placed]
        spot = x, y
        beside = abs(spot[0] - at[:, 0]) < plan.half[plan.placed] + plan.half[u] + GAP
        level = abs(spot[1] - at[:, 1]) < plan.above[plan.placed] + plan.below[u] + GAP
        if not (beside & level).any():
            plan.place[u], plan.placed[u] = spot, True
