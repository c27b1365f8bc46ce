"""An import accounts for every row and makes a corpus that stands alone, and beside the one it was matched with."""

from __future__ import annotations

import hashlib
import random
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import resources
from kg.errors import FileError, UsageError
from kg.files import write
from kg.model.entities import Source
from kg.model.evidence import Evidence
from kg.model.vocabulary import SourceKind
from kg.readers.curated.corpus import read
from kg.readers.foreign.runs import Rule
from kg.readers.foreign.statements import GROUP
from tests.readers.foreign.build import KNOWN, RUSSIA, Done, corpus_of, kinds, run

MAPPING = "subject: from\nrelation: what\nobject: to\nstart: day\n"
HEAD = "from,what,to,day\n"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "m.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


GARBAGE = st.text(st.sampled_from('ab,"\t\0é\u2028=\ud7ff09-'), max_size=30)
GOOD = st.sampled_from(["Russia,praises,Japan,2014", '"Japan",praises,"Hu\ngo",2014-02-03', "a,praises,b,2014"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.one_of(GARBAGE, GOOD), max_size=25), ENDS, st.booleans())
def test_every_row_of_any_garbage_is_accounted_for(tmp_path: Path, mapping: Path, drawn: list[str], end: str, spells: bool) -> None:
    path = put(tmp_path / "a.csv", HEAD + end.join(drawn))
    done = run("table", path, mapping=mapping, spells=Rule() if spells else None)
    account = done.figures.account
    assert account.read == account.taken + account.rejected.total() + account.skipped.total()
    assert len(done.rejected) == account.rejected.total()
    cited = sorted(piece["row"] for row in done.statements for piece in row["evidence"])
    assert sorted([*cited, *(int(row["row"]) for row in done.rejected)]) == list(range(1, account.read + 1))
    ids = {row["id"] for row in done.statements}
    assert len(ids) == len(done.statements) == done.figures.statements


def corpus(folder: Path, done: Done) -> Path:
    """The new corpus on disk but for its statements."""
    for name, data in done.files.items():
        if name.endswith(".yaml"):
            write(folder / name, data)
    return folder


def test_a_matched_actor_comes_with_all_that_it_refers_to(tmp_path: Path, mapping: Path) -> None:
    gazette = Source(id="gazette", kind=SourceKind.ARTICLE, label="Gazette", authors=("japan",), publisher="north-korea")
    more = Source(id="other", kind=SourceKind.ARTICLE, label="Other")
    russia = type(RUSSIA)(**{name: getattr(RUSSIA, name) for name in ("id", "kind", "label")}, evidence=(Evidence("gazette", locator="1"),))
    known = corpus_of(russia, *KNOWN[1:], gazette, more)
    path = put(tmp_path / "a.csv", HEAD + "Russia,praises,Hugo,2014\n")
    records = read([corpus(tmp_path / "new", run("table", path, mapping=mapping, known=known))], kinds()).records
    assert list(records.by_id) == ["gazette", "hugo", "japan", "north-korea", "russia", "table-a"]
    assert all(records.by_id[name] == known.by_id[name] for name in ("gazette", "japan", "north-korea", "russia"))


def test_the_new_corpus_loads_beside_the_shipped_one(tmp_path: Path, mapping: Path) -> None:
    shipped = resources.shipped_corpus()
    known = read([shipped], kinds()).records
    path = put(tmp_path / "a.csv", HEAD + "Moscow,praises,Vladimir Putin,2014\nSeoul,praises,Ruritania,2014\n")
    new = corpus(tmp_path / "new", run("table", path, mapping=mapping, known=known))
    both = read([shipped, new], kinds()).records
    assert both.by_id.keys() - known.by_id.keys() == {"ruritania", "table-a"}
    alone = read([new], kinds()).records
    assert alone.by_id.items() <= both.by_id.items()
    assert alone.corpus.base == known.corpus.base


def test_a_source_tells_the_file_and_its_hash(tmp_path: Path, mapping: Path) -> None:
    done = run("table", put(tmp_path / "a.csv", HEAD), mapping=mapping)
    sha256 = hashlib.sha256(HEAD.encode()).hexdigest()
    assert done.files["sources.yaml"].decode() == (
        f"- {{id: table-a, kind: dataset, label: a.csv, definition: Read from a file of SHA-256 {sha256}.,\n  text: none}}\n"
    )


def test_files_that_could_be_taken_for_each_other_get_names_of_their_own(tmp_path: Path, mapping: Path) -> None:
    row = "Russia,praises,Japan,2014\n"
    names = ["x/a.csv", "y/a.csv", "a.tsv.csv", "a-000001.csv", "Table A.csv", "table.csv"]
    paths = [put(tmp_path / name, HEAD + row) for name in names]
    done = run("table", *paths, mapping=mapping)
    assert [row["id"] for row in done.statements] == [
        "table-a-000001",
        "table-a-file-2-000001",
        "table-a-tsv-000001",
        "table-a-000001-file-2-000001",
        "table-a-file-3-000001",
        "table-file-2-000001",
    ]


def test_a_large_file_is_written_by_row_groups(tmp_path: Path, mapping: Path) -> None:
    path = put(tmp_path / "a.csv", HEAD + "Russia,praises,Japan,2014\n" * (GROUP + 1))
    done = run("table", path, mapping=mapping)
    write(tmp_path / "t.parquet", done.files["statements/table.parquet"])
    file = pyarrow.parquet.ParquetFile(tmp_path / "t.parquet")
    assert [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)] == [GROUP, 1]
    assert str(file.schema_arrow.field("when").type) == "dictionary<values=string, indices=int32, ordered=0>"


def test_how_far_it_is_is_told(tmp_path: Path, mapping: Path) -> None:
    path = put(tmp_path / "a.csv", HEAD + "Russia,praises,Japan,2014\n" * 50_000 + "x\n" * 50_000)
    told: list[str] = []
    run("table", path, mapping=mapping, spells=Rule(), tell=told.append)
    assert [re.sub(r", [\d,]+ a second", "", each) for each in told] == [
        "a.csv: 50,000 rows, 0 rejected",
        "a.csv: 100,000 rows, 50,000 rejected",
        "joining runs",
        "writing",
    ]


def test_the_same_files_give_the_same_bytes(tmp_path: Path, mapping: Path) -> None:
    draw = random.Random(3)
    rows = [f"{draw.choice('abcd')}{draw.randint(0, 9)},praises,Japan,20{draw.randint(10, 40)}" for _ in range(300)]
    path = put(tmp_path / "a.csv", HEAD + "\n".join(rows))
    assert run("table", path, mapping=mapping, spells=Rule()).files == run("table", path, mapping=mapping, spells=Rule()).files


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"encoding": "klingon"}, "no encoding 'klingon'"),
        ({"name": "icews"}, "icews has no use for a mapping: leave --mapping out"),
        ({"licence": "CC-BY"}, "licence 'CC-BY' is no web address: write https://…"),
        ({"base": "urn:a"}, "base 'urn:a' is no web address: write https://…"),
        ({"base": "https://a"}, "base 'https://a' does not end in / : ids are put behind it"),
        ({"files": ()}, "table needs files: name them"),
        ({"files": ("a.csv", "a.csv")}, "a.csv is named twice"),
    ],
)
def test_a_wish_that_does_not_fit_is_wrong_usage(tmp_path: Path, mapping: Path, wish: dict[str, Any], why: str) -> None:
    put(tmp_path / "a.csv", HEAD)
    wanted = {"name": "table", "files": ("a.csv",)} | wish
    with pytest.raises(UsageError, match=why):
        run(wanted.pop("name"), *[tmp_path / name for name in wanted.pop("files")], mapping=mapping, **wanted)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, mapping: Path) -> None:
    with pytest.raises(FileError, match=r"no\.csv: no such file or directory"):
        run("table", tmp_path / "no.csv", mapping=mapping)
