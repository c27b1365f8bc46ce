"""What an export holds of a graph."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.errors import UnknownName, UsageError
from kg.exports.selection import Selection
from kg.graph import Graph
from kg.model.conflicts import Conflict
from kg.model.records import Record
from kg.model.references import references
from kg.query.scope import Scope


def ids(records: Iterable[Record]) -> set[str]:
    return {record.id for record in records}


def test_without_options_it_is_everything(small: Graph) -> None:
    selection = Selection(small)
    assert selection.resolved is small.records
    assert ids(selection.held) == set(small.records.statements)


def test_a_day_holds_its_statements_and_what_they_refer_to(small: Graph) -> None:
    selection = Selection(small, Scope(on="1931-10-01"))
    assert ids(selection.held) == {"reign", "reign--leads"}
    assert set(selection.resolved.records.by_id) == {
        "reign", "early", "firefly", "head-of-freedonia", "freedonia", "press", "gazette",
    }  # fmt: skip
    assert set(selection.resolved.bounds) == {"reign", "reign--leads", "early"}


def test_a_view_leaves_out_what_others_hold(small: Graph) -> None:
    seen = Selection(small, Scope(era="late", as_seen_by="firefly"))
    assert ids(seen.held) == {"ball--firefly--trentino--met", "reign", "reign--leads", "sanctions"}
    assert "distrust" not in seen.resolved.statements


def test_what_only_possibly_holds_is_no_longer_there_when_certainty_is_asked(small: Graph) -> None:
    assert "friendly" in ids(Selection(small, Scope(on="1931-03-15")).held)
    assert "friendly" not in ids(Selection(small, Scope(on="1931-03-15", certain=True)).held)


@pytest.mark.parametrize("scope", [Scope(on="2016-07-08"), Scope(during="2019", certain=True), Scope(as_seen_by="russia")])
def test_nothing_in_it_points_outside(shipped: Graph, scope: Scope) -> None:
    resolved = Selection(shipped, scope).resolved
    there = {*resolved.records.by_id, *resolved.statements}
    named = {name.partition("/")[0] for r in resolved.records.by_id.values() for _, name, _ in references(r) if name}
    assert 100 < len(there) < len(shipped.records.records.by_id)
    assert named - there == set()


def test_a_conflict_stays_where_all_that_it_disputes_stays(shipped: Graph) -> None:
    resolved = Selection(shipped, Scope(during="2018/2019")).resolved
    there = {*resolved.records.by_id, *resolved.statements}
    kept = ids(resolved.records.of(Conflict))
    assert kept == {c.id for c in shipped.records.records.of(Conflict) if c.disputed_records <= there}
    assert 0 < len(kept) < len(list(shipped.records.records.of(Conflict)))


def test_names_that_are_not_known_are_refused(small: Graph) -> None:
    with pytest.raises(UnknownName, match="no era 'lat'; nearest: late"):
        Selection(small, Scope(era="lat"))
    with pytest.raises(UnknownName, match="no actor 'fire'"):
        Selection(small, Scope(as_seen_by="fire"))
    with pytest.raises(UsageError, match="--certain says more of"):
        Selection(small, Scope(certain=True))
