"""Which statements hold when, and in whose view: the same as a look at every row finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.dataset import build, relations
from kg.errors import UnknownName
from kg.index import Extent, Index, Row, Speakers, index_of
from kg.model.bounds import Bounds, bounds
from kg.model.period import Period
from tests.index.cases import Case

DAY = Period.on("1931-05-05")


def row(name: str, when: str, *holders: str, said: date | None = date(1932, 1, 1)) -> Row:
    return Row(name, "actor/a", "friendlyTo", "actor/b", 1, True, holders, said, bounds(when))


def index(*rows: Row) -> Index:
    return Index.of_rows(rows, Speakers([]), {})


def test_possibly_and_certainly_differ_where_a_date_is_vague() -> None:
    known = index(row("sharp", "1931-05-01/1931-05-31"), row("vague", "1931"))
    may = Period.parse("1931-05")
    assert known.holding(may).ids() == ("sharp", "vague")
    assert known.holding(may, certain=True).ids() == ("sharp",)


def test_what_is_undisputed_is_in_every_view() -> None:
    known = index(row("fact", "1931"), row("view", "1931", "a"))
    assert known.holding(Period.parse("1931"), as_seen_by="b").ids() == ("fact",)


def test_rows_say_what_is_direct_and_whose_view_it_is(freedonia: Path) -> None:
    rows = {row.id: row for row in index_of(build([freedonia]).resolved, relations()).rows}
    assert {name for name, row in rows.items() if not row.direct} == {"denied", "planned"}
    assert rows["friendly"].holders == ("firefly",)
    assert rows["sanctions"].holders == ()
    assert rows["reign--leads"] == Row(
        "reign--leads", "actor/firefly", "leads", "actor/freedonia", 0, True, (), date(1933, 2, 1),
        Bounds(date(1931, 1, 1), date(1931, 1, 1), date(1933, 12, 31), date(1933, 12, 31)),
    )  # fmt: skip


def test_an_index_of_nothing_answers_with_nothing() -> None:
    none = index()
    assert len(none.holding(DAY)) == 0
    assert none.holding(DAY).ids() == none.change(DAY, DAY).began == ()
    assert none.pairs(DAY) == ()
    assert none.triangles(DAY) == (0, 0, 0, 0)
    assert none.counts(1931, 1932) == ((1931, 0, 0, 0), (1932, 0, 0, 0))


def test_an_entity_that_no_statement_names_is_unknown() -> None:
    with pytest.raises(UnknownName, match="nobody"):
        index(row("one", "1931")).neighbours("nobody", DAY)


def test_first_and_last_are_the_outermost_days_of_any_statement() -> None:
    known = index(row("one", "1931"), row("two", "1933-05-05/.."))
    assert known.extent("a") == known.extent("b", "a") == Extent(date(1931, 1, 1), date(9999, 12, 31))


def test_a_year_without_statements_is_counted_too() -> None:
    assert index(row("one", "1931-12-31/1932-01-01")).counts(1930, 1933) == (
        (1930, 0, 0, 0),
        (1931, 1, 0, 0),
        (1932, 1, 0, 0),
        (1933, 0, 0, 0),
    )


@pytest.mark.parametrize("seed", range(250))
def test_every_question_is_answered_as_a_look_at_every_row_answers_it(seed: int) -> None:
    case = Case(seed, 1 + seed % 40)
    one, naive = case.index, case.naive
    for _ in range(4):
        asked, entity, other = case.question(), case.entity(), case.entity()
        before, after, first = case.period(), case.period(), 1998 + seed % 4
        assert list(one.holding(**asked._asdict())) == naive.holding(*asked)
        assert one.pairs(**asked._asdict()) == naive.pairs(*asked)
        assert one.triangles(**asked._asdict()) == naive.triangles(*asked)
        assert one.neighbours(entity, **asked._asdict()) == naive.neighbours(entity, *asked)
        assert list(one.history(entity, other).in_time()) == naive.history(entity, other)
        assert one.extent(entity, other) == naive.extent(entity, other)
        assert one.extent(entity) == naive.extent(entity)
        certain, viewer = asked.certain, asked.as_seen_by
        assert one.counts(first, 2002, certain=certain, as_seen_by=viewer) == naive.counts(first, 2002, certain, viewer)
        assert one.change(before, after, certain=certain, as_seen_by=viewer) == naive.change(before, after, certain, viewer)


def test_there_are_enough_triangles_of_every_sign_among_the_random_ones() -> None:
    found = [Case(seed, 40).naive.triangles(Period.parse("2000/2001")) for seed in range(20)]
    assert all(sum(kind) > 3 for kind in zip(*found, strict=True))
