"""Any table becomes statements by its mapping; what does not fit is told by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest

from kg.csvfile import guarded
from kg.errors import CorpusError, FileError, UsageError
from tests.readers.foreign.build import Done, kinds, run

PLAIN = "subject: from\nrelation: what\nobject: to\nstart: day\n"
HEAD = "from,what,to,day\n"


def put(folder: Path, table: str | bytes, mapping: str = PLAIN, name: str = "a.csv") -> tuple[Path, Path]:
    """A table and its mapping in files."""
    path, beside = folder / name, folder / "m.yaml"
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    beside.write_text(mapping, encoding="utf-8")
    return path, beside


def read(folder: Path, table: str | bytes, mapping: str = PLAIN, name: str = "a.csv", **wish: Any) -> Done:
    path, beside = put(folder, table, mapping, name)
    return run("table", path, mapping=beside, **wish)


def test_a_row_is_a_statement_with_file_and_row(tmp_path: Path) -> None:
    done = read(tmp_path, HEAD + "Moscow,praises,Ruritania,2014-03\nMoscow,praises,Ruritania,2015\n")
    assert done.triples == [("russia", "praises", "ruritania", "2014-03"), ("russia", "praises", "ruritania", "2015")]
    assert [(row["id"], row["evidence"]) for row in done.statements] == [
        ("table-a-000001", [{"source": "table-a", "row": 1}]),
        ("table-a-000002", [{"source": "table-a", "row": 2}]),
    ]
    assert done.files["actors/new.yaml"].decode() == '- {id: ruritania, kind: group, label: "Ruritania"}\n'


FULL = """\
title: Duties
licence: https://example.org/licence
delimiter: semicolon
empty: [NA, "-9"]
subject: {column: a, cow: a_code, kind: state}
relation: {column: what, words: {ally: cooperatesWith, vague: relatedTo}}
object: {is: Japan}
start: {column: begin, dates: "%d.%m.%Y"}
end: {column: end, dates: "%Y"}
sign: {column: sign, words: {good: "1", bad: "-1"}}
said: said
status: {column: status, words: {wish: planned}}
according-to: {column: speaker, kind: person}
source: book
row: line
quantities:
  - {measure: duty, column: duty, unit: percent, comparator: about}
  - {measure: share, column: share, unit: percent}
"""
FULL_HEAD = "a;a_code;what;begin;end;sign;said;status;speaker;book;line;duty;share\n"


def test_every_part_of_a_statement_can_be_mapped(tmp_path: Path) -> None:
    rows = (
        "Ruritania;990.0;vague;03.02.2014;2016;bad;2017-05;wish;Hugo;Blue book;17;1.50;NA\nX;365;ally;-9;2016;good;;NA;Hugo;NA;NA;NA;-9\n"
    )
    done = read(tmp_path, FULL_HEAD + rows, FULL)
    assert done.statements == [
        {
            "id": "table-a-000001",
            "subject": "ruritania",
            "relation": "relatedTo",
            "object": "japan",
            "when": "2014-02-03/2016",
            "evidence": [{"source": "table-a-of-blue-book", "row": 17}],
            "according_to": ["hugo"],
            "said": "2017-05",
            "status": "planned",
            "negated": False,
            "polarity": -1,
            "quantities": [{"measure": "duty", "value": 1.5, "unit": "percent", "comparator": "about"}],
        },
        {
            "id": "table-a-000002",
            "subject": "russia",
            "relation": "cooperatesWith",
            "object": "japan",
            "when": "/2016",
            "evidence": [{"source": "table-a", "row": 2}],
            "according_to": ["hugo"],
            "said": None,
            "status": "actual",
            "negated": False,
            "polarity": None,
            "quantities": [],
        },
    ]
    assert done.files["corpus.yaml"].decode() == (
        "{title: Duties, version: 1, licence: 'https://example.org/licence', base: 'https://example.org/'}\n"
    )
    assert done.files["actors/new.yaml"].decode() == (
        '- {id: hugo, kind: person, label: "Hugo"}\n- {id: ruritania, kind: state, label: "Ruritania", cow: 990}\n'
    )
    assert "id: table-a-of-blue-book, kind: dataset, label: Blue book" in done.files["sources.yaml"].decode()


def shown(row: str) -> str:
    """A row as it is told: cut, and with nothing in it that nobody sees."""
    return (row if len(row) <= 200 else f"{row[:200]}…").replace("\0", "�")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Russia,praises,Japan", "3 cells where the table has 4 columns"),
        ("Russia,praises,Japan,2014,", "5 cells where the table has 4 columns"),
        ("", "an empty row"),
        ('"Russia,praises,Japan,2014', "quotes that do not pair"),
        ("Russia,praises,Japan,2014-02-30", "no day 2014-02-30: 2014-02 has days 01 to 28"),
        ("Russia,praises,Japan,0000", "'0000': years run from 0001 to 9999"),
        ("Russia,praises,Japan,9999-99-99", "'9999-99-99': the year 9999 stands for no date"),
        ("Russia,praises,Japan,9999", "'9999': the year 9999 stands for no date"),
        ("Russia,praises,Japan,2015/2014", "'2015/2014' runs backwards: 2015 is after 2014"),
        ("Russia,praises,Japan,", "neither begin nor end"),
        ("Russia,praises,moscow,2014", "russia stands on both sides"),
        ("Russia,loves,Japan,2014", "no kind of relation, nor a word of the mapping: 'loves'"),
        ("Russia,holdsOffice,Japan,2014", "russia is no subject for holdsOffice, which takes Person there"),
        ("Russia,leads,Japan,2014", "the build derives, nobody writes, 'leads': kinds are defined in ontology/relations.ttl"),
        (",praises,Japan,2014", "an actor without a name"),
        (f"{'x' * 301},praises,Japan,2014", f"a name of 301 characters, 300 are the most: '{'x' * 40}'…"),
        ("a\0b,praises,Japan,2014", "a name with characters that nobody sees: 'a\\x00b'"),
    ],
)
def test_a_row_that_does_not_fit_is_rejected_with_its_reason(tmp_path: Path, row: str, why: str) -> None:
    done = read(tmp_path, f"{HEAD}{row}\nRussia,praises,Japan,2014\n")
    assert done.rejected == [{"file": "a.csv", "line": "2", "row": "1", "reason": guarded(why), "raw": shown(row)}]
    assert done.triples == [("russia", "praises", "japan", "2014")]
    assert "actors/new.yaml" not in done.files


@pytest.mark.parametrize(
    ("mapping", "row", "why"),
    [
        ("sign: x", "-1", "the sign -1 contradicts that of praises, 1"),
        ("sign: x", "2", "no sign, which is 1, 0, -1 or a word of the mapping: '2'"),
        ("status: x", "dreamt", "no status, nor a word of the mapping: 'dreamt'"),
        ("quantities: {measure: m, column: x, unit: u}", "many", "no number: 'many'"),
        ("quantities: {measure: m, column: x, unit: u}", "inf", "no number: 'inf'"),
        ("end: {column: x, dates: '%d/%m/%Y'}", "31/02/2014", "no date written as %d/%m/%Y: '31/02/2014'"),
        ("end: x", "2013", "'2014/2013' runs backwards: 2014 is after 2013"),
        ("according-to: {column: x, cow: x}", "R", "no whole number above 0: 'R'"),
        ("according-to: {column: x, iso3166: x}", "RUS", "no two letters of ISO 3166: 'RUS'"),
        ("according-to: {column: x, wikidata: x}", "Q0", "no item of Wikidata, which is Q and digits: 'Q0'"),
        ("row: x", "0", "no whole number above 0: '0'"),
        ("said: x", "soon", "'soon' is no date: write YYYY, YYYY-MM or YYYY-MM-DD, then ~ ? or % where the text hedges it"),
    ],
)
def test_a_cell_that_does_not_fit_is_rejected_with_its_reason(tmp_path: Path, mapping: str, row: str, why: str) -> None:
    done = read(tmp_path, f"from,what,to,day,x\nRussia,praises,Japan,2014,{row}\n", f"{PLAIN}{mapping}\n")
    assert done.reasons == [f"1: {why}"]


@pytest.mark.parametrize(
    ("written", "cell", "when"),
    [
        ("%G-W%V-%u", "2015-W01-1", "2014-12-29"),
        ("%Y/%j", "2015/032", "2015-02-01"),
        ("%d %Y", "17 2015", "2015"),
        ("%Y week %U", "2015 week 30", "2015"),
        ("%b %Y", "Mar 2015", "2015-03"),
        ("%Y-%m-%dT%H:%M%z", "2015-03-04T23:30+0100", "2015-03-04"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(tmp_path: Path, written: str, cell: str, when: str) -> None:
    done = read(tmp_path, f"from,what,to,day\nRussia,praises,Japan,{cell}\n", PLAIN.replace("day", f"{{column: day, dates: '{written}'}}"))
    assert [row["when"] for row in done.statements] == [when]


def test_what_is_rejected_can_be_opened_in_a_spreadsheet(tmp_path: Path) -> None:
    row = f"=cmd(),praises,{'x' * 500},20"
    done = read(tmp_path, f"{HEAD}{row}\n")
    assert [each["raw"] for each in done.rejected] == [f"'{row[:200]}…"]
    assert read(tmp_path, f"{HEAD}@cmd,praises,Japan,2014\n").files["import/unmatched.csv"].decode() == (
        "name,wikidata,cow,iso3166,actor,facts,why\r\n'@cmd,,,,cmd,1,nobody of that name\r\n"
    )


@pytest.mark.parametrize(
    ("mapping", "faults"),
    [
        ("", ["1: the file is empty"]),
        (
            "subject: a\nstrat: b\n",
            [
                "1: object is missing: name its column, or what it always is as {is: …}",
                "1: relation is missing: name its column, or what it always is as {is: …}",
                "1: start is missing: say where the date stands, or what it is",
                "2: unknown field strat: is start meant?",
            ],
        ),
        (PLAIN + "licence: CC-BY\n", ["5: licence 'CC-BY' is no web address: write https://…"]),
        (PLAIN + "source: s\n", ["5: source names another data set: say in `row` which of its rows is meant"]),
        (PLAIN.replace("what", "{is: prases}"), ["2: relation 'prases' is none: is praises meant?"]),
        (PLAIN.replace("what", "{column: w, words: {x: leads}}"), ["2: relation 'leads' is none that is known"]),
        (PLAIN.replace("from", "{column: a, is: b}"), ["1: either `column` names the column, or `is` says what it always is"]),
        (PLAIN.replace("from", "{column: a, kind: tribe}"), [None]),
        (PLAIN.replace("day", "{column: a, dates: '%d'}"), ["4: dates '%d' tells no year, or can't be read: write as in %d/%m/%Y"]),
        (PLAIN.replace("day", "{column: a, dates: '%Y %Q'}"), ["4: dates '%Y %Q' tells no year, or can't be read: write as in %d/%m/%Y"]),
        (PLAIN + "delimiter: '::'\n", ["5: delimiter '::' is one character, or one of tab, comma, semicolon, pipe"]),
        (PLAIN + "quantities: {measure: Big Duty, column: x}\n", [None, "5: unit is missing"]),
    ],
)
def test_a_faulty_mapping_is_told_by_line(tmp_path: Path, mapping: str, faults: list[str | None]) -> None:
    path, beside = put(tmp_path, HEAD, mapping)
    with pytest.raises(CorpusError) as told:
        run("table", path, mapping=beside)
    assert len(told.value.faults) == len(faults)
    for fault, wanted in zip(map(str, told.value.faults), faults, strict=True):
        assert wanted is None or fault == f"{beside}:{wanted}"


def test_columns_that_are_not_there_and_files_that_are_empty_are_told(tmp_path: Path) -> None:
    path, beside = put(tmp_path, "from,what,to,date\n")
    with pytest.raises(FileError, match=r"a\.csv: no column day; there are: from, what, to, date$"):
        run("table", path, mapping=beside)
    path.write_bytes(b"")
    with pytest.raises(FileError, match=r"a\.csv: is empty: there is no row in it$"):
        run("table", path, mapping=beside)
    path.write_bytes(HEAD.encode("utf-16-le"))
    with pytest.raises(FileError, match=r"line 1 has NUL characters: is it UTF-16\? Then say --encoding utf-16-le"):
        run("table", path, mapping=beside)
    assert run("table", path, mapping=beside, encoding="utf-16-le").statements == []
    with pytest.raises(UsageError, match="a table needs a mapping of its columns: --mapping FILE"):
        run("table", path)


def test_tabs_are_told_by_the_ending(tmp_path: Path) -> None:
    table = (HEAD + "Russia,praises,Japan,2014\n").replace(",", "\t")
    assert len(read(tmp_path, table, name="a.tsv").statements) == len(read(tmp_path, table, name="b.tab").statements) == 1


def test_a_parquet_file_is_a_table_too(tmp_path: Path) -> None:
    columns: dict[str, Any] = {
        "from": ["Russia", None],
        "what": pyarrow.array(["praises"] * 2).dictionary_encode(),
        "to": ["Japan"] * 2,
        "day": [date(2014, 2, 3)] * 2,
        "code": [990, 991],
    }
    path, beside = tmp_path / "a.parquet", tmp_path / "m.yaml"
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    beside.write_text(PLAIN.replace("to\n", "{column: to, cow: code}\n"), encoding="utf-8")
    done = run("table", path, mapping=beside)
    assert done.triples == [("russia", "praises", "japan-state", "2014-02-03")]
    assert done.rejected == [
        {"file": "a.parquet", "line": "2", "row": "2", "reason": "an actor without a name", "raw": ",praises,Japan,2014-02-03,991"}
    ]


@pytest.mark.parametrize("kept", [0, 4, 300, -4])
def test_a_parquet_file_cut_off_is_one_error(tmp_path: Path, kept: int) -> None:
    path, beside = put(tmp_path, b"", name="a.parquet")
    pyarrow.parquet.write_table(pyarrow.table({name: ["x"] * 99 for name in ("from", "what", "to", "day")}), path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(FileError, match=r"a\.parquet: is no whole Parquet file: "):
        run("table", path, mapping=beside)


def test_a_parquet_file_of_lists_is_refused(tmp_path: Path) -> None:
    path, beside = put(tmp_path, b"", name="a.parquet")
    pyarrow.parquet.write_table(pyarrow.table({"from": [["x"]]}), path)
    with pytest.raises(FileError, match="column from holds lists or structures"):
        run("table", path, mapping=beside)


def test_every_kind_that_a_mapping_may_name_is_one_that_may_be_written() -> None:
    assert {kind.name for kind in kinds().values() if kind.derived} == {"metWith", "proposes", "targets", "leads"}
