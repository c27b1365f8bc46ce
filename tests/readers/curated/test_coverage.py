"""``coverage.yaml``: which paragraphs no record cites, and which of them are accepted so."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.readers.curated.corpus import examine
from kg.readers.curated.coverage import coverage, unaccepted

if TYPE_CHECKING:
    from tests.readers.conftest import Case

FILE = "coverage.yaml"
OWN = "- {source: firefly-1933, paragraphs: [1], reason: the title}\n"


def table(case: Case) -> list[tuple[str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
    read = case.read()
    return [(one.source.id, one.cited, one.accepted, one.left) for one in coverage(read.records, read.accepted)]


def test_every_paragraph_is_cited_accepted_or_left(case: Case) -> None:
    assert table(case) == [("firefly-1933", (2, 3, 4, 5), (), (1,))]
    case.put(FILE, OWN)
    assert (case.faults(), table(case)) == ([], [("firefly-1933", (2, 3, 4, 5), (1,), ())])


def test_the_passage_of_a_dating_covers_its_paragraph(case: Case) -> None:
    case.add(
        "events/1931.yaml",
        "- id: toast\n  kind: other\n  label: Toast\n  participants:\n    - {actor: freedonia, role: agent}\n  datings:\n"
        "    - id: late\n      when: 1931\n      evidence:\n        - {source: firefly-1933, paragraph: 1, chars: 0-9}\n",
    )
    assert table(case) == [("firefly-1933", (1, 2, 3, 4, 5), (), ())]


def test_a_source_without_text_has_no_paragraphs_to_cover(case: Case) -> None:
    case.add("sources.yaml", "- id: gazette\n  kind: article\n  label: Gazette\n  date: 1931\n  text: none\n")
    assert [row[0] for row in table(case)] == ["firefly-1933"]


def test_what_is_left_is_told_at_the_source(case: Case) -> None:
    read = case.read()
    told = [str(fault) for fault in unaccepted(coverage(read.records, read.accepted), read.origins)]
    line = read.origins["firefly-1933"].fields["paragraphs"]
    why = "no record cites firefly-1933 ¶1: annotate them, or accept them in coverage.yaml with a reason"
    assert told == [f"{case.folder}/sources.yaml:{line}: {why}"]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (OWN.replace("[1]", "[1, 2]"), "firefly-1933 ¶2 has a record: take it off the list"),
        (OWN.replace("[1]", "[9]"), "firefly-1933 has paragraphs 1 to 5, not 9"),
        (OWN.replace("[1]", "[one]"), "paragraphs is a list of numbers, counted from 1"),
        (OWN.replace("paragraphs: [1], ", ""), "paragraphs is a list of numbers, counted from 1"),
        (OWN.replace("firefly-1933", "firefly-1934"), "'firefly-1934' is no source of the corpus"),
        (OWN.replace(", reason: the title", ""), "reason is missing"),
        (OWN.replace("reason", "why"), "reason is missing"),
        ("- [1]\n", "the file is a list of mappings with fields such as `id: …`"),
    ],
)
def test_an_acceptance_without_ground_is_a_fault(case: Case, entry: str, fault: str) -> None:
    case.put(FILE, entry)
    assert f"{FILE}:1: {fault}" in case.faults()


def test_an_acceptance_of_a_source_that_cannot_be_read_is_not_held_against_it(case: Case) -> None:
    case.put(FILE, OWN)
    case.swap("sources.yaml", "kind:", "kind: [")
    assert [fault for fault in case.faults() if fault.startswith(FILE)] == []


def test_a_number_too_long_to_be_one_is_a_fault(case: Case) -> None:
    case.put(FILE, OWN.replace("[1]", f"[{'9' * 5000}]"))
    assert f"{FILE}:1: paragraphs is a list of numbers, counted from 1" in case.faults()


def test_paragraphs_of_a_source_without_text_can_t_be_accepted(case: Case) -> None:
    case.put(FILE, OWN.replace("firefly-1933", "league-record"))
    assert f"{FILE}:1: league-record has no text, and so no paragraphs to accept" in case.faults()


def test_what_another_corpus_cites_is_not_held_against_an_acceptance(case: Case, tmp_path: Path) -> None:
    case.put(FILE, OWN)
    other = tmp_path / "other"
    shutil.copytree(case.folder, other)
    for path in [*other.glob("*.yaml"), *other.glob("*/*.yaml")]:
        if path.name != "corpus.yaml":
            path.unlink()
    (other / "claims").mkdir(exist_ok=True)
    (other / "claims" / "trentino.yaml").write_text(
        "- id: title-says-all\n  kind: argument\n  about: [freedonia]\n  gist: It is a chronicle.\n  when: 1933\n"
        "  according-to: [trentino]\n"
        "  evidence:\n    - {source: firefly-1933, paragraph: 1, chars: 4-13}\n",
        encoding="utf-8",
    )
    curated, faults = examine([case.folder, other], case.kinds)
    assert faults == []
    assert [one.left for one in coverage(curated.records, curated.accepted)] == [()]
