"""A statement stands in the file named for its parties, in the order in which things began."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.readers.conftest import Case

SAID = "statements/freedonia--sylvania.yaml"


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("object: sylvania", "object: trentino", "freedonia--trentino.yaml"),
        ("subject: freedonia", "subject: trentino", "trentino--sylvania.yaml"),
        ("object: sylvania", "object: tariff-of-1931", "freedonia.yaml"),
    ],
)
def test_a_statement_outside_its_file_is_told_where_it_belongs(case: Case, old: str, new: str, right: str) -> None:
    case.swap(SAID, old, new)
    assert case.faults() == [f"{SAID}:1: belongs in statements/{right}: a file holds the statements of one subject and object"]


def test_a_statement_about_what_is_no_actor_stands_in_the_file_of_its_subject(case: Case) -> None:
    case.add(
        "statements/sylvania.yaml",
        "- id: sylvania-opposes-tariff\n  subject: sylvania\n  relation: opposes\n  object: tariff-of-1931\n  when: 1931\n"
        "  according-to: [sylvania]\n  evidence:\n    - {source: firefly-1933, paragraph: 5, chars: 225-257}\n",
    )
    assert case.faults() == []


def test_an_office_held_stands_in_the_file_of_offices(case: Case) -> None:
    (case.folder / "statements/offices.yaml").rename(case.folder / "statements/rufus-firefly.yaml")
    assert case.faults() == [
        "statements/rufus-firefly.yaml:1: belongs in statements/offices.yaml: a file holds the statements of one subject and object"
    ]


def test_a_statement_out_of_order_is_told_at_its_date(case: Case) -> None:
    case.swap(SAID, "when: 1932", "when: 1930-12-31")
    assert case.faults() == [f"{SAID}:13: out of order: it begins before freedonia-threatens-sylvania-1931, which stands above"]


def test_statements_that_begin_on_one_day_stand_in_any_order(case: Case) -> None:
    case.swap(SAID, "when: 1932", "when: 1931/1932")
    assert case.faults() == []


def test_a_date_that_cannot_be_is_in_no_order(case: Case) -> None:
    case.swap(SAID, "when: 1931", "when: 1931-13")
    case.swap(SAID, "when: 1932", "when: 1930")
    assert [fault.partition(": ")[0] for fault in case.faults()] == [f"{SAID}:5"]
