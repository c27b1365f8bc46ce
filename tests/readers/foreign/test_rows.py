"""Every line is in exactly one row, however its quotes stand."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.foreign.lines import LONGEST
from kg.readers.foreign.rows import Row, rows

CELL = st.text(st.sampled_from('ab," \n\t'), max_size=6)


def told(text: str, delimiter: str = ",", quoted: bool = True) -> list[tuple[int, list[str] | str]]:
    """Line and cells, or the reason why there are none."""
    return [(row.line, row.why or row.cells) for row in rows(iter(text.split("\n")), delimiter, quoted)]


def test_cells_hold_what_is_quoted() -> None:
    assert told('a,"b, ""c""\nd"\n,') == [(1, ["a", 'b, "c"\nd']), (3, ["", ""])]


def test_a_quote_that_does_not_close_costs_one_line() -> None:
    assert told('a,"b\nc,d\ne,f') == [(1, "quotes that do not pair"), (2, ["c", "d"]), (3, ["e", "f"])]


def test_quotes_amid_a_cell_are_letters_and_do_not_swallow_what_is_between() -> None:
    assert told('a "x,b\nc,d\ne "y,f') == [(1, ['a "x', "b"]), (2, ["c", "d"]), (3, ['e "y', "f"])]


def test_where_nothing_is_quoted_a_quote_is_a_letter() -> None:
    assert told('a"\tb\n\tc', "\t", quoted=False) == [(1, ['a"', "b"]), (2, ["", "c"])]


def test_empty_and_endless_lines_say_so() -> None:
    assert told("\n" + "x" * (LONGEST + 1) + "\n  ") == [
        (1, "an empty row"),
        (2, "a line of more than 1,048,576 characters"),
        (3, "an empty row"),
    ]


@given(st.lists(st.lists(CELL, min_size=2, max_size=3).filter(lambda cells: any(cell.strip() for cell in cells)), max_size=5))
def test_what_the_standard_library_writes_comes_back(table: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    found = list(rows(iter(text.getvalue().split("\n")[:-1]), ",", quoted=True))
    assert [row.cells for row in found] == table


@given(st.lists(st.text(st.sampled_from('ab," '), max_size=8), max_size=12))
def test_every_line_is_in_exactly_one_row(lines: list[str]) -> None:
    found: list[Row] = list(rows(iter(lines), ",", quoted=True))
    assert "\n".join(row.raw for row in found) == "\n".join(lines)
    starts = [row.line for row in found] + [len(lines) + 1]
    assert [b - a for a, b in pairwise(starts)] == [row.raw.count("\n") + 1 for row in found]


@pytest.mark.parametrize("count", [999, 1_000])
def test_a_cell_of_a_thousand_lines_is_the_longest(count: int) -> None:
    text = 'a,"' + "\n" * count + '"'
    assert (told(text)[0][1] == "quotes that do not pair") == (count == 1_000)
