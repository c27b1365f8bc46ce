"""Which statements hold when, and in whose view."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.dataset import build
from kg.index import Index, Link, Row, index_of
from kg.model.bounds import Bounds, bounds
from kg.model.period import Period


def row(name: str, when: str, *holders: str, said: date | None = date(1932, 1, 1)) -> Row:
    return Row(name, "actor/a", "friendlyTo", "actor/b", True, holders, said, bounds(when))


def names(rows: list[Row]) -> list[str]:
    return [row.id for row in rows]


def test_possibly_and_certainly_differ_where_a_date_is_vague() -> None:
    index = Index([row("sharp", "1931-05-01/1931-05-31"), row("vague", "1931")], [], {})
    may = Period.parse("1931-05")
    assert names(index.holding(may)) == ["sharp", "vague"]
    assert names(index.holding(may, certain=True)) == ["sharp"]


def test_a_view_reaches_a_body_through_memberships_that_certainly_held_when_it_was_voiced() -> None:
    links = [
        Link("actor/writer", "actor/paper", bounds("1930-01-01/1933-12-31")),
        Link("actor/paper", "actor/party", bounds("1931/1932")),
        Link("actor/party", "actor/state", bounds("1931-01-01/1932-12-31")),
    ]
    index = Index([], links, {})
    assert index.viewers(["actor/writer"], date(1931, 6, 1)) == {"actor/writer", "actor/paper"}
    assert index.viewers(["actor/writer"], date(1932, 1, 1)) == {"actor/writer", "actor/paper", "actor/party", "actor/state"}
    assert index.viewers(["actor/writer"], None) == {"actor/writer"}


def test_members_of_each_other_end_the_search() -> None:
    always = bounds("0001-01-01/9999-12-31")
    index = Index([], [Link("actor/a", "actor/b", always), Link("actor/b", "actor/a", always)], {})
    assert index.viewers(["actor/a"], date(1931, 1, 1)) == {"actor/a", "actor/b"}


def test_what_is_undisputed_is_in_every_view() -> None:
    index = Index([row("fact", "1931"), row("view", "1931", "actor/a")], [], {})
    assert names(index.holding(Period.parse("1931"), as_seen_by="actor/b")) == ["fact"]


def test_the_index_comes_back_from_the_cache_as_it_was(freedonia: Path) -> None:
    index = index_of(build([freedonia]).resolved)
    again = Index.from_json(index.to_json())
    assert (again.rows, again.links, again.eras) == (index.rows, index.links, index.eras)


def test_rows_say_what_is_direct_and_whose_view_it_is(freedonia: Path) -> None:
    rows = {row.id: row for row in index_of(build([freedonia]).resolved).rows}
    assert {name for name, row in rows.items() if not row.direct} == {"denied", "planned"}
    assert rows["friendly"].holders == ("actor/firefly",)
    assert rows["sanctions"].holders == ()
    assert rows["reign--leads"] == Row(
        "reign--leads", "actor/firefly", "leads", "actor/freedonia", True, (), date(1933, 2, 1),
        Bounds(date(1931, 1, 1), date(1931, 1, 1), date(1933, 12, 31), date(1933, 12, 31)),
    )  # fmt: skip
