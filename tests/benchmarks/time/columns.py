"""The floor: sorted numpy columns asked by hand; and the index beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from kg.index import Index, Pair, Speakers, Triangles, measures
from kg.model.period import Period
from tests.benchmarks.time.asked import Engine, Ints, Invented

__all__ = ["Floor", "Ours"]


class Floor(Engine):
    """What a careful person would write for one question at a time, with begin, end, ends and sign as sorted columns."""

    name = "numpy floor"

    def __init__(self, data: Invented) -> None:
        c = data.columns
        order = np.argsort(c.earliest_begin, kind="stable")
        self.data, self.order = data, order
        self.begin, self.end = c.earliest_begin[order], c.latest_end[order]
        self.subject, self.object, self.kind, self.sign = c.subject[order], c.object[order], c.kind[order], c.sign[order]
        self.names, self.kinds = np.array(c.paths, object), np.array(c.kinds, object)
        self.place = np.argsort(order)
        ends = np.concatenate([self.subject, self.object])
        by_actor = np.argsort(ends, kind="stable")
        self.of = (by_actor % len(order)).astype(np.int64)
        self.first_of = np.searchsorted(ends[by_actor], np.arange(len(self.names) + 1))
        self.years = np.array([date(year, 1, 1).toordinal() for year in range(data.first, data.last + 2)])

    def one(self) -> list[Any]:
        at = self.place[self.data.one]
        return [(self.names[self.subject[at]], self.kinds[self.kind[at]], self.names[self.object[at]])]

    def neighbours(self) -> list[Any]:
        of = self.of[self.first_of[self.data.actor] : self.first_of[self.data.actor + 1]]
        of = of[(self.begin[of] <= self.data.day) & (self.end[of] >= self.data.day)]
        other = np.where(self.subject[of] == self.data.actor, self.object[of], self.subject[of])
        key, count = np.unique(other * 3 + self.sign[of] + 1, return_counts=True)
        return list(zip(self.names[key // 3].tolist(), (key % 3 - 1).tolist(), count.tolist(), strict=True))

    def _on(self, first: int, last: int) -> Ints:
        begun = int(np.searchsorted(self.begin, last, side="right"))
        return np.flatnonzero(self.end[:begun] >= first)

    def day(self) -> Ints:
        return self._on(self.data.day, self.data.day)

    def rows(self) -> list[Any]:
        held = self.day()
        columns = (self.names[self.subject[held]], self.kinds[self.kind[held]], self.names[self.object[held]])
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def pairs(self) -> tuple[Ints, Ints]:
        held = self._on(*self.data.era)
        low, high = np.minimum(self.subject[held], self.object[held]), np.maximum(self.subject[held], self.object[held])
        return np.unique((low.astype(np.int64) * len(self.names) + high) * 3 + self.sign[held] + 1, return_counts=True)

    def pair_rows(self) -> list[Any]:
        key, count = self.pairs()
        pair, sign = key // 3, key % 3 - 1
        a, b = self.names[pair // len(self.names)].tolist(), self.names[pair % len(self.names)].tolist()
        return list(zip(a, b, sign.tolist(), count.tolist(), strict=True))

    def triangles(self) -> list[Any]:
        held, size = self.day(), len(self.names)
        key = np.maximum(self.subject[held], self.object[held]).astype(np.int64) * size + np.minimum(self.subject[held], self.object[held])
        sign = self.sign[held]
        good, bad = np.unique(key[sign > 0]), np.unique(key[sign < 0])
        side = np.setxor1d(good, bad, assume_unique=True)
        is_bad = np.isin(side, bad, assume_unique=True).astype(np.int64)
        high, low = np.divmod(side, size)  # from the rarer actor: those of few statements have the high numbers
        many = np.searchsorted(high, high, side="right") - np.arange(len(side)) - 1
        one = np.repeat(np.arange(len(side)), many)
        two = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)
        wanted = low[two] * size + low[one]
        at = np.minimum(np.searchsorted(side, wanted), len(side) - 1)
        closed = side[at] == wanted
        return [tuple(np.bincount((is_bad[one] + is_bad[two] + is_bad[at])[closed], minlength=4).tolist())]

    def counts(self) -> list[Any]:
        begin = np.maximum(np.searchsorted(self.years, self.begin, side="right") - 1, 0)
        end = np.minimum(np.searchsorted(self.years, self.end, side="right") - 1, len(self.years) - 2)
        size = 3 * len(self.years)
        begun, ended = np.bincount(begin * 3 + self.sign + 1, minlength=size), np.bincount((end + 1) * 3 + self.sign + 1, minlength=size)
        counts = np.cumsum((begun - ended).reshape(-1, 3), axis=0)[:-1].tolist()
        return [(self.data.first + i, sign, n) for i, year in enumerate(counts) for sign, n in zip((-1, 0, 1), year, strict=True)]


class Ours(Engine):
    """`kg.index`."""

    name = "index"

    def __init__(self, data: Invented) -> None:
        self.data = data
        self.index = Index.of([data.columns], Speakers([]), {})
        self.on = Period(*(date.fromordinal(data.day),) * 2)
        self.era = Period(*map(date.fromordinal, data.era))
        self.actor = data.columns.paths[data.actor].partition("/")[2]

    def neighbours(self) -> list[Any]:
        return _signed(((n.name,), n[1:]) for n in self.index.neighbours(self.actor, self.on))

    def day(self) -> Ints:
        return self.index.holding(self.on).places

    def rows(self) -> list[Any]:
        return self.index.holding(self.on).triples()

    def pairs(self) -> measures.Pairs:
        return measures.by_pair(self.index.columns, self.index.holding(self.era).places)

    def pair_rows(self) -> tuple[Pair, ...]:
        return self.index.pairs(self.era)

    def triangles(self) -> list[Triangles]:
        return [self.index.triangles(self.on)]

    def counts(self) -> list[Any]:
        return _signed(((count.year,), count[1:]) for count in self.index.counts(self.data.first, self.data.last))


def _signed(counted: Any) -> list[Any]:
    return [(*what, sign, n) for what, counts in counted for sign, n in zip((1, -1, 0), counts, strict=True)]
