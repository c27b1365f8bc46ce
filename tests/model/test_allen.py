"""Allen's relations, held against every begin and end that two spans admit."""

from __future__ import annotations

import pytest
from hypothesis import given

from kg.model.allen import Allen, allen
from kg.model.bounds import bounds
from tests.model.enumeration import ENUMERATED, Raw, Span, bounded, raws, spans

CONVERSE = {
    Allen.BEFORE: Allen.AFTER,
    Allen.MEETS: Allen.MET_BY,
    Allen.OVERLAPS: Allen.OVERLAPPED_BY,
    Allen.FINISHED_BY: Allen.FINISHES,
    Allen.CONTAINS: Allen.DURING,
    Allen.STARTS: Allen.STARTED_BY,
    Allen.EQUALS: Allen.EQUALS,
}
CONVERSE |= {there: here for here, there in CONVERSE.items()}
ENDS_OF = {(-1, -1): Allen.OVERLAPS, (-1, 0): Allen.FINISHED_BY, (-1, 1): Allen.CONTAINS}
STARTS_WITH = {(0, -1): Allen.STARTS, (0, 0): Allen.EQUALS, (0, 1): Allen.STARTED_BY}
STARTS_IN = {(1, -1): Allen.DURING, (1, 0): Allen.FINISHES, (1, 1): Allen.OVERLAPPED_BY}


def between(a: Span, b: Span) -> Allen:
    """Allen's definitions for the half-open spans of real time that the days fill."""
    (a_start, a_stop), (b_start, b_stop) = (a[0], a[1] + 1), (b[0], b[1] + 1)
    if a_stop <= b_start:
        return Allen.MEETS if a_stop == b_start else Allen.BEFORE
    if b_stop <= a_start:
        return Allen.MET_BY if b_stop == a_start else Allen.AFTER
    signs = ((a_start > b_start) - (a_start < b_start), (a_stop > b_stop) - (a_stop < b_stop))
    return (ENDS_OF | STARTS_WITH | STARTS_IN)[signs]


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("2014-05-01/2014-05-08", Allen.AFTER),
        ("2014-05-01/2014-05-09", Allen.MET_BY),
        ("2014-05-01/2014-05-10", Allen.OVERLAPPED_BY),
        ("2014-05-01/2014-05-14", Allen.FINISHES),
        ("2014-05-01/2014-05-15", Allen.DURING),
        ("2014-05-10/2014-05-13", Allen.STARTED_BY),
        ("2014-05-10/2014-05-14", Allen.EQUALS),
        ("2014-05-10/2014-05-15", Allen.STARTS),
        ("2014-05-11/2014-05-13", Allen.CONTAINS),
        ("2014-05-11/2014-05-14", Allen.FINISHED_BY),
        ("2014-05-14/2014-05-15", Allen.OVERLAPS),
        ("2014-05-15/2014-05-20", Allen.MEETS),
        ("2014-05-16/2014-05-20", Allen.BEFORE),
    ],
)
def test_two_spans_of_known_days_stand_in_one_relation(other: str, relation: Allen) -> None:
    assert allen(bounds("2014-05-10/2014-05-14"), bounds(other)) == {relation}


def test_the_thirteen_are_named_as_in_owl_time() -> None:
    assert sorted(relation.value for relation in Allen) == sorted(
        "interval" + name
        for name in (
            *("Before", "After", "Meets", "MetBy", "Overlaps", "OverlappedBy", "Starts", "StartedBy"),
            *("During", "Contains", "Finishes", "FinishedBy", "Equals"),
        )
    )


@ENUMERATED
@given(raws(6), raws(6))
def test_two_vague_spans_stand_in_every_relation_that_some_days_of_theirs_do(a: Raw, b: Raw) -> None:
    assert allen(bounded(a), bounded(b)) == {between(x, y) for x in spans(a) for y in spans(b)}


@ENUMERATED
@given(raws(12), raws(12))
def test_the_other_way_round_every_relation_is_its_converse(a: Raw, b: Raw) -> None:
    assert allen(bounded(b), bounded(a)) == {CONVERSE[relation] for relation in allen(bounded(a), bounded(b))}


def test_a_span_of_known_days_equals_itself_and_a_vague_one_need_not() -> None:
    assert allen(bounds("2014-05-10"), bounds("2014-05-10")) == {Allen.EQUALS}
    assert allen(bounds("2014-05"), bounds("2014-05")) == set(Allen)


def test_open_ends_reach_the_ends_of_the_calendar() -> None:
    assert allen(bounds("../2014-05-03"), bounds("2014-05-04/..")) == {Allen.MEETS}
    assert allen(bounds("../2014-05-03"), bounds("2014-05-05/..")) == {Allen.BEFORE}
    assert allen(bounds("2014-05-03/.."), bounds("2014-05-03/..")) == {Allen.STARTS, Allen.EQUALS, Allen.STARTED_BY}
