"""Alliances of the Correlates of War: dyad by dyad, year by year, known in part, and odd."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.errors import FileError
from kg.readers.foreign.runs import Rule
from tests.conftest import SAMPLES
from tests.readers.foreign.build import Done, corpus_of, run

YEARLY = "ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente"
DYADS = (
    "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,"
    "left_censor,right_censor,defense,neutrality,nonaggression,entente,version"
)


def of(tmp_path: Path, *lines: str, spells: Rule | None = None) -> Done:
    """What is taken of a file of these lines."""
    file = tmp_path / "alliances.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return run("cow-alliances", file, known=corpus_of(), spells=spells)


def cited(taken: Done) -> list[tuple[str, str, str, str, list[int]]]:
    """The statements, each with the rows that say so."""
    rows = [[piece["row"] for piece in statement["evidence"]] for statement in taken.statements]
    return [(*triple, found) for triple, found in zip(taken.triples, rows, strict=True)]


def dyad(tmp_path: Path, begin: str, end: str, left: int = 0, right: int = 0) -> Done:
    """What is taken of a defence pact of France and Russia between these days, written as in the file."""
    return of(tmp_path, DYADS, f"20,220,France,365,Russia,{begin},{end},{left},{right},1,0,0,0,4.1")


def test_each_flag_of_a_year_is_a_statement_of_its_kind(tmp_path: Path) -> None:
    taken = of(tmp_path, YEARLY, "2.0,20.0,1949.0,1.0,0.0,1.0,1.0", "220.0,365.0,1894.0,0.0,1.0,-9.0,")
    assert cited(taken) == [
        ("united-states", "defencePactWith", "canada", "1949", [1]),
        ("united-states", "nonAggressionPactWith", "canada", "1949", [1]),
        ("united-states", "ententeWith", "canada", "1949", [1]),
        ("france", "neutralityPactWith", "russia", "1894", [2]),
    ]
    assert yaml.load(taken.files["actors/new.yaml"], yaml.BaseLoader) == [
        {"id": "canada", "kind": "state", "label": "Canada", "iso3166": "CA", "cow": "20"},
        {"id": "france", "kind": "state", "label": "France", "iso3166": "FR", "cow": "220"},
        {"id": "russia", "kind": "state", "label": "Russia", "iso3166": "RU", "cow": "365"},
        {"id": "united-states", "kind": "state", "label": "United States", "iso3166": "US", "cow": "2"},
    ]


def test_years_in_a_row_become_one_relation(tmp_path: Path) -> None:
    years = (1949, 1950, 1952)
    rows = [row for year in years for row in (f"2,20,{year},1,0,0,0", f"20,2,{year},1,0,0,0")]
    taken = of(tmp_path, YEARLY, *rows, spells=Rule())
    assert sorted(cited(taken)) == [
        ("canada", "defencePactWith", "united-states", "1949/1950", [1, 3]),
        ("united-states", "defencePactWith", "canada", "1952", [5]),
    ]


def test_the_other_direction_of_a_row_says_nothing_new(tmp_path: Path) -> None:
    taken = of(tmp_path, YEARLY, "2,20,1949,1,0,0,0", "20,2,1949,1,0,0,0", "20,2,1949,1,0,0,1", "2,20,1949,0,-9,,0")
    assert cited(taken) == [
        ("united-states", "defencePactWith", "canada", "1949", [1]),
        ("canada", "ententeWith", "united-states", "1949", [3]),
    ]
    assert taken.figures.account.skipped == {"a row before says the same": 1, "no flag is 1": 1}


@pytest.mark.parametrize(
    ("begin", "end", "left", "right", "when"),
    [
        ("27,8,1891", "7,11,1917", 0, 0, "1891-08-27/1917-11-07"),
        ("27,8,1891", "27,8,1891", 0, 0, "1891-08-27"),
        ("-9,8,1891", "-9,-9,1917", 0, 0, "1891-08/1917"),
        ("27,-9,1891", ",,1917", 0, 0, "1891/1917"),
        ("27,8,1891", ",,", 0, 0, "1891-08-27/"),
        ("27,8,1891", ",,", 0, 1, "1891-08-27/.."),
        ("27,8,1891", "31,12,2012", 0, 1, "1891-08-27/.."),
        ("1,1,1816", "7,11,1917", 1, 0, "/1917-11-07"),
        ("-9,-9,-9", "7,11,1917", 0, 0, "/1917-11-07"),
        ("1,1,1816", ",,", 1, 1, "1816-01-01/.."),
    ],
)
def test_an_end_that_is_not_known_stays_unknown_and_one_not_reached_open(
    tmp_path: Path, begin: str, end: str, left: int, right: int, when: str
) -> None:
    taken = dyad(tmp_path, begin, end, left, right)
    assert cited(taken) == [("france", "defencePactWith", "russia", when, [1])]
    assert [row["said"] for row in taken.statements] == ["2012-12-31" if right else None]


@pytest.mark.parametrize(
    ("begin", "end", "right", "why"),
    [
        ("-9,-9,-9", ",,", 0, "neither begin nor end is known"),
        ("-9,-9,-9", "31,12,2012", 1, "neither begin nor end is known"),
        ("30,2,1891", "7,11,1917", 0, "no day 1891-02-30: 1891-02 has days 01 to 28"),
        ("27,13,1891", "7,11,1917", 0, "no month 13 in 1891: months are 1 to 12"),
        ("-9,21,1891", "7,11,1917", 0, "no month 21 in 1891: months are 1 to 12"),
        ("27,8,1917", "7,11,1891", 0, "'1917-08-27/1891-11-07' runs backwards: 1917-08-27 is after 1891-11-07"),
        ("27,8,9999", "7,11,9999", 0, "'9999-08-27/9999-11-07': the year 9999 stands for no date"),
        ("27,8,0", "7,11,1891", 0, "'0000-08-27': years run from 0001 to 9999"),
        ("x,8,1891", "7,11,1917", 0, "no whole number, nor -9 for what is not known: 'x'"),
    ],
)
def test_a_date_that_does_not_exist_is_rejected(tmp_path: Path, begin: str, end: str, right: int, why: str) -> None:
    assert dyad(tmp_path, begin, end, right=right).reasons == [f"1: {why}"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2,999,1949,1,0,0,0", "no number of a state in the Correlates of War: '999'"),
        ("2,-9,1949,1,0,0,0", "no number of a state in the Correlates of War: '-9'"),
        ("2,,1949,1,0,0,0", "no number of a state in the Correlates of War: ''"),
        ("2,2,1949,1,0,0,0", "United States stands on both sides"),
        ("2,20,-9,1,0,0,0", "neither begin nor end is known"),
        ("2,20,1949,2,0,0,0", "no flag, which is 1, 0, or -9 for what is not known: 2"),
        ("2,20,1949.5,1,0,0,0", "no whole number, nor -9 for what is not known: '1949.5'"),
        ("2,20,1949,yes,0,0,0", "no whole number, nor -9 for what is not known: 'yes'"),
        ("2,20,1949,1,0,0", "6 cells where the table has 7 columns"),
    ],
)
def test_a_row_that_cannot_be_is_rejected_and_the_next_is_taken(tmp_path: Path, row: str, why: str) -> None:
    taken = of(tmp_path, YEARLY, row, "220,365,1894,1,0,0,0")
    assert taken.reasons == [f"1: {why}"]
    assert cited(taken) == [("france", "defencePactWith", "russia", "1894", [2])]


def test_a_loop_is_rejected_each_time(tmp_path: Path) -> None:
    assert of(tmp_path, YEARLY, "2,2,1949,1,0,0,0", "2,2,1949,1,0,0,0").figures.account.rejected == {"a loop": 2}


def test_a_file_without_a_column_that_is_needed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no column entente or cow_entente; there are: ccode1, ccode2, year"):
        of(tmp_path, YEARLY.removesuffix(",cow_entente"), "2,20,1949,1,0,0")
    with pytest.raises(FileError, match="no column dyad_st_year; there are: "):
        of(tmp_path, YEARLY.replace("year,", ""), "2,20,1,0,0,0")


@pytest.mark.samples
def test_all_rows_of_the_sample_are_taken() -> None:
    taken = run("cow-alliances", SAMPLES / "cow-alliances" / "cow_alliance.head.csv", known=corpus_of(), spells=Rule())
    assert (taken.figures.account.read, taken.figures.account.taken) == (11, 11)
    rows = list(range(1, 12))
    assert cited(taken) == [
        ("canada", kind, "united-states", "1949/1959", rows) for kind in ("defencePactWith", "nonAggressionPactWith", "ententeWith")
    ]
