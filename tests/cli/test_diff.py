"""``kg diff``: what lies between two eras, as a table and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TABLE = """\
Late against Early: 1 pair began, 0 ended, 1 changed sign, 2 kept theirs. Changed sign: Freedonia – Sylvania (mixed to −).
Statements that possibly held, in anybody’s view: 2 began, 1 ended, 3 kept.

change        pair                  before        after  statement                       when             according to  how  passages
------------  --------------------  ------------  -----  ------------------------------  ---------------  ------------  ---  -------------
began         Firefly – Trentino    no statement  0      Firefly met with Trentino       1932-06-01       undisputed         gazette, June
changed sign  Freedonia – Sylvania  mixed         −
began         Freedonia – Sylvania  mixed         −      Freedonia sanctions Sylvania    1932             undisputed         gazette, d
ended         Freedonia – Sylvania  mixed         −      Freedonia friendly to Sylvania  1931-03/1931-09  Firefly            gazette, c
"""


def test_the_table_tells_what_began_ended_and_changed_and_counts_what_was_kept(kg: Run, freedonia: Path) -> None:
    done = kg("diff", "early", "late", "--corpus", freedonia)
    assert (done.code, done.out, done.err) == (0, TABLE, "")
    assert kg("diff", "early", "late", "--format", "table", "--corpus", freedonia) == done


def test_certainty_and_a_view_narrow_it_and_it_says_so(kg: Run, freedonia: Path) -> None:
    done = kg("diff", "early", "late", "--certain", "--as-seen-by", "firefly", "--corpus", freedonia)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:2] == [
        "Late against Early: 1 pair began, 0 ended, 1 changed sign, 2 kept theirs. Changed sign: Freedonia – Sylvania (+ to −).",
        "Statements that certainly held, in the view of firefly, or undisputed: 2 began, 1 ended, 2 kept.",
    ]


def test_an_era_against_itself_is_one_sentence_and_no_table(kg: Run, freedonia: Path) -> None:
    done = kg("diff", "early", "early", "--corpus", freedonia)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Early against Early: 0 pairs began, 0 ended, 0 changed sign, 3 kept theirs.",
        "Statements that possibly held, in anybody’s view: 0 began, 0 ended, 4 kept.",
    ]


def test_json_lists_every_pair_with_what_was_kept_and_all_passages(kg: Run, freedonia: Path) -> None:
    done = kg("diff", "early", "late", "--certain", "--as-seen-by", "press", "--format", "json", "--corpus", freedonia)
    expected = {
        "first": {"id": "early", "label": "Early"},
        "second": {"id": "late", "label": "Late"},
        "certain": True,
        "as-seen-by": "press",
        "sentence": "Late against Early: 1 pair began, 0 ended, 0 changed sign, 3 kept theirs.",
        "counts": {
            "pairs": {"began": 1, "ended": 0, "changed": 0, "kept": 3},
            "statements": {"began": 2, "ended": 0, "kept": 3},
        },
        "pairs": [
            pair("firefly freedonia", "0", "0", "kept", kept=["reign--leads"]),
            pair("firefly head-of-freedonia", "0", "0", "kept", kept=["reign"]),
            pair("firefly trentino", None, "0", "began", began=["ball--firefly--trentino--met"]),
            pair("freedonia sylvania", "-", "-", "kept", began=["sanctions"], kept=["distrust"]),
        ],
        "evidence": {
            "ball--firefly--trentino--met": ["gazette, June"],
            "distrust": ["gazette, g"],
            "reign": ["gazette, h"],
            "reign--leads": ["gazette, h"],
            "sanctions": ["gazette, d"],
        },
    }
    assert (done.code, done.out, done.err) == (0, json.dumps(expected, indent=2, ensure_ascii=False) + "\n", "")


def pair(between: str, before: str | None, after: str | None, change: str, **statements: list[str]) -> dict[str, object]:
    listed = {name: statements.get(name, []) for name in ("began", "ended", "kept")}
    return {"between": between.split(), "before": before, "after": after, "change": change, **listed}


@pytest.mark.parametrize("format", ["table", "json"])
def test_two_runs_are_the_same_bytes(begin: Callable[..., subprocess.Popen[bytes]], format: str) -> None:
    def run(seed: str) -> bytes:
        environment = os.environ | {"PYTHONHASHSEED": seed}
        with begin("diff", "2013-2015", "2016-2018", "--format", format, env=environment) as process:
            return process.communicate(timeout=120)[0]

    assert run("1") == run("2")
    assert len(run("3").splitlines()) > 100


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["erly", "late"], "no era 'erly'; nearest: early"),
        (["early", "lat"], "no era 'lat'; nearest: late"),
        (["", "late"], "no era ''; there are: early, late"),
        (["freedonia", "late"], "no era 'freedonia'; there are: early, late"),
        (["early", "late", "--as-seen-by", "pres"], "no actor 'pres'; nearest: press"),
    ],
)
def test_what_does_not_exist_exits_with_two_and_the_nearest_names(kg: Run, freedonia: Path, args: list[str], line: str) -> None:
    done = kg("diff", *args, "--corpus", freedonia)
    assert (done.code, done.out, done.err) == (2, "", f"kg: {line}\n")


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["early"], "Missing argument 'ERA'"),
        (["early", "late", "later"], "unexpected extra argument (later)"),
        (["early", "late", "--format", "xml"], "'xml' is not one of 'table', 'json'"),
        (["early", "late", "--on", "1932-01-01"], "No such option '--on'"),
    ],
)
def test_wrong_usage_exits_with_two_and_says_why(kg: Run, args: list[str], why: str) -> None:
    done = kg("diff", *args)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
