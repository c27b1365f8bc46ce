"""The questions of the index answered row by row, as anybody would write them: its oracle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from kg.index import Change, Count, Extent, Neighbour, Pair, Row, Speakers, Triangles, Turn
from kg.model.bounds import Bounds
from kg.model.period import Period

__all__ = ["Naive"]


class Naive:
    """Rows, and who speaks for whom; questions and answers are those of `kg.index.Index`."""

    def __init__(self, rows: Iterable[Row], speakers: Speakers) -> None:
        self.rows, self.speakers = sorted(rows, key=lambda row: row.id), speakers

    def holding(self, period: Period | Bounds, certain: bool = False, as_seen_by: str | None = None) -> list[Row]:
        held = [row for row in self.rows if row.bounds.holds(period, certain)]
        return [row for row in held if as_seen_by is None or self.speakers.is_view_of(as_seen_by, row.holders, row.said)]

    def pairs(self, period: Period | Bounds, certain: bool = False, as_seen_by: str | None = None) -> tuple[Pair, ...]:
        signs: dict[tuple[str, str], list[int]] = {}
        for row in self.holding(period, certain, as_seen_by):
            a, b = sorted(map(_id, (row.subject, row.object)))
            if row.direct and a != b:
                signs.setdefault((a, b), []).append(row.sign)
        return tuple(Pair(*pair, *_counted(signs[pair])) for pair in sorted(signs))

    def neighbours(
        self, entity: str, period: Period | Bounds, certain: bool = False, as_seen_by: str | None = None
    ) -> tuple[Neighbour, ...]:
        found = [pair for pair in self.pairs(period, certain, as_seen_by) if entity in pair[:2]]
        return tuple(sorted(Neighbour(pair.b if pair.a == entity else pair.a, *pair[2:]) for pair in found))

    def triangles(self, period: Period | Bounds, certain: bool = False, as_seen_by: str | None = None) -> Triangles:
        sides, counts = _sides(self.pairs(period, certain, as_seen_by)), [0, 0, 0, 0]
        for a, b, c in combinations(sorted({name for pair in sides for name in pair}), 3):
            closed = [sides.get(pair) for pair in ((a, b), (a, c), (b, c))]
            if None not in closed:
                counts[closed.count(-1)] += 1
        return Triangles(*counts)

    def history(self, a: str, b: str) -> list[str]:
        found = [row for row in self.rows if sorted(map(_id, (row.subject, row.object))) == sorted((a, b))]
        return [row.id for row in sorted(found, key=lambda row: (row.bounds.earliest_begin, row.id))]

    def counts(self, first: int, last: int, certain: bool = False, as_seen_by: str | None = None) -> tuple[Count, ...]:
        years = ((year, Period(date(year, 1, 1), date(year, 12, 31))) for year in range(first, last + 1))
        held = ((year, self.holding(period, certain, as_seen_by)) for year, period in years)
        return tuple(Count(year, *_counted([row.sign for row in rows if row.direct])) for year, rows in held)

    def extent(self, a: str, b: str | None = None) -> Extent | None:
        ends = ((row.bounds, sorted(map(_id, (row.subject, row.object)))) for row in self.rows)
        found = [bounds for bounds, both in ends if (a in both if b is None else both == sorted((a, b)))]
        if not found:
            return None
        return Extent(min(each.earliest_begin for each in found), max(each.latest_end for each in found))

    def change(self, before: Period, after: Period, certain: bool = False, as_seen_by: str | None = None) -> Change:
        was, now = ({row.id for row in self.holding(each, certain, as_seen_by)} for each in (before, after))
        old, new = (_sides(self.pairs(each, certain, as_seen_by)) for each in (before, after))
        turned = (Turn(*pair, old[pair], new[pair]) for pair in sorted(old) if pair in new and old[pair] != new[pair])
        return Change(tuple(sorted(now - was)), tuple(sorted(was - now)), tuple(sorted(now & was)), tuple(turned))


def _id(path: str) -> str:
    return path.partition("/")[2]


def _counted(signs: list[int]) -> tuple[int, int, int]:
    return signs.count(1), signs.count(-1), signs.count(0)


def _sides(pairs: Iterable[Pair]) -> dict[tuple[str, str], int]:
    return {(p.a, p.b): 1 if p.friendly else -1 for p in pairs if bool(p.friendly) != bool(p.unfriendly)}
