"""Whatever stands in the cells of alliances, votes and vetoes: every row is accounted for, and the corpus can be read."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.files import write
from kg.readers.curated.corpus import read
from tests.readers.foreign.build import corpus_of, kinds, run

Table = Mapping[str, str]  # each column with what may stand there
ALLIANCES: Table = {
    **{"ccode1": "2", "ccode2": "20", "dyad_st_year": "1949.0", "dyad_st_month": "4", "dyad_st_day": "24", "dyad_end_year": "1966"},
    **{"dyad_end_month": "-9", "dyad_end_day": "", "left_censor": "0", "right_censor": "0.0"},
    **{"defense": "1", "neutrality": "0", "nonaggression": "", "entente": "1.0"},
}
YEARS: Table = {"ccode1": "2", "ccode2": "365", "year": "1949", "defense": "1", "neutrality": "0", "nonaggression": "1", "entente": "-9"}
CALLS: Table = {"rcid": "3", "date": "1946-01-01", "unres": "R/1/66"}
VOTES: Table = {"rcid": "3.0", "country": "Cuba", "country_code": "CU", "vote": "absent"}
MEMBERS: Table = dict.fromkeys(("China", "France", "Russia", "USA", "UK"), "0")
VETOES: Table = {"date": "2/16/1946", "draft": "S/PV.23", "member_veto1": "USSR", **MEMBERS, "USSR": "1"}
ODD = ["-9", "NA", "0", "1", "2", "21", "20", "1950", "9999", "0000-00-00", "1946-02-30", "2/30/1946", "yes", "France", "Hugo", "=1+1"]
CELLS = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))


def rows_of(columns: Table) -> st.SearchStrategy[list[list[str]]]:
    """Rows of good cells with odd ones among them, and rows of any length."""
    good = st.tuples(*(st.one_of(*[st.just(cell)] * 6, CELLS) for cell in columns.values())).map(list)
    return st.lists(st.one_of(good, good, good, st.lists(CELLS, max_size=len(columns) + 1)), max_size=12)


def table(file: Path, columns: Table, rows: Sequence[Sequence[str]]) -> Path:
    """A file of the rows."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([list(columns), *rows])
    return file


@pytest.mark.parametrize(
    ("name", "tables"),
    [("cow-alliances", [ALLIANCES]), ("cow-alliances", [YEARS]), ("un-votes", [CALLS, VOTES]), ("unsc-vetoes", [VETOES])],
)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_every_row_is_accounted_for_and_the_corpus_can_be_read(name: str, tables: Sequence[Table], data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        files = []
        for number, columns in enumerate(tables):
            files.append(table(Path(place) / f"t{number}.csv", columns, data.draw(rows_of(columns))))
        done = run(name, *files, known=corpus_of())
        account = done.figures.account
        assert account.read == account.taken + account.rejected.total() + account.skipped.total()
        assert len(done.rejected) == account.rejected.total()
        for path, content in done.files.items():
            if path.endswith(".yaml"):
                write(Path(place) / "new" / path, content)
        made = read([Path(place) / "new"], kinds()).records.by_id
        assert {end for row in done.statements for end in (row["subject"], row["object"])} <= made.keys()
