"""Evidence is held against the sources' texts: the right text, the right place, and a mention of what it is cited for."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import FileError
from kg.readers.documents import Text, read_texts

if TYPE_CHECKING:
    from tests.readers.conftest import Case

SAID = "statements/freedonia--sylvania.yaml"
EVENTS = "events/1930s.yaml"
TEXT = "firefly-1933.txt"


def cite(case: Case, text: str, file: str, old: str, more: str = "") -> list[str]:
    """The faults once the text is ``text``, the source described anew, and ``old`` in the file cites the whole of it."""
    (case.texts / TEXT).write_text(text, encoding="utf-8")
    new = read_texts(case.texts)[0]
    head, tail = (
        (case.folder / "sources.yaml").read_text("utf-8").split("  sha256")[0],
        "- id: league-record\n  label: L\n  kind: record\n  text: none\n",
    )
    case.put("sources.yaml", f"{head}{new.entry()}\n{tail}")
    case.swap(file, old, f"paragraph: 1, chars: 0-{len(new.text)}{more}")
    return [fault for fault in case.verify()[1] if fault.startswith(f"{file}:") and f"¶1, 0-{len(new.text)}" in fault]


def test_every_piece_that_stands_in_its_text_is_counted(case: Case) -> None:
    case.swap("offices.yaml", "  leads: true", "  evidence: [{source: league-record, locator: sheet 3}]\n  leads: true")
    found, faults = case.verify()
    assert (found.verified, found.without_text, found.unclaimed, faults) == (9, 1, [], [])


def test_a_text_that_has_changed_is_no_longer_the_one_that_was_annotated(case: Case) -> None:
    (case.texts / TEXT).write_text("Freedonia threatened Sylvania.", encoding="utf-8")
    found, faults = case.verify()
    assert faults == [f"sources.yaml:6: no text in {case.texts} has this sha256: is it the text that was annotated?"]
    assert (found.verified, [text.path.name for text in found.unclaimed]) == (0, [TEXT])


@pytest.mark.parametrize(("old", "new"), [("length: 288", "length: 287"), ("25, 100", "26, 100"), ("178, 225]", "178]")])
def test_length_and_paragraphs_are_the_text_s_own_or_told_as_they_would_be_right(case: Case, old: str, new: str) -> None:
    text = read_texts(case.texts)[0]
    case.swap("sources.yaml", old, new)
    assert case.verify()[1] == [f"sources.yaml:8: length or paragraphs are not the text's; right would be:\n{text.entry()}"]


def test_a_text_that_no_source_describes_is_described_ready_for_sources_yaml(case: Case) -> None:
    (case.texts / "other.txt").write_text("Über\n\n \nUnter\n", encoding="utf-8")
    (found,) = case.verify()[0].unclaimed
    digest = hashlib.sha256("Über\n\n \nUnter\n".encode()).hexdigest()
    assert found.entry() == f"  sha256: {digest}\n  length: 14\n  paragraphs: [0, 8]"
    case.add("sources.yaml", f"- id: other\n  label: Other\n  kind: book\n{found.entry()}\n")
    assert case.faults() == []
    assert case.verify()[0].unclaimed == []


@pytest.mark.parametrize(
    "written",
    [b"\xef\xbb\xbfCaf\xc3\xa9\nB\n", b"Caf\xc3\xa9\r\nB\r\n", b"Caf\xc3\xa9\rB\r", "Cafe\u0301\nB\n".encode()],
    ids=["byte order mark", "carriage return and newline", "carriage return", "decomposed"],
)
def test_a_text_is_the_same_however_an_editor_saved_it(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(written)
    (text,) = read_texts(tmp_path)
    assert text == Text(tmp_path / "a.txt", "Café\nB\n")
    assert (text.sha256, text.paragraphs) == (hashlib.sha256(b"Caf\xc3\xa9\nB\n").hexdigest(), (0, 5))


def test_texts_are_told_when_they_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such folder"):
        read_texts(tmp_path / "missing")
    (tmp_path / "a.txt").write_bytes(b"One\nCaf\xe9\n")
    with pytest.raises(FileError, match=r"a\.txt: line 2: byte 0xe9 is not UTF-8"):
        read_texts(tmp_path)


@pytest.mark.parametrize("text", ["Freedonia and Sylvania", "Sylvania, the land", "“Freedonia”/Sylvania’s", "(the land) Sylvania"])
def test_a_statement_stands_where_both_its_parties_are_named_by_label_or_alias(case: Case, text: str) -> None:
    assert cite(case, text, SAID, "paragraph: 2, chars: 33-62") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Freedonian threats against Sylvania", ["freedonia"]),
        ("Freedonia and Transylvania", ["sylvania"]),
        ("freedonia and Sylvania", ["freedonia"]),
        ("Freedonia2 and Sylvania_", ["freedonia", "sylvania"]),
        ("Фредония и Сильвания", ["freedonia", "sylvania"]),
    ],
)
def test_a_part_of_a_word_is_no_mention(case: Case, text: str, missing: list[str]) -> None:
    place = f"firefly-1933 ¶1, 0-{len(text)}"
    assert cite(case, text, SAID, "paragraph: 2, chars: 33-62") == [
        f"{SAID}:7: {place}: no mention of {name} by label or alias: widen it, add the alias, or say coreference: true" for name in missing
    ]


def test_coreference_excuses_the_mention_but_not_the_blank(case: Case) -> None:
    assert cite(case, "It threatened it", SAID, "paragraph: 2, chars: 33-62", ", coreference: true") == []
    case.swap(SAID, "chars: 0-16", "chars: 2-16")
    blank = "the range begins or ends with a blank or inside a word: let it hold whole words"
    assert f"{SAID}:7: firefly-1933 ¶1, 2-16: {blank}" in case.verify()[1]


@pytest.mark.parametrize(
    ("label", "text"), [("Freedonia's Friends", "Freedonia’s Friends"), ("Freedonia’s Friends", "Freedonia's Friends")]
)
def test_a_straight_and_a_curly_apostrophe_are_one(case: Case, label: str, text: str) -> None:
    case.swap("policies.yaml", "label: Tariff of 1931", f"label: {label}")
    assert cite(case, text, "policies.yaml", "paragraph: 5, chars: 225-257") == []


def test_a_label_is_found_however_its_accents_are_composed(case: Case) -> None:
    case.swap("policies.yaml", "label: Tariff of 1931", "label: Cafe\u0301 tariff")
    assert cite(case, "The Café tariff", "policies.yaml", "paragraph: 5, chars: 225-257") == []


def test_a_range_outside_its_text_is_not_told_as_a_missing_mention_too(case: Case) -> None:
    case.swap(SAID, "33-62", "33-980")
    assert len(case.faults()) == 1
    assert case.verify()[1] == []


@pytest.mark.parametrize("text", ["Trentino came", "Firefly was there", "the Harpo incident"])
def test_an_event_is_mentioned_by_one_participant_or_its_own_name(case: Case, text: str) -> None:
    assert cite(case, text, EVENTS, "paragraph: 3, chars: 100-120") == []


def test_an_event_is_not_mentioned_by_somebody_else(case: Case) -> None:
    why = "no mention of harpo-incident by label or alias: widen it, add the alias, or say coreference: true"
    assert cite(case, "Sylvania", EVENTS, "paragraph: 3, chars: 100-120") == [f"{EVENTS}:9: firefly-1933 ¶1, 0-8: {why}"]


def test_the_evidence_of_a_dating_is_held_to_the_same(case: Case) -> None:
    why = "no mention of peace-talks by label or alias: widen it, add the alias, or say coreference: true"
    assert cite(case, "The war", EVENTS, "paragraph: 4, chars: 178-223") == [f"{EVENTS}:17: firefly-1933 ¶1, 0-7: {why}"]


def test_an_office_held_is_mentioned_by_its_holder_alone(case: Case) -> None:
    held = "statements/offices.yaml"
    assert cite(case, "Firefly took over", held, "paragraph: 3, chars: 100-164") == []


def test_an_office_that_acts_is_mentioned_by_its_holder(case: Case) -> None:
    held = "statements/freedonia--sylvania.yaml"
    case.swap(held, "subject: freedonia", "subject: president-of-freedonia")
    assert cite(case, "Firefly threatened Sylvania", held, "paragraph: 2, chars: 33-62") == []


def test_a_claim_is_mentioned_by_one_record_that_it_is_about(case: Case) -> None:
    claims = "claims/freedonian-press.yaml"
    case.swap(claims, "[tariff-of-1931]", "[tariff-of-1931, freedonia-threatens-sylvania-1931]")
    assert cite(case, "Woe to Sylvania", claims, "paragraph: 5, chars: 225-257") == []
    case.swap(claims, ", freedonia-threatens-sylvania-1931", "")
    why = "no mention of tariff-of-1931 by label or alias: widen it, add the alias, or say coreference: true"
    assert f"{claims}:7: firefly-1933 ¶1, 0-15: {why}" in case.verify()[1]


def test_claims_about_each_other_are_held_to_their_ends(case: Case) -> None:
    claims = "claims/freedonian-press.yaml"
    case.swap(claims, "[tariff-of-1931]", "[second]")
    text = (case.folder / claims).read_text("utf-8")
    case.add(claims, text.replace("id: tariff-a-mistake", "id: second").replace("[second]", "[tariff-a-mistake]"))
    assert len(case.verify()[1]) == 2
