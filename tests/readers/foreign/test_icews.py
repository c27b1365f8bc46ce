"""Raw events: who did what to whom on a day, of what intensity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.readers.foreign.build import Done, run

HEADING = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|"
    "Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude"
)
BODIES = "International Government Organization,Global"


def row(
    source: Sequence[str] = ("Hugo", "Elite", "Freedonia"),
    code: str = "051",
    target: Sequence[str] = ("Japan", "NA", "Japan"),
    day: str = "2018-06-01",
    intensity: str = "3.4",
) -> str:
    return "|".join(["1", day, *source, "text", code, intensity, *target, *["NA"] * 9])


def read(folder: Path, *rows: str) -> Done:
    path = folder / "e.tab"
    path.write_text("".join(f"{each}\n" for each in rows).replace("|", "\t"), encoding="utf-8")
    return run("icews", path)


def test_an_event_is_a_statement_of_one_day_with_its_intensity(tmp_path: Path) -> None:
    done = read(tmp_path, HEADING, row())
    assert done.triples == [("hugo", "praises", "japan", "2018-06-01")]
    assert done.statements[0]["quantities"] == [{"measure": "intensity", "value": 3.4, "unit": "goldstein", "comparator": "exactly"}]
    assert done.statements[0]["evidence"] == [{"source": "icews-e", "row": 1}]


def test_a_file_may_have_no_heading(tmp_path: Path) -> None:
    assert read(tmp_path, row()).statements == read(tmp_path, HEADING, row()).statements


def test_what_is_only_intended_is_planned(tmp_path: Path) -> None:
    assert [each["status"] for each in read(tmp_path, row(code="030"), row(code="050")).statements] == ["planned", "actual"]


def test_an_actor_is_the_state_only_where_it_bears_the_countrys_name(tmp_path: Path) -> None:
    ends = [
        ("Russia", "NA", "Russian Federation"),
        ("Government (Japan)", "Government", "Japan"),
        ("Freedonia", "NA", "Freedonia"),
        ("League of Freedonia", BODIES, "NA"),
        ("League of Japan", BODIES, "Japan"),
        ("Georgia", "NA", "United States"),
    ]
    done = read(tmp_path, *[row(source=end, target=("Hugo", "Elite", "NA")) for end in ends])
    names = ["russia", "government-japan", "freedonia", "league-of-freedonia", "league-of-japan", "georgia"]
    assert [each[0] for each in done.triples] == names
    assert done.files["actors/new.yaml"].decode().splitlines() == [
        '- {id: freedonia, kind: state, label: "Freedonia"}',
        '- {id: georgia, kind: group, label: "Georgia"}',
        '- {id: government-japan, kind: group, label: "Government (Japan)"}',
        '- {id: hugo, kind: group, label: "Hugo"}',
        '- {id: league-of-freedonia, kind: international-body, label: "League of Freedonia"}',
        '- {id: league-of-japan, kind: group, label: "League of Japan"}',
    ]


def test_an_actor_that_is_not_told_is_nobody(tmp_path: Path) -> None:
    done = read(tmp_path, row(source=("Unspecified Actor", "Unspecified", "Japan")))
    assert (done.statements, dict(done.figures.account.skipped)) == ([], {"an actor that is not told": 1})


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (row(code="999"), "no code of CAMEO: '999'"),
        (row(code="51"), "no code of CAMEO: '51'"),
        (row(day="2018-06"), "no day as YYYY-MM-DD: '2018-06'"),
        (row(day="2018-06-31"), "no day 2018-06-31: 2018-06 has days 01 to 30"),
        (row(intensity="11"), "no number: '11', from -10 to 10"),
        (row(intensity="NaN"), "no number: 'NaN', from -10 to 10"),
        (row(source=("NA", "NA", "NA")), "an actor without a name"),
        (row(source=("Japan", "NA", "Japan")), "japan stands on both sides"),
        (row() + "|", "21 cells where the table has 20 columns"),
    ],
)
def test_what_does_not_fit_is_rejected_with_its_reason(tmp_path: Path, bad: str, why: str) -> None:
    done = read(tmp_path, row(), bad)
    assert (done.reasons, len(done.statements)) == ([f"2: {why}"], 1)


def test_an_intensity_may_be_missing(tmp_path: Path) -> None:
    assert [each["quantities"] for each in read(tmp_path, row(intensity="NA")).statements] == [[]]


@pytest.mark.samples
def test_every_row_of_the_sample_is_accounted_for() -> None:
    done = run("icews", SAMPLES / "icews" / "events.2018.sample.tab")
    account = done.figures.account
    assert (account.read, account.taken, dict(account.rejected), account.skipped.total()) == (3_705, 3_614, {}, 91)
    assert len(done.statements) == 3_614
