"""Lines of the still drawing, and the marks on those that sources dispute."""

from __future__ import annotations

import re

from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import page
from kg.views.boxes import Box
from kg.views.drawn import Curve, Mark, marks_on
from kg.views.request import PageRequest

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


def drawn(made: bytes) -> str:
    found = re.search(r'<figure id="still">.*?</figure>', made.decode(), re.DOTALL)
    assert found
    return found[0]
