"""Parquet to be asked about time: the questions of the index, answered by an engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.index import Change, Count, Extent, Link, Neighbour, Pair, Triangles, Turn
from kg.lake import expressions as ask
from kg.lake.engines import fetched, opened
from kg.lake.views import spokesmen
from kg.model.bounds import Bounds
from kg.model.period import Period

if TYPE_CHECKING:
    from ibis.expr.types import Table

__all__ = ["Lake", "Selected", "open_lake"]

_BOUNDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
_COLUMNS = {"id", "subject", "object", "sign", "status", "negated", "according_to", "said_earliest", "speaks_for", *_BOUNDS}


def open_lake(path: str, engine: str) -> Lake:
    """What ``kg export parquet`` wrote, to be asked of ``duckdb``, ``spark://HOST:PORT`` or ``spark://local[N]``.

    ``path`` names a file, a folder or is a glob; an address such as ``s3://…`` goes to the engine as it is.
    Raises `FileError`, `UsageError`, and `StoreError` where this is not such Parquet.
    """
    table = opened(path, engine)
    if missing := sorted(_COLUMNS.difference(table.columns)):
        raise StoreError(f"{path}: no column {', '.join(missing)}: ask what `kg export parquet` has written")
    return Lake(table)


class Selected:
    """Some statements. ``table`` is an expression of ibis, to go on with: nothing is fetched before it is asked for."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __len__(self) -> int:
        (count,) = fetched(self.table.aggregate(count=self.table.count()))["count"].to_pylist()
        return int(count)

    def ids(self) -> tuple[str, ...]:
        """Their ids, in order."""
        return self._ordered("id")

    def in_time(self) -> tuple[str, ...]:
        """Their ids, by earliest begin."""
        return self._ordered("earliest_begin", "id")

    def _ordered(self, *by: str) -> tuple[str, ...]:
        return tuple(fetched(self.table.order_by(*by).select("id"))["id"].to_pylist())


class Lake:
    """Statements in Parquet, one a row, to be asked about time; entities and view-holders are named by their ids.

    Everywhere ``certain`` asks for what certainly holds in a period, else for what possibly does, and ``as_seen_by`` for what
    is that holder's view or undisputed. Signs are those of statements that are actual and not negated.
    An entity that no statement names has no answers: to know that it is unknown would take another look at everything.
    Questions raise `StoreError` where the engine can't answer.
    """

    def __init__(self, table: Table) -> None:
        self.table = table

    def holding(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> Selected:
        """The statements that hold at some time in the period."""
        return Selected(self._holding(period, certain, as_seen_by))

    def history(self, a: str, b: str) -> Selected:
        """The statements between two entities, either way round, whenever they hold."""
        return Selected(ask.between(self.table, a, b))

    def neighbours(
        self, entity: str, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None
    ) -> tuple[Neighbour, ...]:
        """With whom an entity has statements, by id."""
        rows = ask.between(self._direct(period, certain, as_seen_by), entity)
        named = rows.mutate(name=(rows.subject == entity).ifelse(rows.object, rows.subject))
        others = named.filter(named.name != entity)
        return tuple(Neighbour(*cells) for cells in _cells(ask.signs(others, "name").order_by("name")))

    def pairs(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> tuple[Pair, ...]:
        """Every two entities that statements join, by their ids."""
        found = ask.signs(ask.paired(self._direct(period, certain, as_seen_by)), "a", "b")
        return tuple(Pair(*cells) for cells in _cells(found.order_by("a", "b")))

    def triangles(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> Triangles:
        """How many triangles hold, by the number of their unfriendly sides."""
        found = dict(_cells(ask.triangles(ask.sides(self._direct(period, certain, as_seen_by)))))
        return Triangles(*(found.get(sides, 0) for sides in range(4)))

    def counts(self, first: int, last: int, *, certain: bool = False, as_seen_by: str | None = None) -> tuple[Count, ...]:
        """How many statements hold at some time in each year from the first to the last."""
        if first > last:
            return ()
        asked = Period(date(first, 1, 1), date(last, 12, 31))
        spans = _cells(ask.years(self._direct(asked, certain, as_seen_by), first, last, certain))
        return tuple(_count(year, spans) for year in range(first, last + 1))

    def extent(self, a: str, b: str | None = None) -> Extent | None:
        """The first and the last day on which any statement of an entity, or of two, may hold; none without any."""
        rows = ask.between(self.table, a, b)
        ((first, last),) = _cells(rows.aggregate(first=rows.earliest_begin.min(), last=rows.latest_end.max()))
        return None if first is None else Extent(first, last)

    def change(self, before: Period | Bounds, after: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> Change:
        """What is there in one period and not in the other, what in both, and which pairs turned."""
        seen = self._seen(as_seen_by)
        held = seen.select("id", then=ask.holds(seen, before, certain), now=ask.holds(seen, after, certain))
        split: dict[tuple[bool, bool], list[str]] = {}
        for name, then, now in _cells(held.filter(held.then | held.now).order_by("id")):
            split.setdefault((then, now), []).append(name)
        began, ended, kept = (tuple(split.get(key, ())) for key in ((False, True), (True, False), (True, True)))
        old, new = (ask.sides(self._direct(period, certain, as_seen_by)) for period in (before, after))
        return Change(began, ended, kept, tuple(Turn(*cells) for cells in _cells(ask.turned(old, new))))

    def _holding(self, period: Period | Bounds, certain: bool, viewer: str | None) -> Table:
        seen = self._seen(viewer)
        return seen.filter(ask.holds(seen, period, certain))

    def _direct(self, period: Period | Bounds, certain: bool, viewer: str | None) -> Table:
        return ask.direct(self._holding(period, certain, viewer))

    def _seen(self, viewer: str | None) -> Table:
        return self.table if viewer is None else self.table.filter(ask.in_view(self.table, viewer, spokesmen(viewer, self._links)))

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        """Who speaks for whom: few of many statements, so they are kept here."""
        rows = self.table.filter(self.table.speaks_for.notnull())
        return tuple(Link(member, body, Bounds(*days)) for member, body, *days in _cells(rows.select("subject", "speaks_for", *_BOUNDS)))


def _cells(asked: Table) -> list[tuple[Any, ...]]:
    """The rows, each as its cells in the order of the columns."""
    return list(zip(*(column.to_pylist() for column in fetched(asked).columns), strict=True))


def _count(year: int, spans: Sequence[tuple[int, ...]]) -> Count:
    held = [signs for begin, end, *signs in spans if begin <= year <= end]
    return Count(year, *map(sum, zip((0, 0, 0), *held, strict=True)))
