"""A field is taken as it is written, or refused with its line and what would be right."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kg.errors import Fault
from kg.model.vocabulary import Scope, Status
from kg.readers.curated.entry import Entry, entries_in, is_slug


def taken(folder: Path, text: str, take: Callable[[Entry], Any]) -> tuple[Any, list[str]]:
    """What taking from the only entry of a file gives, and the faults as ``line: why``."""
    path, faults = folder / "a.yaml", list[Fault]()
    path.write_text(text, encoding="utf-8")
    (entry,) = entries_in(path, path, faults)
    value = take(entry)
    entry.done()
    return value, [f"{fault.line}: {fault.why}" for fault in faults]


@pytest.mark.parametrize(
    "scalar", ["0410", "NO", "no", "1914", "2013-01", "~", "null", "0x1F", "1_000", "12:30", "1e3", "2014-02-29", ".inf"]
)
def test_every_scalar_is_read_as_the_text_it_is(tmp_path: Path, scalar: str) -> None:
    assert taken(tmp_path, f"- code: {scalar}\n", lambda e: e.text("code")) == (scalar, [])


@pytest.mark.parametrize("scalar", ["'0410'", '"0410"', "!!str 0410", "&here 0410", "0410 # a comment", ">-\n    0410", "  0410  "])
def test_however_a_scalar_is_written_its_text_is_the_same(tmp_path: Path, scalar: str) -> None:
    assert taken(tmp_path, f"- code: {scalar}\n", lambda e: e.text("code")) == ("0410", [])


@pytest.mark.parametrize("empty", ["", "''", '"  "'])
def test_a_field_that_is_there_is_not_empty(tmp_path: Path, empty: str) -> None:
    found = taken(tmp_path, f"- id: a\n  label: {empty}\n", lambda e: (e.id(), e.text("label")))
    assert found == (("a", None), ["2: label is empty: give it a value or leave it out"])


def test_a_field_that_must_be_there_is_missed_where_its_entry_begins(tmp_path: Path) -> None:
    assert taken(tmp_path, "\n- {}\n", lambda e: e.needed("label")) == ("", ["2: label is missing"])


@pytest.mark.parametrize("value", ["[Freedonia]", "{a: Freedonia}", "\n    - Freedonia"])
def test_a_list_or_mapping_is_refused_where_a_text_belongs(tmp_path: Path, value: str) -> None:
    found = taken(tmp_path, f"- id: a\n  label: {value}\n", lambda e: (e.id(), e.text("label")))
    assert found == (("a", None), ["2: label is one text, not a list or mapping"])


def test_a_duplicate_field_is_refused_at_its_second_line(tmp_path: Path) -> None:
    _, faults = taken(tmp_path, "- id: a\n  label: A\n  label: B\n", lambda e: (e.id(), e.text("label")))
    assert faults == ["3: duplicate field label: keep one"]


def test_an_unknown_field_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    _, faults = taken(tmp_path, "- id: a\n  lable: A\n  colour: red\n", lambda e: (e.id(), e.text("label")))
    assert faults == ["2: unknown field lable: is label meant?", "3: unknown field colour: known are id, label"]


def test_a_merge_key_is_an_unknown_field(tmp_path: Path) -> None:
    _, faults = taken(tmp_path, "- id: a\n  <<: {label: A}\n", lambda e: (e.id(), e.text("label")))
    assert faults == ["2: unknown field <<: known are id, label"]


@pytest.mark.parametrize("slug", ["a", "1990s", "2013-2015", "harpo-incident", "a-1-b"])
def test_slugs_are_lower_case_words_with_single_hyphens(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("text", ["", "A", "a_b", "-a", "a-", "a--b", "a b", "é", "a٣", "a\n", "a/b", "../a"])
def test_other_texts_are_no_slugs(text: str) -> None:
    assert not is_slug(text)


def test_an_id_that_is_no_slug_is_refused(tmp_path: Path) -> None:
    _, faults = taken(tmp_path, "- id: Free_donia\n", lambda e: e.id())
    assert faults == ["1: id 'Free_donia' is no slug: write lower-case letters, digits and single hyphens"]


def test_a_word_outside_its_vocabulary_is_refused_with_the_vocabulary(tmp_path: Path) -> None:
    assert taken(tmp_path, "- status: planned\n", lambda e: e.word("status", Status)) == (Status.PLANNED, [])
    assert taken(tmp_path, "- {}\n", lambda e: e.word("status", Status, Status.ACTUAL)) == (Status.ACTUAL, [])
    assert taken(tmp_path, "- {}\n", lambda e: e.word("status", Status)) == (None, ["1: status is missing"])
    assert taken(tmp_path, "- status: Planned\n", lambda e: e.word("status", Status)) == (
        None,
        ["1: status 'Planned' is none of actual, planned, cancelled, unrealised, forecast, recommended"],
    )


def test_words_are_sorted_and_one_may_stand_alone(tmp_path: Path) -> None:
    both = (Scope.BETWEEN_SOURCES, Scope.WITHIN_SOURCE)
    assert taken(tmp_path, "- scope: [within-source, between-sources]\n", lambda e: e.words("scope", Scope)) == (both, [])
    assert taken(tmp_path, "- scope: within-source\n", lambda e: e.words("scope", Scope)) == ((Scope.WITHIN_SOURCE,), [])
    assert taken(tmp_path, "- scope: [within]\n", lambda e: e.words("scope", Scope)) == (
        (),
        ["1: scope 'within' is none of within-source, between-sources, against-record"],
    )


def test_a_list_of_texts_names_each_once_and_holds_no_lists(tmp_path: Path) -> None:
    text = "- aliases:\n    - B\n    - A\n    - B\n    - [C]\n    -\n"
    assert taken(tmp_path, text, lambda e: e.texts("aliases")) == (
        ("B", "A"),
        ["4: aliases names 'B' twice: keep one", "5: aliases is a list of texts", "6: aliases is a list of texts"],
    )


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(tmp_path: Path, text: str, value: bool) -> None:
    assert taken(tmp_path, f"- leads: {text}\n", lambda e: e.flag("leads")) == (value, [])


@pytest.mark.parametrize("text", ["yes", "True", "NO", "1", "on"])
def test_a_flag_is_nothing_else(tmp_path: Path, text: str) -> None:
    _, faults = taken(tmp_path, f"- leads: {text}\n", lambda e: e.flag("leads"))
    assert faults == [f"1: leads is true or false, not {text!r}"]


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("0410", 410), ("-33", -33), ("+7", 7)])
def test_a_whole_number_is_read_in_tens(tmp_path: Path, text: str, value: int) -> None:
    assert taken(tmp_path, f"- order: {text}\n", lambda e: e.integer("order")) == (value, [])


@pytest.mark.parametrize("text", ["٣", "1٣", "１", "1.0", "1e3", "1_000", "0x1F", "one", "--1"])
def test_what_is_no_whole_number_in_ascii_digits_is_refused(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, f"- order: {text}\n", lambda e: e.integer("order")) == (0, [f"1: order is a whole number, not {text!r}"])


def test_a_number_of_five_thousand_digits_is_too_large_and_no_crash(tmp_path: Path) -> None:
    many = "9" * 5000
    assert taken(tmp_path, f"- order: {many}\n", lambda e: e.integer("order")) == (0, [f"1: order {many!r} is too large"])


def test_decimals_keep_their_digits(tmp_path: Path) -> None:
    value, faults = taken(tmp_path, "- value: -33.50\n", lambda e: e.decimal("value"))
    assert (value, str(value), faults) == (Decimal("-33.50"), "-33.50", [])


@pytest.mark.parametrize("text", ["٣.٥", "1,5", ".5", "5.", "NaN", "inf", "1e400"])
def test_what_is_no_decimal_in_ascii_digits_is_refused(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, f"- value: {text}\n", lambda e: e.decimal("value")) == (Decimal(0), [f"1: value is a number, not {text!r}"])
