"""Votes in the General Assembly: events of roll calls, statements of votes, and what lacks the other half."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.errors import FileError, UsageError
from tests.conftest import SAMPLES
from tests.readers.foreign.build import Done, corpus_of, run

CALLS = "rcid,session,importantvote,date,unres,amend,para,short,descr"
VOTES = "rcid,country,country_code,vote"
HELD = '3,1.0,0,1946-01-01,R/1/66,1,0,RULES,"TO ADOPT, OR NOT"'
EVENT = "un-votes-calls-rcid-3"


def of(tmp_path: Path, calls: list[str], votes: list[str]) -> Done:
    """What is taken of the two files; the votes are named first, and read last."""
    files = []
    for name, lines in (("votes", [VOTES, *votes]), ("calls", [CALLS, *calls])):
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")
    return run("un-votes", *files, known=corpus_of())


def events(taken: Done) -> list[dict[str, object]]:
    """Those of 1946, as in their file."""
    found: list[dict[str, object]] = yaml.load(taken.files["events/1946.yaml"], yaml.BaseLoader)
    return found


def test_a_roll_call_is_an_event_and_a_vote_a_statement_on_its_day(tmp_path: Path) -> None:
    votes = ["3.0,United States,US,yes", "3.0,Canada,CA,no", "3,Cuba,CU,abstain", "3,Haiti,HT,absent"]
    taken = of(tmp_path, [HELD, "4,1.0,0,1946-01-02,NA,0,0,,"], votes)
    assert taken.triples == [
        ("united-states", "votesFor", EVENT, "1946-01-01"),
        ("canada", "votesAgainst", EVENT, "1946-01-01"),
        ("cuba", "abstainsOn", EVENT, "1946-01-01"),
        ("haiti", "attends", EVENT, "1946-01-01"),
    ]
    assert [row["negated"] for row in taken.statements] == [False, False, False, True]
    common = {"kind": "vote", "status": "actual"}
    assert events(taken) == [
        {"id": EVENT, "label": "R/1/66", "when": "1946-01-01", "evidence": [{"source": "un-votes-calls", "row": "1"}]} | common,
        {
            "id": "un-votes-calls-rcid-4",
            "label": "Roll call 4",
            "when": "1946-01-02",
            "evidence": [{"source": "un-votes-calls", "row": "2"}],
        }
        | common,
    ]
    assert (taken.figures.account.read, taken.figures.account.taken) == (6, 6)


def test_a_state_is_known_by_its_name_and_else_by_its_code(tmp_path: Path) -> None:
    votes = [
        "3,Czechoslovakia,NA,yes",
        "3,Namibia,NA,yes",
        "3,Yemen Arab Republic,YE,yes",
        "3,Iran (Islamic Republic of),IR,yes",
        "3,Perse,IR,yes",
        "3,Klopstokia,,yes",
        "3,,FR,yes",
    ]
    found = [subject for subject, *_ in of(tmp_path, [HELD], votes).triples]
    assert found == ["czechoslovakia", "namibia", "north-yemen", "iran", "iran", "klopstokia", "france"]


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        ("4,Cuba,CU,yes", "no roll call of this number: '4'"),
        ("x,Cuba,CU,yes", "no whole number, nor -9 for what is not known: 'x'"),
        ("-9,Cuba,CU,yes", "no roll call of this number: '-9'"),
        ("3,Cuba,CU,maybe", "no vote, which is yes, no, abstain, absent: 'maybe'"),
        ("3,,NA,yes", "an actor without a name"),
        ("3,Cuba,CU", "3 cells where the table has 4 columns"),
    ],
)
def test_a_vote_without_its_roll_call_or_that_is_none_is_rejected(tmp_path: Path, vote: str, why: str) -> None:
    taken = of(tmp_path, [HELD], [vote, "3,Haiti,HT,yes"])
    assert taken.reasons == [f"1: {why}"]
    assert taken.triples == [("haiti", "votesFor", EVENT, "1946-01-01")]


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("3,1,0,1946-01-05,R/1/67,0,0,,", "the number of a roll call before: 3"),
        (",1,0,1946-01-05,R/1/67,0,0,,", "a roll call without a number"),
        ("5,1,0,1946-02-30,R/1/67,0,0,,", "no day 1946-02-30: 1946-02 has days 01 to 28"),
        ("5,1,0,1/5/1946,R/1/67,0,0,,", "no day, which is written as 1946-01-31: '1/5/1946'"),
        ("5,1,0,9999-01-01,R/1/67,0,0,,", "'9999-01-01': the year 9999 stands for no date"),
        ("5,1,0,1946-01-05,R\x1b67,0,0,,", "no label, which has 300 characters at most, and none that steer: 'R\\x1b67'"),
    ],
)
def test_a_roll_call_that_cannot_be_is_rejected_and_makes_no_event(tmp_path: Path, call: str, why: str) -> None:
    taken = of(tmp_path, [HELD, call], ["3,Haiti,HT,yes", "5,Haiti,HT,yes"])
    assert taken.reasons == [f"2: {why}", "2: no roll call of this number: '5'"]
    assert [event["id"] for event in events(taken)] == [EVENT]


def test_one_file_is_not_enough(tmp_path: Path) -> None:
    for name, text in (("votes", VOTES), ("calls", CALLS)):
        (tmp_path / f"{name}.csv").write_text(text + "\n", encoding="utf-8")
        with pytest.raises(UsageError, match="files of two kinds"):
            run("un-votes", tmp_path / f"{name}.csv")


def test_a_file_without_a_column_that_is_needed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text(VOTES + "\n", encoding="utf-8")
    (tmp_path / "calls.csv").write_text("rcid,date\n", encoding="utf-8")
    with pytest.raises(FileError, match="no column unres; there are: rcid, date"):
        run("un-votes", tmp_path / "votes.csv", tmp_path / "calls.csv")


@pytest.mark.samples
def test_all_rows_of_the_samples_are_accounted_for() -> None:
    folder = SAMPLES / "un-votes"
    taken = run("un-votes", folder / "un_votes.head.csv", folder / "un_roll_calls.head.csv")
    assert (taken.figures.account.read, taken.figures.account.taken, taken.figures.account.rejected.total()) == (15, 15, 0)
    assert [event["label"] for event in events(taken)] == ["R/1/66", "R/1/79", "R/1/295", "R/1/98", "R/1/107"]
    against = [subject for subject, relation, *_ in taken.triples if relation == "votesAgainst"]
    assert (len(taken.statements), against) == (10, ["canada"])
