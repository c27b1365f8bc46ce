"""No fault hides another, and none is told twice under other names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import CorpusError, FileError
from kg.readers.curated.corpus import examine, read

if TYPE_CHECKING:
    from tests.readers.conftest import Case

SAID = "statements/freedonia--sylvania.yaml"
ACTORS = "actors/actors.yaml"


def test_faults_of_several_files_are_told_in_one_error_sorted_by_file_and_line(case: Case) -> None:
    case.swap("places.yaml", "country: freedonia", "country: fredonia")
    case.swap("policies.yaml", "when: 1931", "when: 2016-13")
    case.add("eras.yaml", "  colour: red\n")
    case.swap(SAID, "33-98", "33-980")
    case.put("claims/freedonian-press.yaml", "- id: [\n")
    with pytest.raises(CorpusError) as caught:
        read([case.folder], case.kinds)
    assert [(fault.path.relative_to(case.folder).as_posix(), fault.line) for fault in caught.value.faults] == [
        ("claims/freedonian-press.yaml", 2),
        ("eras.yaml", 9),
        ("places.yaml", 3),
        ("policies.yaml", 6),
        (SAID, 15),
    ]
    assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.faults]


def test_a_fault_of_one_entry_does_not_hide_a_fault_of_the_next_in_the_file(case: Case) -> None:
    case.put("places.yaml", "- id: a\n  label: A\n  colour: red\n- id: b\n  label: B\n  country: nowhere\n- id: c\n  label: C\n  id: c\n")
    case.swap("events/1930s.yaml", "  place: freedonia-city\n", "")
    assert case.faults() == [
        "places.yaml:3: unknown field colour: is country meant?",
        "places.yaml:6: no actor 'nowhere'",
        "places.yaml:9: duplicate field id: keep one",
    ]


def test_a_record_that_cannot_be_read_is_not_missed_by_those_that_name_it(case: Case) -> None:
    case.swap(ACTORS, "  label: Sylvania\n", "  label: Sylvania\n  colour: red\n")
    assert [fault.partition(": ")[0] for fault in case.faults()] == [f"{ACTORS}:8"]


def test_a_record_without_a_needed_field_is_one_fault(case: Case) -> None:
    case.swap(ACTORS, "  label: Sylvania\n", "")
    assert case.faults() == [f"{ACTORS}:5: label is missing"]


@pytest.mark.parametrize(
    ("slip", "fault"),
    [("\n  - x", "13: no YAML: did not find expected key"), ("\n  label: \udcff", "13: byte 0xff is not UTF-8: save the file as UTF-8")],
)
def test_records_of_a_file_that_cannot_be_read_are_not_missed_by_those_that_name_them(case: Case, slip: str, fault: str) -> None:
    text = (case.folder / ACTORS).read_text("utf-8").replace("- id: trentino", f"- id: trentino{slip}")
    case.put(ACTORS, text.encode("utf-8", "surrogateescape"))
    assert case.faults() == [f"{ACTORS}:{fault}"]


def test_a_misspelt_party_is_not_told_as_a_wrong_file_too(case: Case) -> None:
    case.swap(SAID, "subject: freedonia", "subject: fredonia")
    assert case.faults() == [f"{SAID}:2: no actor or office or place or policy or event or source or era 'fredonia': is freedonia meant?"]


def test_a_fault_of_the_description_does_not_hide_those_of_the_records(case: Case) -> None:
    case.add("corpus.yaml", "colour: red\n")
    case.swap("places.yaml", "country: freedonia", "country: fredonia")
    assert [fault.partition(": ")[0] for fault in case.faults()] == ["corpus.yaml:8", "places.yaml:3"]


def test_an_id_used_twice_is_told_at_its_second_place(case: Case) -> None:
    case.add("places.yaml", "- id: sylvania\n  label: Elsewhere\n")
    assert case.faults() == [f"places.yaml:4: the id sylvania is {case.folder}/{ACTORS}:5's already: ids are unique"]


@pytest.mark.parametrize("file", ["people.yaml", "actors/europe/states.yaml", "places.yml", "statements.yaml", "notes/a.yaml"])
def test_a_file_without_a_place_in_a_corpus_is_told(case: Case, file: str) -> None:
    case.put(file, "- id: x\n")
    places = "sources.yaml, actors, offices.yaml, places.yaml, policies.yaml, events, eras.yaml, statements, claims, conflicts.yaml"
    places += ", coverage.yaml"
    assert case.faults() == [f"{file}:1: no place for this file: a corpus holds {places}"]


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("title: Freedonia and Sylvania\n", "", 1, "title is missing"),
        ("base: https://freedonia.example/", "base: freedonia/", 4, "base 'freedonia/' is no web address: write https://…"),
        ("freedonia.example/", "freedonia.example", 4, "base 'https://freedonia.example' does not end in / : ids are put behind it"),
        (
            "licence: https",
            "licence: gopher",
            3,
            "licence 'gopher://creativecommons.org/publicdomain/zero/1.0/' is no web address: write https://…",
        ),
        ("version: ", "issued: 1933-02-30\nversion: ", 2, "issued: no day 1933-02-30: 1933-02 has days 01 to 28"),
        ("default-periodisation: reigns", "default-periodisation: ages", 5, "default-periodisation 'ages' is none of reigns"),
    ],
)
def test_a_slip_in_the_description_is_told_with_its_line(case: Case, old: str, new: str, line: int, why: str) -> None:
    case.swap("corpus.yaml", old, new)
    assert case.faults() == [f"corpus.yaml:{line}: {why}"]


def test_a_corpus_without_records_is_told_to_begin(case: Case) -> None:
    description = (case.folder / "corpus.yaml").read_text("utf-8")
    for file in case.folder.rglob("*.yaml"):
        file.unlink()
    case.put("corpus.yaml", description)
    assert case.faults() == ["corpus.yaml:1: the corpus is empty: add entries, or begin with `kg init DIR`"]


def test_a_folder_that_is_no_corpus_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"missing: no such folder$"):
        examine([tmp_path / "missing"], case.kinds)
    with pytest.raises(FileError, match=r"no corpus: corpus\.yaml is missing; `kg init DIR` makes one$"):
        examine([tmp_path], case.kinds)
