"""Lines of the still drawing, and the marks on those that sources dispute."""

from __future__ import annotations

import re

from kg.model.dated import When
from kg.model.entities import Actor, Policy, Source
from kg.model.records import Record
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import PolicyKind
from kg.views import page
from kg.views.boxes import Box
from kg.views.drawn import Curve, Mark, marks_on
from kg.views.request import PageRequest
from tests.views.invented import passage, request_for, resolved_of

STRAIGHT = Curve(((0, 0), (30, 0), (60, 0), (90, 0)))


def test_a_part_of_a_curve_ends_where_it_is_cut() -> None:
    assert STRAIGHT.until(0.5) == Curve(((0, 0), (15, 0), (30, 0), (45, 0)))
    assert STRAIGHT.at(1) == (90, 0)
    assert STRAIGHT.svg == "M0 0C30 0 60 0 90 0"


def test_a_mark_stands_in_the_middle_of_its_line() -> None:
    assert marks_on([STRAIGHT], []) == [Mark(45, 0)]


def test_a_mark_stands_on_no_other_mark_and_on_no_entity() -> None:
    assert marks_on([STRAIGHT, STRAIGHT], []) == [Mark(45, 0), Mark(24, 0)]
    assert marks_on([STRAIGHT], [((45, 0), Box("Here", 20, 9, 9))]) == [Mark(24, 0)]


def test_where_there_is_no_room_a_mark_stands_in_the_middle() -> None:
    assert marks_on([STRAIGHT], [((45, 0), Box("Wide", 400, 9, 9))]) == [Mark(45, 0)]


def test_the_still_drawing_marks_the_lines_that_it_draws_of_disputed_statements(
    resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest
) -> None:
    drawing = drawn(page(resolved, relations, request_of_all))
    assert drawing.count(">?</text>") == 1
    assert "?: sources dispute a statement." in drawing


def test_where_no_actors_stand_to_each_other_the_drawing_is_empty_and_the_page_is_made(
    resolved: Resolved, relations: dict[str, Relation]
) -> None:
    records: dict[str, Record] = {name: each for name, each in resolved.records.by_id.items() if isinstance(each, Actor | Source)}
    records["silence"] = Policy(id="silence", label="Silence", kind=PolicyKind.MEASURE, when=When("2014"))
    fields = {"when": When("2014"), "according_to": ("undisputed",), "evidence": passage(1)}
    records["said"] = Statement(id="said", subject="russia", relation="opposes", object="silence", **fields)  # type: ignore[arg-type]
    drawing = drawn(page(resolved_of(records), relations, request_for()))
    assert "No line: no statement" in drawing
    assert "A double line" not in drawing


def drawn(made: bytes) -> str:
    found = re.search(r'<figure id="still">.*?</figure>', made.decode(), re.DOTALL)
    assert found
    return found[0]
