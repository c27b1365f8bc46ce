"""Quadruples and quintuples of temporal graphs, by name or by number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import CorpusError, FileError, UsageError
from kg.readers.foreign.facts import Reject
from kg.readers.foreign.times import Count, Unit, edtf
from tests.conftest import SAMPLES
from tests.readers.foreign.build import Done, run

TKG = SAMPLES / "tkg"


def read(folder: Path, mapping: str, **files: str) -> Done:
    """Import files of these names, of which single blanks are tabs."""
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text.replace(" ", "\t"), encoding="utf-8")
    beside = folder / "m.yaml"
    beside.write_text(mapping, encoding="utf-8")
    return run("tkg", *[folder / f"{name}.txt" for name in files], mapping=beside if mapping else None)


def test_names_stand_for_themselves_and_relations_are_mapped(tmp_path: Path) -> None:
    done = read(
        tmp_path,
        "relations: {Praise: praises, intend: '030'}",
        facts="Russia PRAISE <Rufus_Firefly> 2014-02-03\nRussia intend Japan 2014\n",
    )
    assert done.triples == [("russia", "praises", "rufus-firefly", "2014-02-03"), ("russia", "cooperatesWith", "japan", "2014")]
    assert [row["status"] for row in done.statements] == ["actual", "planned"]


def test_a_relation_that_is_a_code_of_cameo_needs_no_mapping(tmp_path: Path) -> None:
    assert read(tmp_path, "", facts="Russia 051 Japan 2014\n").triples == [("russia", "praises", "japan", "2014")]


def test_a_mapping_may_name_the_new_corpus(tmp_path: Path) -> None:
    mapping = "title: Visits\nlicence: https://example.org/licence\n"
    assert read(tmp_path, mapping, facts="Russia 051 Japan 2014\n").files["corpus.yaml"].decode() == (
        "{title: Visits, version: 1, licence: 'https://example.org/licence', base: 'https://example.org/'}\n"
    )


def test_a_table_of_codes_gives_their_names(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_bytes(b'"name","code","text"\n"Speak well","051","caf\xe9\nau lait"\n"Nothing","NA",""\n')
    (tmp_path / "m.yaml").write_text("cameo: codes.csv\n", encoding="utf-8")
    (tmp_path / "f.txt").write_text("Russia\tSPEAK WELL\tJapan\t2014\nRussia\tNothing\tJapan\t2014\n", encoding="utf-8")
    done = run("tkg", tmp_path / "f.txt", mapping=tmp_path / "m.yaml")
    assert done.triples == [("russia", "praises", "japan", "2014")]
    assert done.reasons == ["2: no relation of the mapping, nor a code of CAMEO: 'Nothing'"]


def test_numbers_are_read_by_dictionaries_whichever_file_is_named_first(tmp_path: Path) -> None:
    files = {"train": "0 7 1 48\n1 7 2 24\n1 8 0 24\n1 7 0 x\n", "entity2id": "Q159 0\nJapan 1\n\nRussia 0\n", "relation2id": "051 7\n"}
    done = read(tmp_path, "times: {start: 2014-01-01, unit: hour}", **files)
    assert done.triples == [("russia", "praises", "japan", "2014-01-03")]
    assert done.rejected == [
        {"file": "entity2id.txt", "line": "3", "row": "3", "reason": "an empty row", "raw": ""},
        {"file": "entity2id.txt", "line": "4", "row": "4", "reason": "no name with a number of its own: 'Russia', '0'", "raw": "Russia\t0"},
        {"file": "train.txt", "line": "2", "row": "2", "reason": "not in the dictionary: '2'", "raw": "1\t7\t2\t24"},
        {"file": "train.txt", "line": "3", "row": "3", "reason": "not in the dictionary: '8'", "raw": "1\t8\t0\t24"},
        {"file": "train.txt", "line": "4", "row": "4", "reason": "no date: 'x'", "raw": "1\t7\t0\tx"},
    ]
    assert done.figures.account.read == done.figures.account.taken + 5 == 9


def test_a_fifth_column_is_an_end_unless_the_mapping_says_not(tmp_path: Path) -> None:
    facts = "Russia 051 Japan 1926-##-## 1929-05-##\nJapan 051 Russia ####-##-## 2015-##-##\nJapan 051 Russia ####-##-## ####-##-##\n"
    done = read(tmp_path, "", facts=facts)
    assert [when for *_, when in done.triples] == ["1926/1929-05", "/2015"]
    assert done.reasons == ["3: nothing is known of the time"]
    times = "times: {start: 2014, unit: day}\nintervals: false\n"
    assert [each[3] for each in read(tmp_path, times, facts="Russia 051 Japan 3 0\n").triples] == ["2014-01-04"]


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        (["1926-##-##"], "1926"),
        (["1926-05-##"], "1926-05"),
        (["19##-##-##", "19##-##-##"], "19XX"),
        (["2008-##-##", "2008-##-##"], "2008"),
        (["1968-##-##", "####-##-##"], "1968/"),
        (["2014"], "2014"),
    ],
)
def test_what_is_not_known_of_a_date_is_left_open(cells: list[str], when: str) -> None:
    assert edtf(cells, None) == when


@pytest.mark.parametrize(
    ("unit", "number", "when"),
    [
        (Unit.MINUTE, 1455, "2014-02-01"),
        (Unit.HOUR, 24, "2014-02-01"),
        (Unit.DAY, 365, "2015-01-31"),
        (Unit.WEEK, 1, "[2014-02-07..2014-02-13]"),
        (Unit.MONTH, 11, "2014-12"),
        (Unit.YEAR, 0, "2014"),
    ],
)
def test_numbers_count_units_from_a_day(unit: Unit, number: int, when: str) -> None:
    assert edtf([str(number)], Count(date(2014, 1, 31), unit)) == when


@pytest.mark.parametrize("unit", list(Unit))
def test_a_number_beyond_the_calendar_is_rejected(unit: Unit) -> None:
    with pytest.raises(Reject, match="is no day of the calendar"):
        edtf(["99999999999"], Count(date(2014, 1, 1), unit))


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("24", "no date: '24': say in the mapping what numbers count, as in `times: {start: 2014-01-01, unit: day}`"),
        ("-431-##-##", "no date: '-431-##-##'"),
        ("", "no date: ''"),
    ],
)
def test_what_is_no_time_says_what_to_do(cell: str, why: str) -> None:
    with pytest.raises(Reject) as refused:
        edtf([cell], None)
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("mapping", "fault"),
    [
        ("relations: {a: loves}", "1: a: 'loves' is neither a kind of relation that may be written nor a code of CAMEO"),
        ("relations:\n  a: metWith", "2: a: 'metWith' is neither a kind of relation that may be written nor a code of CAMEO"),
        ("times: {start: soon, unit: day}", "1: 'soon' is no plain date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("times: {start: 2014, unit: eon}", "1: unit 'eon' is none of minute, hour, day, week, month, year"),
        ("licence: CC-BY", "1: licence 'CC-BY' is no web address: write https://…"),
        ("time: x", "1: unknown field time: is times meant?"),
    ],
)
def test_a_faulty_mapping_is_told_by_line(tmp_path: Path, mapping: str, fault: str) -> None:
    with pytest.raises(CorpusError) as told:
        read(tmp_path, mapping, facts="a b c 2014\n")
    assert str(told.value) == f"{tmp_path / 'm.yaml'}:{fault}"


def test_a_table_of_codes_without_codes_is_told(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_bytes(b"a,b\n1,2\n")
    with pytest.raises(FileError, match="is no table of codes: columns `name` and `code` are needed"):
        read(tmp_path, "cameo: codes.csv", facts="a b c 2014\n")


def test_a_file_of_another_form_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"facts\.txt: line 1 has 3 columns: 4 or 5 are needed, with tabs or blanks between"):
        read(tmp_path, "", facts="a b c\n")


@pytest.mark.samples
def test_every_row_of_the_samples_is_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "n.yaml").write_text(f"cameo: {SAMPLES / 'icews' / 'cameo-codes.csv'}\n", encoding="utf-8")
    named = run("tkg", TKG / "icews-named.head.txt", mapping=tmp_path / "n.yaml").figures.account
    assert (named.read, named.taken) == (20, 20)
    (tmp_path / "w.yaml").write_text("relations: {P190: cooperatesWith, P39: memberOf, P108: memberOf, P166: praises}\n", encoding="utf-8")
    done = run("tkg", *sorted(TKG.glob("wikidata-*")), mapping=tmp_path / "w.yaml")
    account = done.figures.account
    assert (account.read, account.taken, dict(account.rejected)) == (68, 60, {"a relation": 8})
    assert done.triples[0] == ("q382767", "memberOf", "q6578215", "1926/1929")
