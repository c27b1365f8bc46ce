"""``kg import``: a corpus from a file, whole or not at all."""

from __future__ import annotations

import csv
import gzip
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import KG

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


DEVICE = "is no plain file but a device, a pipe or a socket: it is read twice, so name a file"


@pytest.mark.parametrize(
    ("wish", "code", "why"),
    [
        (["rdf", "no.trig", "--out", "new"], 1, "kg: no.trig: no such file or directory"),
        (["rdf", "f.trig", "--out", "."], 1, "kg: .: exists: name a new folder"),
        (["rdf", "f.trig", "--out", "f.trig"], 1, "kg: f.trig: exists: name a new folder"),
        (["rdf", "--out", "new"], 2, "kg: rdf is read from one file: name it"),
        (["rdf", "f.trig", "--spells", "--out", "new"], 2, "kg: rdf says all that --spells could say: leave it out"),
        (["rdf", "f.trig", "--corpus", ".", "--out", "new"], 2, "kg: rdf says all that --corpus could say: leave it out"),
        (["ices", "f.trig", "--out", "new"], 2, "kg: no format 'ices'; nearest: icews"),
        (["table", "f.trig", "--out", "new"], 2, "kg: a table needs a mapping of its columns: --mapping FILE"),
        (["icews", "--out", "new"], 2, "kg: icews needs files: name them"),
        (["icews", "f.trig", "--gap", "1", "--out", "new"], 2, "kg: --gap is a limit of runs: add --spells, which joins them"),
        (["icews", "f.trig", "--out", "."], 1, "kg: .: exists: name a new folder"),
        (["icews", "no.tab", "--out", "new"], 1, "kg: no.tab: no such file or directory"),
        (["icews", "/dev/null", "--out", "new"], 1, f"kg: /dev/null: {DEVICE}"),
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


README = Path(__file__).parents[2] / "README.md"
EVENT = "1\t2018-06-01\tHugo\tElite\tFreedonia\ttext\t051\t3.4\t{}\tNA\tJapan" + "\tNA" * 9 + "\n"


def blocks(kind: str) -> list[str]:
    """The README's blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_the_readmes_mapping_does_what_it_shows(kg: Run, tmp_path: Path) -> None:
    table, mapping, told = blocks("csv")[0], blocks("yaml")[0], blocks("text")[0]
    (tmp_path / "pacts.csv").write_text(table, encoding="utf-8")
    (tmp_path / "pacts.yaml").write_text(mapping, encoding="utf-8")
    done = kg("import", "table", "pacts.csv", "--mapping", "pacts.yaml", "--out", "ruritania", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", told)


def put(folder: Path, *lines: str, name: str = "e.tab") -> Path:
    path = folder / name
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_a_new_corpus_passes_alone_and_beside_the_one_it_was_matched_with(kg: Run, small: Path, tmp_path: Path) -> None:
    path = put(tmp_path, EVENT.format("Japan"), EVENT.format("Sylvania"), EVENT.format("Sylvania"))
    done = kg("import", "icews", path, "--corpus", small, "--spells", "--out", tmp_path / "new")
    assert (done.code, done.err) == (
        0,
        f"Written: {tmp_path / 'new'} (2 statements)\n"
        "Rows: 3 read = 3 taken + 0 rejected + 0 skipped\n"
        f"Actors: 1 matched, 2 new (in {tmp_path / 'new' / 'import' / 'unmatched.csv'})\n"
        "Spells: 2 events joined to 1 relations, 1 stay as they are (gap 30 days, 2 events at least)\n",
    )
    assert sorted(path.relative_to(tmp_path / "new").as_posix() for path in (tmp_path / "new").rglob("*.*")) == [
        "actors/new.yaml",
        "actors/state.yaml",
        "corpus.yaml",
        "import/unmatched.csv",
        "sources.yaml",
        "statements/icews-spells.parquet",
        "statements/icews.parquet",
    ]
    assert kg("check", "--corpus", tmp_path / "new").code == 0
    assert kg("check", "--corpus", small, "--corpus", tmp_path / "new").code == 0


def test_strict_writes_nothing_where_a_row_is_rejected(kg: Run, tmp_path: Path) -> None:
    path = put(tmp_path, EVENT.format("Japan"), EVENT.format("Hugo"))
    done = kg("import", "icews", path, "--strict", "--out", tmp_path / "new")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"kg: 1 row rejected, nothing written; the first: {path}:2: hugo stands on both sides\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_file_is_one_line_and_leaves_nothing(kg: Run, tmp_path: Path) -> None:
    path = tmp_path / "e.tab.gz"
    path.write_bytes(gzip.compress((EVENT.format("Japan") * 9).encode())[:-9])
    done = kg("import", "icews", path, "--out", tmp_path / "new")
    assert (done.code, done.out) == (1, "")
    assert re.fullmatch(r"kg: .*e\.tab\.gz: is damaged or cut off after line \d: unpacking fails there; get the file anew\n", done.err)
    assert list(tmp_path.iterdir()) == [path]


def test_many_rejects_are_all_told_in_the_file_and_a_few_on_the_terminal(kg: Run, tmp_path: Path) -> None:
    path = put(tmp_path, *[f"{number}\n" for number in range(20_000)])
    done = kg("import", "icews", path, "--out", tmp_path / "new")
    assert (done.code, len(done.err.splitlines())) == (0, 9)
    with (tmp_path / "new" / "import" / "rejected.csv").open(encoding="utf-8", newline="") as stream:
        assert [(row["line"], row["raw"]) for row in csv.DictReader(stream)] == [(str(n + 1), str(n)) for n in range(20_000)]


def test_ctrl_c_in_mid_import_leaves_nothing(begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    path = put(tmp_path, EVENT.format("Japan") * 500_000)
    process = begin("import", "icews", path, "--out", tmp_path / "new", env=os.environ | {"TMPDIR": str(place)})
    for _ in range(600):
        if any(place.glob("*/rejected.csv")):  # rows are being read
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.strip()) == (130, b"", b"kg: stopped")
    assert (sorted(tmp_path.iterdir()), list(place.iterdir())) == ([path, place], [])


def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    path = put(tmp_path, *[f"{number}\n" for number in range(20_000)])
    command = f"ulimit -f 64; exec {KG} import icews {path} --out {tmp_path / 'new'}"  # no file above 64 KiB
    done = subprocess.run(["bash", "-c", command], env=os.environ | {"TMPDIR": str(place)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(rf"kg: {place}/kg-\w+: can't be written, set TMPDIR to a folder that can: file too large\n", done.stderr)
    assert (sorted(tmp_path.iterdir()), list(place.iterdir())) == ([path, place], [])
