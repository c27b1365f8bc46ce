"""``kg import``: a corpus from a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def exported(kg: Run, freedonia: Path, tmp_path: Path) -> Path:
    """The small corpus as TriG."""
    assert kg("export", "trig", "--corpus", freedonia, "--out", tmp_path / "f.trig").code == 0
    return tmp_path / "f.trig"


def test_a_corpus_comes_back_and_passes_the_check(kg: Run, exported: Path, tmp_path: Path) -> None:
    done = kg("import", "rdf", exported, "--out", tmp_path / "again")
    assert (done.code, done.out, done.err) == (0, "", f"Written: {tmp_path / 'again'} (16 records)\n")
    checked = kg("check", "--corpus", tmp_path / "again")
    assert (checked.code, checked.out) == (0, "16 records, no fault\n")


def test_what_is_left_out_is_shown_and_refused_where_that_is_wanted(kg: Run, exported: Path, tmp_path: Path) -> None:
    exported.write_text(exported.read_text("utf-8") + '\n<urn:a> <urn:b> "\x1b[31m" .\n', encoding="utf-8")
    strict = kg("import", "rdf", exported, "--out", tmp_path / "again", "--strict")
    assert (strict.code, (tmp_path / "again").exists()) == (1, False)
    assert strict.err == f'kg: {exported}: 1 triples have no place in a corpus, the first: <urn:a> <urn:b> "\\u001B[31m" .\n'
    done = kg("import", "rdf", exported, "--out", tmp_path / "again")
    assert done.code == 0
    assert done.err.splitlines()[1:] == ["Left out: 1 triples that have no place in a corpus:", '  <urn:a> <urn:b> "\\u001B[31m" .']


@pytest.mark.parametrize(
    ("wish", "code", "why"),
    [
        (["rdf", "no.trig", "--out", "new"], 1, "kg: no.trig: no such file or directory"),
        (["rdf", "f.trig", "--out", "."], 1, "kg: .: exists: name a new folder"),
        (["rdf", "f.trig", "--out", "f.trig"], 1, "kg: f.trig: exists: name a new folder"),
        (["rdf", "--out", "new"], 2, "kg: rdf is read from one file: name it"),
        (["icews", "f.trig", "--out", "new"], 2, "kg: no format 'icews' to import; there are: rdf"),
    ],
)
@pytest.mark.usefixtures("exported")
def test_a_bad_wish_is_one_clear_line_and_writes_nothing(kg: Run, tmp_path: Path, wish: list[str], code: int, why: str) -> None:
    done = kg("import", *wish, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (code, "", why + "\n")
    assert [path.name for path in tmp_path.iterdir()] == ["f.trig"]


def test_a_broken_rule_is_told_by_file_and_line(kg: Run, exported: Path, tmp_path: Path) -> None:
    exported.write_text(exported.read_text("utf-8").replace("kg:status kg:Planned", "kg:status kg:Dreamt"), encoding="utf-8")
    done = kg("import", "rdf", exported, "--out", tmp_path / "again")
    assert done.code == 1
    told, summary = done.err.splitlines()
    place, line, why = told.split(":", 2)
    assert place == str(exported)
    assert "statement:planned" in exported.read_text("utf-8").splitlines()[int(line) - 1]
    assert why.startswith(" https://example.org/f/statement/planned: ")
    assert summary == "kg: 1 fault, nothing written"
    assert not (tmp_path / "again").exists()
