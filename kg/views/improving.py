"""Ends lines through third entities: whoever has part in one moves, round by round, until none is left or none helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.views.placing import put, ranked
from kg.views.plan import Plan
from kg.views.routing import route, through

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["improve"]

_ROUNDS = 3  # at most: the first that does not help is the last
_MANY = 12  # where more units than that are concerned, a round costs more than it mends
_TRIED = 4  # places tried in earnest
_LAST = 2
_FEW = 8  # so few units are worth mending even where only lines hidden at first are concerned
_Kept = tuple[Any, Any]


def improve(plan: Plan, movable: list[int]) -> None:
    """Place all that may move, first those shown at first, so that those hidden at first are in nobody's way."""
    shown = [unit for unit in movable if plan.shown[unit]]
    _place(plan, shown)
    best, least = _kept(plan), _score(plan)
    for done in range(_ROUNDS):
        concerned = _concerned(plan, shown)
        if least[0] == 0 or (done and len(concerned) > _MANY):
            break
        _yield_way(plan, concerned)
        route(plan, plan.shown_lines())
        _mend(plan, _concerned(plan, shown))
        if (score := _score(plan)) >= least:
            break
        best, least = _kept(plan), score
    _restore(plan, best)
    plan.whole = True
    hidden = [unit for unit in movable if not plan.shown[unit]]
    _place(plan, hidden)
    route(plan)
    _yield_way(plan, hidden)
    route(plan)
    for weight in (1.0,) * _LAST + (0.0,) * _LAST:
        if 0 < len(rest := _concerned(plan, movable, weight)) <= _FEW:
            _mend(plan, rest)


def _place(plan: Plan, units: list[int]) -> None:
    for unit in units:
        put(plan, unit)
    route(plan, plan.shown_lines())


def _score(plan: Plan) -> tuple[int, float]:
    """How many lines shown at first run through somebody; then how bent they are."""
    rows = plan.shown_lines()
    crossing = through(plan, rows, slice(None)) & (plan.matters[rows] >= 1)
    return int(crossing.sum()), round(float(abs(plan.curve[plan.shown_lines()]).sum()), 6)


def _mend(plan: Plan, units: list[int]) -> None:
    for unit in units:
        _try_places(plan, unit)


def _yield_way(plan: Plan, units: list[int]) -> None:
    for unit in units:
        put(plan, unit)
        route(plan, plan.lines_of(unit))


def _concerned(plan: Plan, movable: list[int], least: float = 1.0) -> list[int]:
    """Those who stand in a line's way or at the end of such a line, where it matters so much."""
    import numpy as np

    rows = plan.in_play()
    crossing: NDArray[Any] = through(plan, rows, slice(None)) & (plan.matters[rows] >= least)
    part: set[int] = set(np.flatnonzero(crossing.any(axis=0)).tolist())
    part |= set(plan.ends[rows[crossing.any(axis=1)]].ravel().tolist())
    return [unit for unit in movable if unit in part]


def _try_places(plan: Plan, unit: int) -> None:
    """Move the unit to that of its best places which, tried in earnest, leaves least in the way; or to none."""
    import numpy as np

    best, own, rows = _kept(plan), plan.lines_of(unit), plan.in_play()
    now, crossing, matters = best, through(plan, rows, slice(None)), plan.matters[rows]
    mine = np.searchsorted(rows, own)
    least = round(float((crossing * matters).sum()), 6)
    for spot in ranked(plan, unit)[:_TRIED]:
        plan.place[unit] = spot
        route(plan, own)
        crossing[mine] = through(plan, own, slice(None))
        crossing[:, [unit]] = through(plan, rows, [unit])
        found = round(float((crossing * matters).sum()), 6)
        if found < least:
            best, least = _kept(plan), found
        _restore(plan, now)
    _restore(plan, best)


def _kept(plan: Plan) -> _Kept:
    return plan.place.copy(), plan.curve.copy()


def _restore(plan: Plan, kept: _Kept) -> None:
    place: NDArray[Any]
    place, curve = kept
    plan.place[:], plan.curve[:] = place, curve
