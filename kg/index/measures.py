"""What is counted over columns: statements by pair, by neighbour and by year, and signed triangles. Numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.index.columns import Columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Ints = NDArray[np.int64]

__all__ = ["Pairs", "Turned", "by_neighbour", "by_pair", "by_year", "distinct", "triangles", "triples", "turned"]

_WEDGES = 1 << 22  # that are looked at together: 100 MB of memory
_CYCLE, _CYCLE_YEARS = 146_097, 400  # days of so many years in the calendar


class Pairs(NamedTuple):
    """Pairs of entities, ``a`` before ``b``, sorted, each with its direct statements by sign."""

    a: Ints
    b: Ints
    friendly: Ints
    unfriendly: Ints
    other: Ints

    @property
    def side(self) -> Ints:
        """1 where a pair has friendly statements and no unfriendly ones, -1 the other way round, else 0."""
        return (self.friendly > 0).astype("int64") - (self.unfriendly > 0)


class Turned(NamedTuple):
    """Pairs whose side was one and is the other."""

    a: Ints
    b: Ints
    before: Ints
    after: Ints


def triples(columns: Columns, places: Places, symmetric: Sequence[bool], entities: int) -> tuple[Ints, Ints, Ints]:
    """Subject, kind and object of the direct statements at these places, each triple once, sorted; symmetric kinds both ways round."""
    import numpy as np

    places = places[columns.direct[places]]
    subject, kind, object_ = (column[places].astype(np.int64) for column in (columns.subject, columns.kind, columns.object))
    both = np.array(symmetric, bool)[kind]
    key = distinct(
        np.concatenate([
            (subject * len(symmetric) + kind) * entities + object_,
            ((object_ * len(symmetric) + kind) * entities + subject)[both],
        ])
    )  # fmt: skip
    first, last = np.divmod(key, entities)
    return first // len(symmetric), first % len(symmetric), last


def distinct(numbers: NDArray[Any]) -> NDArray[Any]:
    """Each number once, sorted. `numpy.unique` would import much that nothing here needs."""
    import numpy as np

    ordered = np.sort(numbers)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def by_pair(columns: Columns, places: Places) -> Pairs:
    """The direct statements at these places by pair, whichever way round; those about oneself join no pair."""
    import numpy as np

    places = places[columns.direct[places]]
    subject, object_ = columns.subject[places], columns.object[places]
    low, high = np.minimum(subject, object_).astype(np.int64), np.maximum(subject, object_)
    key = (low << 32 | high) * 4 + columns.sign[places] + 1
    key = np.sort(key[subject != object_])
    pair = key >> 2
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    pair, group = pair[first], np.repeat(np.arange(len(first)), np.diff(first, append=len(key)))
    counts = np.bincount(group * 3 + (key & 3), minlength=3 * len(first)).reshape(-1, 3)
    return Pairs(pair >> 32, pair & 0xFFFFFFFF, counts[:, 2], counts[:, 0], counts[:, 1])


def by_neighbour(columns: Columns, places: Places, entity: int) -> tuple[Ints, Ints]:
    """Who stands at the other end of an entity's direct statements at these places; and how many, a row each, unfriendly first."""
    import numpy as np

    places = places[columns.direct[places]]
    subject = columns.subject[places].astype(np.int64)
    other = np.where(subject == entity, columns.object[places], subject)
    sign = columns.sign[places][other != entity]
    names, group = np.unique(other[other != entity], return_inverse=True)
    return names, np.bincount(group * 3 + sign + 1, minlength=3 * len(names)).reshape(-1, 3)


def by_year(columns: Columns, places: Places | slice, first: int, last: int, *, certain: bool) -> Ints:
    """How many of the direct statements at these places hold at some time in each year: a row a year, unfriendly first."""
    import numpy as np

    begin, end = (columns.latest_begin, columns.earliest_end) if certain else (columns.earliest_begin, columns.latest_end)
    direct = columns.direct[places]
    start = np.maximum(_years(begin[places]), first) - first
    stop = np.minimum(_years(end[places]), last) - first
    counted = direct & (start <= stop)
    sign, size = columns.sign[places][counted] + 1, 3 * (last - first + 2)
    begun = np.bincount(start[counted] * 3 + sign, minlength=size)
    ended = np.bincount(stop[counted] * 3 + (sign + 3), minlength=size)
    counts: Ints = np.cumsum((begun - ended).reshape(-1, 3), axis=0)[:-1]
    return counts


def _years(days: NDArray[np.integer]) -> NDArray[np.int32]:
    """The year of each ordinal day; numpy's own calendar takes ten times as long."""
    import numpy as np

    day = days.astype(np.int32) - 1
    year = day * np.int32(_CYCLE_YEARS) // np.int32(_CYCLE) + 1  # counted from 0: the right one, or the one after
    year -= day < year * 365 + year // 4 - year // 100 + year // 400
    return year + np.int32(1)


def triangles(pairs: Pairs, entities: int) -> tuple[int, int, int, int]:
    """How many triangles of sides have no, one, two and three unfriendly ones."""
    import numpy as np

    side = pairs.side
    low, high, bad = pairs.a[side != 0], pairs.b[side != 0], side[side != 0] < 0
    degree = np.bincount(np.concatenate([low, high]), minlength=entities)
    turn = (degree[low] > degree[high]) | ((degree[low] == degree[high]) & (low > high))
    low, high = np.where(turn, high, low), np.where(turn, low, high)  # from the entity of fewer sides: no hub has many then
    order = np.lexsort((high, low))
    low, high, bad = low[order], high[order], bad[order].astype(np.int64)
    key, found = low * entities + high, np.zeros(4, np.int64)
    for one, two in _wedges(low):
        third = np.minimum(high[one], high[two]), np.maximum(high[one], high[two])
        for a, b in (third, third[::-1]):
            place = np.searchsorted(key, wanted := a * entities + b)
            closed = key[np.minimum(place, len(key) - 1)] == wanted
            found += np.bincount((bad[one] + bad[two])[closed] + bad[place[closed]], minlength=4)
    none, single, double, triple = found.tolist()
    return none, single, double, triple


def _wedges(low: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Every two sides that begin at the same entity, as places, some at a time."""
    import numpy as np

    end = np.searchsorted(low, low, side="right")
    many = end - np.arange(len(low)) - 1
    cuts = np.searchsorted(np.cumsum(many), np.arange(_WEDGES, many.sum() + _WEDGES, _WEDGES), side="left") + 1
    for part in np.split(np.arange(len(low)), cuts[:-1]) if len(low) else ():
        one = np.repeat(part, many[part])
        yield one, one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(many[part]) - many[part], many[part])


def turned(before: Pairs, after: Pairs, entities: int) -> Turned:
    """The pairs that are a side in both, of another sign."""
    import numpy as np

    keys = [pairs.a * entities + pairs.b for pairs in (before, after)]
    _, one, two = np.intersect1d(keys[0], keys[1], assume_unique=True, return_indices=True)
    was, now = before.side[one], after.side[two]
    changed = was * now < 0
    return Turned(before.a[one][changed], before.b[one][changed], was[changed], now[changed])
