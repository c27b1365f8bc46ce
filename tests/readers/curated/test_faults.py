"""Every kind of slip in a corpus is told as ``file:line: why, and what would be right``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.readers.conftest import Case

SAID = "statements/freedonia--sylvania.yaml"
HELD = "statements/offices.yaml"
EVENTS = "events/1930s.yaml"


def test_the_small_corpus_is_right(case: Case) -> None:
    assert case.faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "places.yaml",
            "- id: freedonia-city",
            "- id: Freedonia",
            "1: id 'Freedonia' is no slug: write lower-case letters, digits and single hyphens",
        ),
        ("places.yaml", "country: freedonia", "country: fredonia", "3: no actor 'fredonia': is freedonia meant?"),
        ("places.yaml", "country: freedonia", "country: tariff-of-1931", "3: tariff-of-1931 is a policy, where an actor fits"),
        ("offices.yaml", "of: freedonia", "of: nowhere", "3: no actor 'nowhere'"),
        (
            SAID,
            "object: sylvania",
            "quantities: {measure: duties, unit: percent, value: 0.1234567890123456789}\n  object: sylvania",
            "4: value has too many digits: 20 before the point and 18 after it are the most",
        ),
        ("offices.yaml", "role: head", "seats: two\n  role: head", "4: seats is a whole number, not 'two'"),
        (
            SAID,
            "object: sylvania",
            "object: sylvannia",
            "4: no actor or office or place or policy or event or source or era 'sylvannia': is sylvania meant?",
        ),
        (SAID, "object: sylvania", "because: [harpo]\n  object: sylvania", "4: no event or policy or statement or claim 'harpo'"),
        (SAID, "relation: threatens", "relation: threattens", "3: no kind of relation 'threattens': is threatens meant?"),
        (SAID, "relation: threatens", "relation: xyz", "3: no kind of relation 'xyz': kinds are defined in ontology/relations.ttl"),
        (SAID, "relation: threatens", "relation: votesFor", "4: sylvania is a State: votesFor takes Event there"),
        (SAID, "relation: threatens", "relation: threatens\n  polarity: 1", "4: leave polarity out: threatens has its own"),
        (SAID, "[undisputed]", "[undisputed, trentino]", "6: undisputed stands alone: where it has holders, name only them"),
        (
            EVENTS,
            "role: guest",
            "role: visitor",
            "6: role 'visitor' is none of host, guest, participant, speaker, mediator, agent, target, body",
        ),
        (EVENTS, "id: as-1932", "id: as-1931", "15: two datings share an id: ids of datings are unique in their record"),
        ("eras.yaml", "reigns", "ages", "2: no periodisation 'ages' in corpus.yaml; there are: reigns"),
        ("conflicts.yaml", "talks/as-1932", "talks/as-1933", "4: peace-talks has no dating 'as-1933'"),
        ("conflicts.yaml", ", peace-talks/as-1932", "", "4: a conflict disputes two or more records, or datings as event/dating"),
        ("claims/freedonian-press.yaml", "more harm", "harm " * 25, "4: the gist has 30 words: 25 are the most"),
        ("sources.yaml", "178, 225", "225, 178", "8: paragraphs are the offsets of the paragraphs, rising, each below length"),
        (
            "sources.yaml",
            "text: none",
            "url: x",
            "9: a source has sha256, length and paragraphs of its text, or `text: none`; `kg check --documents` prints them",
        ),
    ],
)
def test_a_slip_is_told_with_its_line(case: Case, file: str, old: str, new: str, fault: str) -> None:
    case.swap(file, old, new)
    assert f"{file}:{fault}" in case.faults()


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2016-13", "no month 13 in 2016-13: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"),
        ("2014-02-29", "no day 2014-02-29: 2014-02 has days 01 to 28"),
        ("1932/1931", "'1932/1931' runs backwards: 1932 is after 1931"),
        ("1931-05-02/1931-05-01", "'1931-05-02/1931-05-01' runs backwards: 1931-05-02 is after 1931-05-01"),
        ("May 1931", "'May 1931' is no date: write YYYY, YYYY-MM or YYYY-MM-DD, then ~ ? or % where the text hedges it"),
        ("١٩٣١", "'١٩٣١' is no date: write YYYY, YYYY-MM or YYYY-MM-DD, then ~ ? or % where the text hedges it"),
    ],
)
def test_a_date_that_cannot_be_is_told_once(case: Case, when: str, why: str) -> None:
    case.swap("policies.yaml", "when: 1931", f"when: {when}")
    assert case.faults() == [f"policies.yaml:6: {why}"]


@pytest.mark.parametrize("field", ["date", "recorded"])
def test_a_bad_date_of_a_source_is_told_at_the_source_alone(case: Case, field: str) -> None:
    case.swap("sources.yaml", "  date: 1933\n", f"  {field}: 1933-02-29\n")
    assert case.faults() == ["sources.yaml:5: no day 1933-02-29: 1933-02 has days 01 to 28"]


def test_a_bad_date_of_saying_is_told_once(case: Case) -> None:
    case.swap(SAID, "when: 1931", "when: 1931/..\n  said: 1931-00")
    why = "no month 00 in 1931-00: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"
    assert case.faults() == [f"{SAID}:6: {why}"]


def test_a_bad_date_of_an_event_is_not_told_of_what_came_after_it(case: Case) -> None:
    case.swap(EVENTS, "when: 1931-05", "when: 1931-15")
    case.swap(SAID, "when: 1931", "when: 1931\n  after: harpo-incident")
    why = "no month 15 in 1931-15: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"
    assert case.faults() == [f"{EVENTS}:8: {why}"]


def test_events_that_wait_on_each_other_are_told(case: Case) -> None:
    case.swap(EVENTS, "when: 1931-05", "when: 1931-05\n  after: harpo-incident")
    why = "events wait on each other in a circle: harpo-incident after harpo-incident"
    assert case.faults() == [f"{EVENTS}:8: {why}"]


def test_a_date_that_its_event_leaves_no_room_for_is_told(case: Case) -> None:
    case.swap(SAID, "when: 1931", "when: 1930\n  after: harpo-incident")
    assert case.faults() == [f"{SAID}:5: nothing is left of 1930-01-01 to 1930-12-31 between the events it is dated by"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("33-62", "20-62", "chars 20-62 lie outside paragraph 2 of firefly-1933, which is 25-99"),
        ("33-62", "33-110", "chars 33-110 lie outside paragraph 2 of firefly-1933, which is 25-99"),
        (
            "paragraph: 2, chars: 33-62",
            "paragraph: 5, chars: 225-289",
            "chars 225-289 lie outside paragraph 5 of firefly-1933, which is 225-288",
        ),
        ("paragraph: 2", "paragraph: 6", "firefly-1933 has paragraphs 1 to 5, not 6"),
        ("source: firefly-1933", "source: firefly-1934", "no source 'firefly-1934': is firefly-1933 meant?"),
        ("source: firefly-1933", "source: trentino", "trentino is an actor, where a source fits"),
        ("source: firefly-1933", "source: league-record", "league-record has no text: give a locator, not a paragraph"),
        ("paragraph: 2, chars: 33-62", "locator: somewhere", "firefly-1933 has a text: give paragraph and chars, not a locator"),
    ],
)
def test_evidence_outside_its_text_is_told(case: Case, old: str, new: str, why: str) -> None:
    case.swap(SAID, old, new)
    assert case.faults() == [f"{SAID}:7: {why}"]


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("62-33", "chars 62-33 runs backwards or holds nothing: start comes before end"),
        ("33-33", "chars 33-33 runs backwards or holds nothing: start comes before end"),
        ("33–62", "chars '33–62' is no range: write START-END, end exclusive"),
        ("٣٣-٦٢", "chars '٣٣-٦٢' is no range: write START-END, end exclusive"),
        ("33-62, row: 3", "evidence is located in one way: paragraph and chars, or locator, or row"),
        ("33-62, page: 3", "unknown field page: known are source, coreference, locator, row, paragraph, chars"),
    ],
)
def test_a_piece_of_evidence_that_is_malformed_is_told(case: Case, new: str, why: str) -> None:
    case.swap(SAID, "33-62", new)
    assert case.faults() == [f"{SAID}:8: {why}"]


@pytest.mark.parametrize("number", ["0", "-1"])
@pytest.mark.parametrize("place", ["paragraph: 2, chars: 33-62", "row: 1"])
def test_paragraphs_and_rows_are_counted_from_one(case: Case, place: str, number: str) -> None:
    case.swap(SAID, "paragraph: 2, chars: 33-62", place)
    assert case.faults() == []
    name, _, rest = place.partition(": ")
    case.swap(SAID, place, f"{name}: {number}{rest[1:]}")
    assert [fault.partition(": ")[0] for fault in case.faults()] == [f"{SAID}:8"]


@pytest.mark.parametrize("huge", ["paragraphs", "chars"])
def test_an_offset_of_five_thousand_digits_is_a_fault_and_no_crash(case: Case, huge: str) -> None:
    if huge == "chars":
        case.swap(SAID, "33-62", "33-" + "9" * 5000)
    else:
        case.swap("sources.yaml", "[0,", f"[{'9' * 5000},")
    assert len(case.faults()) == 1
