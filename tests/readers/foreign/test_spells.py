"""Runs of events become relations: held against a plain enumeration of the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model.bounds import bounds
from kg.model.relations import Relation
from kg.readers.foreign.runs import Rule
from kg.readers.foreign.spells import Joined, join
from kg.readers.foreign.statements import Line, StatementTable

KINDS = {name: Relation(name=name, label=name, symmetric=name == "alliedWith") for name in ("alliedWith", "praises")}
DAY = date(2014, 1, 1)


def event(number: int, when: str, ends: str = "ab", relation: str = "praises", **more: Any) -> Line:
    common = {"according_to": (), "said": None, "status": "actual", "negated": False, "polarity": None, "quantities": ()}
    return Line(f"t-{number:06d}", ends[0], relation, ends[1], when, "t", number, **(common | more))


def joined(folder: Path, lines: Sequence[Line], rule: Rule) -> tuple[dict[str, list[Mapping[str, Any]]], Joined]:
    """The rows of each table by its name."""
    with StatementTable(folder / "events.parquet") as table:
        for line in lines:
            table.add(line)
    tables, told = join(table, "t", KINDS, rule)
    return {name: pyarrow.parquet.read_table(each.path).to_pylist() if each.rows else [] for name, each in tables.items()}, told


def short(row: Mapping[str, Any]) -> tuple[str, str, str, str, list[int]]:
    return row["id"], row["subject"], row["object"], row["when"], [piece["row"] for piece in row["evidence"]]


def test_days_are_joined_while_no_more_than_the_gap_lies_between(tmp_path: Path) -> None:
    days = ["2014-01-01", "2014-01-12", "2014-01-24", "2014-03-01"]
    found, told = joined(tmp_path, [event(number, day) for number, day in enumerate(days, 1)], Rule(gap=10, least=2))
    assert [short(row) for row in found["t-spells"]] == [("t-000001", "a", "b", "2014-01-01/2014-01-12", [1, 2])]
    assert [short(row) for row in found["t"]] == [("t-000003", "a", "b", "2014-01-24", [3]), ("t-000004", "a", "b", "2014-03-01", [4])]
    assert told == Joined(2, 1, 2, Rule(10, 2))


def test_years_in_a_row_are_one_relation_and_a_year_left_out_ends_it(tmp_path: Path) -> None:
    found, _ = joined(tmp_path, [event(year, str(year)) for year in (1951, 1949, 1950, 1953, 1954)], Rule())
    assert [short(row)[3:] for row in found["t-spells"]] == [("1949/1951", [1949, 1950, 1951]), ("1953/1954", [1953, 1954])]
    assert found["t"] == []


def test_of_a_symmetric_kind_the_pair_is_unordered(tmp_path: Path) -> None:
    lines = [event(1, "2014-01-02", "ba", "alliedWith"), event(2, "2014-01-01", "ab", "alliedWith"), event(3, "2014-01-02", "ba")]
    found, _ = joined(tmp_path, lines, Rule())
    assert [short(row) for row in found["t-spells"]] == [("t-000002", "a", "b", "2014-01-01/2014-01-02", [2, 1])]
    assert [short(row) for row in found["t"]] == [("t-000003", "b", "a", "2014-01-02", [3])]


@pytest.mark.parametrize(
    "unlike",
    [{"relation": "alliedWith"}, {"according_to": ("c",)}, {"said": "2014"}, {"status": "planned"}, {"negated": True}, {"polarity": 1}],
)
def test_what_differs_in_more_than_its_time_is_not_joined(tmp_path: Path, unlike: dict[str, Any]) -> None:
    found, told = joined(tmp_path, [event(1, "2014-01-01"), event(2, "2014-01-02", **unlike)], Rule())
    assert (len(found["t"]), found["t-spells"], told.left) == (2, [], 2)


def test_what_lasts_or_is_vague_stays_as_it_is(tmp_path: Path) -> None:
    texts = ["2014-01-01/2014-01-02", "2014~", "201X", "2014-21", "[2014..2015]", "2014/", "2014-01", "2014-02"]
    found, _ = joined(tmp_path, [event(number, text) for number, text in enumerate(texts, 1)], Rule())
    assert [row["when"] for row in found["t"]] == texts[:-2]
    assert [short(row)[3:] for row in found["t-spells"]] == [("2014-01/2014-02", [7, 8])]


def test_where_nothing_is_an_event_nothing_is_joined(tmp_path: Path) -> None:
    found, told = joined(tmp_path, [event(1, "2014~"), event(2, "2014/")], Rule(least=1))
    assert ([row["when"] for row in found["t"]], found["t-spells"], told) == (["2014~", "2014/"], [], Joined(0, 0, 2, Rule(least=1)))


def test_a_relation_keeps_what_its_events_share(tmp_path: Path) -> None:
    shared: dict[str, Any] = {"according_to": ("c", "d"), "said": "2014", "status": "planned"}
    found, _ = joined(tmp_path, [event(1, "2014", **shared), event(2, "2014", **shared)], Rule())
    assert found["t-spells"] == [
        {
            "id": "t-000001",
            "subject": "a",
            "relation": "praises",
            "object": "b",
            "when": "2014",
            "evidence": [{"source": "t", "row": 1}, {"source": "t", "row": 2}],
            "according_to": ["c", "d"],
            "said": "2014",
            "status": "planned",
            "negated": False,
            "polarity": None,
            "quantities": None,
        }
    ]


DRAWN = st.tuples(st.integers(0, 40), st.sampled_from(["ab", "ba", "ac"]), st.sampled_from(sorted(KINDS)), st.sampled_from([4, 7, 10]))


def enumerated(lines: Sequence[Line], rule: Rule) -> set[frozenset[int]]:
    """The rows of each run by the rule as it is told: sorted by time, cut where too much lies between."""

    def pair(line: Line) -> tuple[object, ...]:
        ends = (line.subject, line.object)
        return (line.relation, len(line.when), *(sorted(ends) if KINDS[line.relation].symmetric else ends))

    def between(one: Line, next: Line) -> int:
        return (bounds(next.when).earliest_begin - bounds(one.when).latest_end).days - 1

    runs: list[list[Line]] = []
    for _, group in groupby(sorted(lines, key=lambda line: (pair(line), line.when, line.row)), key=pair):
        runs.append([])
        for line in group:
            if runs[-1] and between(runs[-1][-1], line) > rule.gap:
                runs.append([])
            runs[-1].append(line)
    return {frozenset(line.row for line in run) for run in runs if len(run) >= rule.least}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(DRAWN, min_size=1, max_size=25), st.integers(0, 12), st.integers(1, 3))
def test_runs_are_those_of_the_rule(tmp_path: Path, drawn: list[tuple[int, str, str, int]], gap: int, least: int) -> None:
    rule = Rule(gap, least)
    lines = [event(n, (DAY + timedelta(days * 20)).isoformat()[:size], ends, kind) for n, (days, ends, kind, size) in enumerate(drawn, 1)]
    found, told = joined(tmp_path, lines, rule)
    runs = enumerated(lines, rule)
    assert {frozenset(piece["row"] for piece in row["evidence"]) for row in found["t-spells"]} == runs
    assert sorted(row["evidence"][0]["row"] for row in found["t"]) == sorted({line.row for line in lines} - set().union(*runs))
    assert (told.events, told.spells, told.left) == (sum(map(len, runs)), len(runs), len(found["t"]))
    for row in found["t-spells"]:
        span = [bounds(lines[piece["row"] - 1].when) for piece in row["evidence"]]
        whole = bounds(row["when"])
        assert (whole.earliest_begin, whole.latest_end) == (min(b.earliest_begin for b in span), max(b.latest_end for b in span))
        assert row["id"] == lines[row["evidence"][0]["row"] - 1].id
