"""More holders than seats."""

from __future__ import annotations

import pytest

from kg.model.records import Record
from kg.model.rules import Problem
from kg.model.statements import Statement
from kg.model.vocabulary import ConflictKind, Status
from tests.model.build import CITED, conflict, faults, office, person, source, state, statement

WORLD = (state("freedonia"), source("gazette"), office("seat", "freedonia"), *map(person, ("chico", "gloria", "rufus")))


def held(name: str, who: str, when: str, **more: object) -> Statement:
    return statement(name, f"{who} holdsOffice seat", when, evidence=CITED, **more)


def why(day: str, *others: str, seats: str = "1 seat") -> str:
    who = ", ".join(others)
    return f"seat has {seats}, and on {day} it is held by {who} too: a predecessor's last day is the day before the successor's first"


FIRST = held("first", "rufus", "2013-02-25/2017-03-09")


@pytest.mark.parametrize("when", ["2017-03-10/2020", "2017/2020", "2017-03/2020", "2010/2013-02-24", "2017-03-09~/2020-01-01"])
def test_holders_after_each_other_are_no_problem(when: str) -> None:
    assert faults(*WORLD, FIRST, held("second", "gloria", when)) == []


def test_a_successor_who_begins_on_the_last_day_is_told_of_the_predecessor() -> None:
    assert faults(*WORLD, FIRST, held("second", "gloria", "2017-03-09/2020")) == [Problem("second", "when", why("2017-03-09", "rufus"))]


@pytest.mark.parametrize(
    ("when", "broken", "day", "other"),
    [
        ("2014-05-03", "second", "2014-05-03", "rufus"),
        ("2013-02-25/2017-03-09", "second", "2013-02-25", "rufus"),
        ("2012-01-01/2018", "first", "2013-02-25", "gloria"),
        ("2013-02-25/2013-02-25", "second", "2013-02-25", "rufus"),
    ],
)
def test_of_two_holders_on_a_day_the_one_who_came_later_is_told(when: str, broken: str, day: str, other: str) -> None:
    assert faults(*WORLD, FIRST, held("second", "gloria", when)) == [Problem(broken, "when", why(day, other))]


def test_one_who_holds_an_office_by_two_statements_is_one_holder() -> None:
    assert faults(*WORLD, FIRST, held("second", "rufus", "2014")) == []


@pytest.mark.parametrize("more", [{"negated": True}, *({"status": status} for status in Status if status is not Status.ACTUAL)])
def test_only_those_count_who_did_hold_it(more: dict[str, object]) -> None:
    assert faults(*WORLD, FIRST, held("second", "gloria", "2014-05-03", **more)) == []


def test_other_relations_to_an_office_are_not_held_against_it() -> None:
    assert faults(*WORLD, FIRST, statement("second", "gloria criticises seat", "2014-05-03", evidence=CITED)) == []


def test_rivals_whom_a_conflict_names_may_hold_one_seat() -> None:
    rivals: tuple[Record, ...] = (FIRST, held("second", "gloria", "2014-05-03"))
    named = conflict("rivalry", "first", "second", kind=ConflictKind.IDENTITY)
    assert faults(*WORLD, *rivals, named) == []
    other = conflict("rivalry", "first", "gloria", kind=ConflictKind.IDENTITY)
    assert faults(*WORLD, *rivals, other) == [Problem("second", "when", why("2014-05-03", "rufus"))]


def test_a_third_beside_rivals_is_one_too_many_for_both() -> None:
    rivals = FIRST, held("second", "gloria", "2014-05-03"), conflict("rivalry", "first", "second", kind=ConflictKind.IDENTITY)
    third = held("third", "chico", "2014-05-03")
    assert faults(*WORLD, *rivals, third) == [Problem("third", "when", why("2014-05-03", "gloria", "rufus"))]


def test_an_office_of_two_seats_has_room_for_two() -> None:
    world = *(record for record in WORLD if record.id != "seat"), office("seat", "freedonia", seats=2)
    second, third = held("second", "gloria", "2014"), held("third", "chico", "2014-05-03")
    assert faults(*world, FIRST, held("second", "gloria", "2014-01-01/2014-12-31")) == []
    assert faults(*world, FIRST, second, third) == []
    problem = Problem("third", "when", why("2014-05-03", "gloria", "rufus", seats="2 seats"))
    assert faults(*world, FIRST, held("second", "gloria", "2014-01-01/2014-12-31"), third) == [problem]


def test_a_holder_whose_date_does_not_exist_is_told_of_that_alone() -> None:
    problem = Problem("second", "when", "no day 2014-02-29: 2014-02 has days 01 to 28")
    assert faults(*WORLD, FIRST, held("second", "gloria", "2014-02-29")) == [problem]
