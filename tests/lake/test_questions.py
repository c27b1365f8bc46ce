"""What DuckDB answers of Parquet is what the index answers of the same statements, and a look at every row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.graph import Graph
from kg.index import Extent, Row, Speakers
from kg.lake import Lake, open_lake
from kg.model.bounds import Bounds, bounds
from kg.model.period import Period
from tests.index.cases import Case
from tests.index.naive import Naive
from tests.lake.shipped import answers
from tests.lake.tables import Told, check_all_questions, written

SIDES = st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.sampled_from([1, 1, -1]), min_size=10, max_size=40)
YEAR = Period.parse("2000")


def lake(folder: str | Path, rows: Iterable[Row]) -> Lake:
    """The rows, to be asked of DuckDB."""
    return open_lake(str(written(Path(folder) / "some.parquet", rows, {})), "duckdb")


def row(name: str, subject: str, object_: str, sign: int = 1, when: str = "2000") -> Row:
    return Row(name, f"actor/{subject}", "friendlyTo", f"actor/{object_}", sign, True, (), None, bounds(when))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32), many=st.integers(1, 40))
def test_every_question_is_answered_as_a_look_at_every_row_answers_it(seed: int, many: int) -> None:
    told = Told(Case(seed, many))
    with TemporaryDirectory() as folder:
        check_all_questions(open_lake(str(told.written(Path(folder) / "some.parquet")), "duckdb"), told)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(SIDES)
def test_triangles_of_many_sides_are_those_found_by_trying_every_three(signs: dict[tuple[int, int], int]) -> None:
    rows = [row(f"s{a}-{b}", f"a{a}", f"a{b}", sign) for (a, b), sign in signs.items()]
    with TemporaryDirectory() as folder:
        assert lake(folder, rows).triangles(YEAR) == Naive(rows, Speakers([])).triangles(YEAR)


def test_the_shipped_corpus_answers_as_its_index(shipped: Graph, exported: Path) -> None:
    assert answers(kg.load(exported, engine="duckdb")) == answers(shipped.index)


def test_the_views_of_the_shipped_corpus_differ(shipped: Graph) -> None:
    found = answers(shipped.index)
    assert len({found[name] for name in found if name.startswith("holding")}) == 8


def test_days_at_both_ends_of_the_calendar_are_as_written(tmp_path: Path) -> None:
    rows = [row("first", "a", "b", when="../0410"), row("last", "a", "b", when="1999/..")]
    assert lake(tmp_path, rows).extent("a") == Extent(date(1, 1, 1), date(9999, 12, 31))


def test_an_entity_that_no_statement_names_has_no_answers(tmp_path: Path) -> None:
    some = lake(tmp_path, [row("one", "a", "b")])
    assert (some.extent("c"), some.neighbours("c", YEAR), some.history("a", "c").ids()) == (None, (), ())


def test_no_statements_give_no_answers_but_every_year(tmp_path: Path) -> None:
    none = lake(tmp_path, [])
    assert (none.holding(YEAR).ids(), none.pairs(YEAR), none.triangles(YEAR)) == ((), (), (0, 0, 0, 0))
    assert none.change(YEAR, YEAR) == ((), (), (), ())
    assert none.counts(1999, 2000) == ((1999, 0, 0, 0), (2000, 0, 0, 0))
    assert none.counts(2000, 1999) == ()


def test_statements_are_an_expression_to_go_on_with(tmp_path: Path) -> None:
    held = lake(tmp_path, [row("one", "a", "b"), row("two", "c", "d"), row("three", "a", "d", when="2001")]).holding(YEAR)
    assert len(held) == 2
    assert held.table.filter(held.table.subject == "a").count().to_pyarrow().as_py() == 1


def test_a_view_with_hundreds_of_spokesmen_is_answered(tmp_path: Path) -> None:
    day = [date(2000, 1, 1) + timedelta(n) for n in range(300)]
    members = [Row(f"m{n:04}", f"actor/p{n}", "memberOf", "actor/a", 0, True, ("q",), None, Bounds(d, d, d, d)) for n, d in enumerate(day)]
    views = [Row(f"v{n:04}", "actor/x", "k", "actor/y", 1, True, (f"p{n}",), day[n + n % 2], bounds("1990")) for n in range(299)]
    path = written(tmp_path / "some.parquet", [*members, *views], {member.id: "a" for member in members})
    said = open_lake(str(path), "duckdb").holding(Period.parse("1990"), as_seen_by="a").ids()
    assert said == tuple(f"v{n:04}" for n in range(0, 299, 2))
