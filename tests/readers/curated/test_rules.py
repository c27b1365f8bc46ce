"""What records owe to each other: evidence, one holder a seat, nothing said twice, nothing that the build derives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.readers.conftest import Case

SAID = "statements/freedonia--sylvania.yaml"
HELD = "statements/offices.yaml"
PIECE = "\n  evidence:\n    - {source: firefly-1933, paragraph: 2, chars: 33-62}"


def holder(actor: str, when: str, more: str = "") -> str:
    return (
        f"- id: {actor}-president\n  subject: {actor}\n  relation: holdsOffice\n  object: president-of-freedonia\n  when: {when}\n"
        f"  according-to: [undisputed]\n{more}  evidence:\n    - {{source: firefly-1933, paragraph: 3, chars: 100-164}}\n"
    )


def test_two_holders_of_a_one_seat_office_on_one_day_are_told_at_the_successor(case: Case) -> None:
    case.add(HELD, holder("trentino", "1932-12-31/1933-12-31"))
    assert case.faults() == [
        f"{HELD}:14: president-of-freedonia has 1 seat, and on 1932-12-31 it is held by rufus-firefly too:"
        " a predecessor's last day is the day before the successor's first"
    ]


@pytest.mark.parametrize("when", ["1933-01-01/1933-12-31", "1933", "1932?/1933"])
def test_holders_who_may_have_followed_each_other_are_no_fault(case: Case, when: str) -> None:
    case.add(HELD, holder("trentino", when))
    assert case.faults() == []


@pytest.mark.parametrize("more", ["  status: planned\n", "  negated: true\n"])
def test_who_only_was_to_hold_an_office_takes_no_seat(case: Case, more: str) -> None:
    case.add(HELD, holder("trentino", "1932-12-31/1933-12-31", more))
    assert case.faults() == []


def test_an_office_of_two_seats_has_two_holders_and_no_third(case: Case) -> None:
    case.add("offices.yaml", "  seats: 2\n")
    case.add("actors/actors.yaml", "- id: chicolini\n  kind: person\n  label: Chicolini\n")
    case.add(HELD, holder("trentino", "1932-06-01/1933-12-31") + holder("chicolini", "1932-07-01/1932-07-02"))
    assert case.faults() == [
        f"{HELD}:22: president-of-freedonia has 2 seats, and on 1932-07-01 it is held by rufus-firefly, trentino too:"
        " a predecessor's last day is the day before the successor's first"
    ]


@pytest.mark.parametrize("seats", ["0", "-1"])
def test_an_office_has_one_seat_at_least(case: Case, seats: str) -> None:
    case.add("offices.yaml", f"  seats: {seats}\n")
    assert [fault.partition(": ")[0] for fault in case.faults()] == ["offices.yaml:6"]


@pytest.mark.parametrize(
    ("file", "piece", "line"),
    [
        (SAID, PIECE, 1),
        ("policies.yaml", "\n  evidence:\n    - {source: firefly-1933, paragraph: 5, chars: 225-257}", 1),
        ("eras.yaml", "\n  evidence:\n    - {source: firefly-1933, paragraph: 2, chars: 25-62, coreference: true}", 1),
        ("claims/freedonian-press.yaml", "\n  evidence:\n    - {source: firefly-1933, paragraph: 5, chars: 225-257}", 1),
    ],
)
def test_what_cites_nothing_is_told_where_it_begins(case: Case, file: str, piece: str, line: int) -> None:
    case.swap(file, piece, "")
    assert case.faults() == [f"{file}:{line}: no evidence: say in which source, paragraph and characters it stands"]


def test_a_dating_without_evidence_is_told_where_it_begins(case: Case) -> None:
    case.swap("events/1930s.yaml", "\n      evidence: [{source: firefly-1933, paragraph: 4, chars: 178-223}]", "")
    assert case.faults() == ["events/1930s.yaml:16: a dating has no evidence: say where it stands"]


def test_two_statements_that_say_the_same_are_told_at_the_second(case: Case) -> None:
    text = (case.folder / SAID).read_text("utf-8")
    first, second = text.split("- id: ")[1:]
    again = first.replace("freedonia-threatens-sylvania-1931", "once-more").replace("33-62", "33-61")
    case.put(SAID, f"- id: {first}- id: {again}- id: {second}")
    assert case.faults() == [f"{SAID}:9: says the same as freedonia-threatens-sylvania-1931: add the evidence to that one"]


def test_a_denial_says_something_else(case: Case) -> None:
    text = (case.folder / SAID).read_text("utf-8")
    first, second = text.split("- id: ")[1:]
    denial = first.replace("freedonia-threatens-sylvania-1931", "denied").replace("when: 1931", "when: 1931\n  negated: true")
    case.put(SAID, f"- id: {first}- id: {denial}- id: {second}")
    assert case.faults() == []


def test_one_outside_id_belongs_to_one_entity(case: Case) -> None:
    case.swap("actors/actors.yaml", "  label: Sylvania\n", "  label: Sylvania\n  wikidata: Q1\n")
    case.swap("actors/actors.yaml", "  label: Freedonia\n", "  label: Freedonia\n  wikidata: Q1\n")
    assert case.faults() == ["actors/actors.yaml:9: wikidata Q1 is freedonia's already: one id, one entity"]


@pytest.mark.parametrize(
    ("relation", "instead"),
    [
        ("metWith", "write the event with its participants"),
        ("proposes", "write the policy's proponents"),
        ("targets", "write the policy's targets"),
        ("leads", "write the office held"),
    ],
)
def test_a_statement_that_the_build_derives_is_never_written(case: Case, relation: str, instead: str) -> None:
    case.swap(SAID, "relation: threatens", f"relation: {relation}")
    assert f"{SAID}:3: {relation} is derived by the build: {instead}" in case.faults()


def test_undisputed_is_refused_where_a_conflict_of_fact_disputes(case: Case) -> None:
    conflict = "  scope: [within-source]\n  disputes: [freedonia-threatens-sylvania-1931, freedonia-distrusts-sylvania-1932]\n"
    case.add("conflicts.yaml", f"- id: threat\n  kind: fact\n{conflict}")
    assert case.faults() == [f"{SAID}:6: undisputed, and yet the conflict threat disputes it: name whose view it is"]
    case.swap("conflicts.yaml", "kind: fact", "kind: wording")
    assert case.faults() == []


def test_the_author_of_a_source_is_no_reporter_of_it(case: Case) -> None:
    case.swap(SAID, "when: 1931", "reported-by:\n    - {by: trentino, in: firefly-1933}\n  when: 1931")
    assert case.faults() == [f"{SAID}:5: leave out trentino: the author of firefly-1933 is added by the build"]


def test_a_view_has_a_holder(case: Case) -> None:
    case.swap(SAID, "  according-to: [undisputed]\n", "")
    assert case.faults() == [f"{SAID}:1: according-to is missing: whose view it is, or `undisputed`"]


def test_a_former_id_never_changes_hands(case: Case) -> None:
    case.add("places.yaml", "  former-ids: [sylvania]\n")
    assert case.faults() == ["places.yaml:4: the former id sylvania is in use elsewhere: an id never changes hands"]


def test_two_eras_do_not_share_a_place(case: Case) -> None:
    text = (case.folder / "eras.yaml").read_text("utf-8")
    case.add("eras.yaml", text.replace("id: firefly-years", "id: peace"))
    why = "two eras of reigns have order 1: give each its own"
    assert case.faults() == [f"eras.yaml:3: {why}", f"eras.yaml:11: {why}"]
