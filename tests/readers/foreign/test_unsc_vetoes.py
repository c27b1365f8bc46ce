"""Vetoes in the Security Council: drafts that failed, and the members by whose votes they did."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from kg.errors import FileError
from kg.model.entities import Actor
from kg.model.vocabulary import ActorKind
from tests.conftest import SAMPLES
from tests.readers.foreign.build import Done, corpus_of, run

HEAD = "date,draft,member_veto1,member_veto2,member_veto3,China,France,Russia,USSR,USA,UK"


def of(tmp_path: Path, *rows: str, head: str = HEAD) -> Done:
    """What is taken of a file of these rows."""
    file = tmp_path / "unsc-vetoes.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return run("unsc-vetoes", file, known=corpus_of())


def events(taken: Done) -> list[dict[str, object]]:
    """Those of 2019, as in their file."""
    found: list[dict[str, object]] = yaml.load(taken.files["events/2019.yaml"], yaml.BaseLoader)
    return found


def test_a_veto_is_a_vote_against_a_draft_that_failed(tmp_path: Path) -> None:
    taken = of(tmp_path, "2/28/2019,S/2019/186,Russia,China,,1,0,1,0,0,0")
    draft = "unsc-vetoes-draft-s-2019-186"
    assert taken.triples == [
        ("china", "votesAgainst", draft, "2019-02-28"),
        ("russia", "votesAgainst", draft, "2019-02-28"),
    ]
    assert events(taken) == [
        {
            "id": draft,
            "kind": "vote",
            "label": "S/2019/186",
            "status": "actual",
            "outcome": "failed",
            "when": "2019-02-28",
            "evidence": [{"source": "unsc-vetoes", "row": "1"}],
        }
    ]


@pytest.mark.parametrize(
    ("row", "who"),
    [
        ("10/19/1976,S/12211,France,UK,USA,0,0,0,0,1,1", ["france", "united-states", "united-kingdom"]),
        ("11/4/1966,S/7575/Rev.1,USSR,,,0,0,0,0,0,0", ["soviet-union"]),
        ("6/1/2018,S/2018/516,,,,0,0,0,0,1,0", ["united-states"]),
    ],
)
def test_a_member_is_known_by_its_column_or_by_name(tmp_path: Path, row: str, who: list[str]) -> None:
    assert [subject for subject, *_ in of(tmp_path, row).triples] == who


def test_the_columns_of_names_may_be_missing(tmp_path: Path) -> None:
    taken = of(tmp_path, "5/11/1993,S/25693,0,0,1,0,0,0", head="date,draft,China,France,Russia,USSR,USA,UK")
    assert taken.triples == [("russia", "votesAgainst", "unsc-vetoes-draft-s-25693", "1993-05-11")]


def test_the_seat_of_china_was_held_by_the_republic_until_1971(tmp_path: Path) -> None:
    taken = of(
        tmp_path, *(f"{day},S/{number},China,,,1,0,0,0,0,0" for number, day in enumerate(("12/13/1955", "10/24/1971", "10/25/1971")))
    )
    assert [subject for subject, *_ in taken.triples] == ["taiwan", "taiwan", "china"]


def test_two_drafts_of_one_symbol_are_two_events(tmp_path: Path) -> None:
    row = "6/26/1946,S/PV.49,USSR,,,0,0,0,1,0,0"
    found = [object for _, _, object, *_ in of(tmp_path, row, row, row).triples]
    assert found == [f"unsc-vetoes-draft-s-pv-49{end}" for end in ("", "-row-2", "-row-3")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2019-02-28,S/1,Russia,,,0,0,1,0,0,0", "no date written as month/day/year: '2019-02-28'"),
        (
            "28/2/2019,S/1,Russia,,,0,0,1,0,0,0",
            "no month 28 in 2019-28-02: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41",
        ),
        ("2/30/2019,S/1,Russia,,,0,0,1,0,0,0", "no day 2019-02-30: 2019-02 has days 01 to 28"),
        ("2/28/2019,,Russia,,,0,0,1,0,0,0", "a draft without a symbol"),
        ("2/28/2019,S/1,Freedonia,,,0,0,0,0,0,0", "no permanent member, which is China, France, Russia, USSR, USA, UK: 'Freedonia'"),
        ("2/28/2019,S/1,,,,0,0,0,0,0,0", "nobody is said to have vetoed"),
        ("2/28/2019,S/1,,,,0,0,7,0,0,0", "no flag, which is 1, 0, or -9 for what is not known: 7"),
        ("2/28/2019,S/1,,,,0,0,1,0,0", "10 cells where the table has 11 columns"),
    ],
)
def test_a_row_that_cannot_be_is_rejected_and_makes_no_event(tmp_path: Path, row: str, why: str) -> None:
    taken = of(tmp_path, row, "2/28/2019,S/2,Russia,,,0,0,1,0,0,0")
    assert taken.reasons == [f"1: {why}"]
    assert [event["id"] for event in events(taken)] == ["unsc-vetoes-draft-s-2"]


def test_a_file_without_a_column_that_is_needed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no column UK; there are: date, draft"):
        of(tmp_path, head=HEAD.removesuffix(",UK"))


def test_the_soviet_union_and_russia_are_those_of_the_corpus_matched_with(tmp_path: Path) -> None:
    known = corpus_of(
        Actor(id="ussr", label="Soviet Union", kind=ActorKind.STATE), Actor(id="moscow", label="Moscow", kind=ActorKind.STATE, cow=365)
    )
    file = tmp_path / "vetoes.csv"
    rows = ["2/16/1946,S/PV.23,USSR,,,0,0,0,1,0,0", "5/11/1993,S/25693,Russia,,,0,0,1,0,0,0"]
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    assert [subject for subject, *_ in run("unsc-vetoes", file, known=known).triples] == ["ussr", "moscow"]


@pytest.mark.samples
def test_all_rows_of_the_sample_are_taken() -> None:
    taken = run("unsc-vetoes", SAMPLES / "unsc-vetoes" / "unsc_vetoes_1946_sept2022.csv")
    assert (taken.figures.account.read, taken.figures.account.taken) == (214, 214)
    counted = Counter(subject for subject, *_ in taken.triples)
    told = {"soviet-union": 90, "united-states": 82, "russia": 31, "united-kingdom": 29, "china": 17, "france": 16}
    assert counted == told
