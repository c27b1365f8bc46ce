"""Allen's thirteen relations between spans of whole days, for spans known only within bounds."""

from __future__ import annotations

from enum import StrEnum
from itertools import product

from kg.model.bounds import Bounds

__all__ = ["Allen", "allen"]


class Allen(StrEnum):
    """Named as in OWL-Time. Days are discrete: *meets* is "ends the day before the other begins"."""

    BEFORE = "intervalBefore"
    MEETS = "intervalMeets"
    OVERLAPS = "intervalOverlaps"
    FINISHED_BY = "intervalFinishedBy"
    CONTAINS = "intervalContains"
    STARTS = "intervalStarts"
    EQUALS = "intervalEquals"
    STARTED_BY = "intervalStartedBy"
    DURING = "intervalDuring"
    FINISHES = "intervalFinishes"
    OVERLAPPED_BY = "intervalOverlappedBy"
    MET_BY = "intervalMetBy"
    AFTER = "intervalAfter"


# Points of the system: 0 is the calendar's zero, then a's begin and end, b's begin and end.
_ZERO, _AB, _AE, _BB, _BE = range(5)
_Rule = tuple[int, int, int]  # (i, j, d): point i is at least d days after point j
_HALF: dict[Allen, tuple[_Rule, ...]] = {
    Allen.BEFORE: ((_BB, _AE, 2),),
    Allen.MEETS: ((_BB, _AE, 1), (_AE, _BB, -1)),
    Allen.OVERLAPS: ((_BB, _AB, 1), (_AE, _BB, 0), (_BE, _AE, 1)),
    Allen.FINISHED_BY: ((_BB, _AB, 1), (_AE, _BE, 0), (_BE, _AE, 0)),
    Allen.CONTAINS: ((_BB, _AB, 1), (_AE, _BE, 1)),
    Allen.STARTS: ((_AB, _BB, 0), (_BB, _AB, 0), (_BE, _AE, 1)),
    Allen.EQUALS: ((_AB, _BB, 0), (_BB, _AB, 0), (_AE, _BE, 0), (_BE, _AE, 0)),
}
_CONVERSE = {
    Allen.BEFORE: Allen.AFTER,
    Allen.MEETS: Allen.MET_BY,
    Allen.OVERLAPS: Allen.OVERLAPPED_BY,
    Allen.FINISHED_BY: Allen.FINISHES,
    Allen.CONTAINS: Allen.DURING,
    Allen.STARTS: Allen.STARTED_BY,
}
_SWAP = {_AB: _BB, _AE: _BE, _BB: _AB, _BE: _AE}
_RULES = _HALF | {there: tuple((_SWAP[i], _SWAP[j], d) for i, j, d in _HALF[here]) for here, there in _CONVERSE.items()}


def allen(a: Bounds, b: Bounds) -> frozenset[Allen]:
    """Every relation in which the two spans may stand; certain where it is only one.

    >>> from kg.model.bounds import bounds
    >>> sorted(allen(bounds("2013-05-01/2013-05-03"), bounds("2013-05-04/2013-05-09")))
    [<Allen.MEETS: 'intervalMeets'>]
    """
    common = [*_within(_AB, _AE, a), *_within(_BB, _BE, b)]
    return frozenset(name for name, rules in _RULES.items() if _satisfiable([*common, *rules]))


def _within(begin: int, end: int, span: Bounds) -> list[_Rule]:
    return [
        (begin, _ZERO, span.earliest_begin.toordinal()),
        (_ZERO, begin, -span.latest_begin.toordinal()),
        (end, _ZERO, span.earliest_end.toordinal()),
        (_ZERO, end, -span.latest_end.toordinal()),
        (end, begin, 0),
    ]


def _satisfiable(rules: list[_Rule]) -> bool:
    """Whether differences of five points can meet all rules: no cycle of positive length."""
    far = [[0 if i == j else -(10**9) for j in range(5)] for i in range(5)]
    for i, j, d in rules:
        far[i][j] = max(far[i][j], d)
    for k, i, j in product(range(5), repeat=3):
        far[i][j] = max(far[i][j], far[i][k] + far[k][j])
    return all(far[i][i] <= 0 for i in range(5))
