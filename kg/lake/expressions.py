"""The questions of time as expressions over a table of statements, whatever engine runs them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.model.bounds import Bounds
from kg.model.period import Period
from kg.model.statements import UNDISPUTED

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table

    from kg.lake.views import Spokesmen

__all__ = ["between", "direct", "holds", "in_view", "paired", "sides", "signs", "triangles", "turned", "years"]


def holds(rows: Table, period: Period | Bounds, certain: bool) -> BooleanValue:
    """Whether a statement possibly, or certainly, holds at some time in the period: graph.md §3."""
    start, end = _days(period, certain)
    begin, last = (rows.latest_begin, rows.earliest_end) if certain else (rows.earliest_begin, rows.latest_end)
    held = (begin <= end) & (last >= start)
    # What is partitioned by the decade of its earliest begin need not be opened where that comes after the period.
    return held & (rows.decade <= end.year // 10 * 10) if "decade" in rows.columns else held


def _days(period: Period | Bounds, certain: bool) -> tuple[date, date]:
    """The days to hold bounds against: of a vague period the outer ones, or those that it certainly has."""
    if isinstance(period, Period):
        return period.start, period.end
    return (period.latest_begin, period.earliest_end) if certain else (period.earliest_begin, period.latest_end)


def in_view(rows: Table, viewer: str, others: Spokesmen) -> BooleanValue:
    """Whether a statement is undisputed, or the view of the viewer or of one who spoke for him when it was said."""
    import ibis

    holders = rows.according_to
    ways = [
        holders.contains(UNDISPUTED),
        holders.contains(viewer),
        *(
            rows.said_earliest.between(first, last) & (holders.intersect(ibis.array(names)).length() > 0)
            for (first, last), names in others.items()
        ),
    ]
    while len(ways) > 1:  # two and two, since a thousand in a row nest too deep
        ways = [ibis.or_(*ways[i : i + 2]) for i in range(0, len(ways), 2)]
    return ways[0]


def direct(rows: Table) -> Table:
    """Those that are actual and not negated: only they have signs."""
    return rows.filter(rows.status == "actual", ~rows.negated)


def between(rows: Table, a: str, b: str | None = None) -> Table:
    """Those of an entity, or between two, either way round."""
    if b is None:
        return rows.filter((rows.subject == a) | (rows.object == a))
    there, back = (rows.subject == a) & (rows.object == b), (rows.subject == b) & (rows.object == a)
    return rows.filter(there | back)


def paired(rows: Table) -> Table:
    """Those that join two entities, named ``a`` and ``b`` in order, whichever way round."""
    import ibis

    joining = rows.filter(rows.subject != rows.object)
    return joining.mutate(a=ibis.least(joining.subject, joining.object), b=ibis.greatest(joining.subject, joining.object))


def signs(rows: Table, *by: str) -> Table:
    """So many statements of each sign, by the columns named."""
    return rows.group_by(*by).aggregate(
        friendly=rows.count(where=rows.sign > 0), unfriendly=rows.count(where=rows.sign < 0), other=rows.count(where=rows.sign == 0)
    )


def years(rows: Table, first: int, last: int, certain: bool) -> Table:
    """So many statements of each sign by the years, of those asked about, in which they first and last hold."""
    begin, end = (rows.latest_begin, rows.earliest_end) if certain else (rows.earliest_begin, rows.latest_end)
    return signs(rows.mutate(begin=begin.year().clip(lower=first), end=end.year().clip(upper=last)), "begin", "end")


def sides(rows: Table) -> Table:
    """The pairs that are of one sign, with ``sign`` 1 or -1; none that have both, or neither."""
    pairs = signs(paired(rows), "a", "b")
    one = pairs.filter((pairs.friendly > 0) != (pairs.unfriendly > 0))
    return one.select("a", "b", sign=(one.friendly > 0).ifelse(1, -1))


def triangles(drawn: Table) -> Table:
    """So many triangles, ``number``, by how many of their ``sides`` are unfriendly.

    Each side leads from the entity with fewer sides to the one with more, so that few lead away from any, and a triangle
    is found once: from where two of its sides lead away.
    """
    ends = drawn.select(name="a").union(drawn.select(name="b"))
    degrees = ends.group_by("name").aggregate(degree=ends.count())
    known = drawn.join(degrees.rename(a="name", first="degree"), "a").join(degrees.rename(b="name", second="degree"), "b")
    turned = known.first > known.second  # of as many sides, from a, which is before b
    start, end = turned.ifelse(known.b, known.a), turned.ifelse(known.a, known.b)
    led = known.mutate(start=start, end=end, bad=(known.sign < 0).cast("int64"))
    two = led.join(led.select("start", last="end", more="bad"), "start")
    three = two.join(led.select(end="start", last="end", most="bad"), ["end", "last"])
    closed = three.select(sides=three.bad + three.more + three.most)
    return closed.group_by("sides").aggregate(number=closed.count())


def turned(before: Table, after: Table) -> Table:
    """The pairs that are sides of one sign before and of the other after, in order."""
    both = before.rename(before="sign").join(after.rename(after="sign"), ["a", "b"])
    return both.filter(both.before != both.after).select("a", "b", "before", "after").order_by("a", "b")
