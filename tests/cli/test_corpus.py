"""``kg check``, ``kg build`` and ``kg init``: every fault at once, and nothing written that is not whole."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.dataset import relations
from kg.model.records import FOLDERS
from kg.readers.curated.corpus import read

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def holds(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, hidden files and empty folders too."""
    return {path.relative_to(folder).as_posix(): b"/" if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def test_a_corpus_without_fault_is_counted(kg: Run, small: Path) -> None:
    done = kg("check", "--corpus", small)
    assert (done.code, done.out) == (0, "18 records, no fault\n")
    assert done.err == "Not checked: passages against the sources' texts; give --documents DIR\n"


def test_with_texts_passages_are_counted_and_texts_of_no_source_are_described(kg: Run, small: Path, texts: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(texts, tmp_path / "texts")
    counted = "18 records, no fault\n9 passages stand in their texts, 0 cite sources without one\n"
    done = kg("check", "--corpus", small, "--documents", folder)
    assert (done.code, done.out, done.err) == (0, counted, "")
    (folder / "other.txt").write_text("Hail, Freedonia", encoding="utf-8")
    done = kg("check", "--corpus", small, "--documents", folder)
    assert (done.code, done.out) == (0, counted)
    assert done.err.splitlines()[0] == f"{folder}/other.txt is no source's text yet; in sources.yaml it would be:"
    assert done.err.splitlines()[2:] == ["  length: 15", "  paragraphs: [0]"]


@pytest.mark.parametrize("command", ["check", "build", "query", "show", "conflicts", "view"])
def test_every_command_tells_all_faults_of_a_corpus_and_writes_nothing(kg: Run, own: Path, tmp_path: Path, command: str) -> None:
    (own / "claims" / "freedonian-press.yaml").write_text("- id: [\n", encoding="utf-8")
    (own / "places.yaml").write_bytes(b"- id: freedonia-city\n  label: Kr\xf3lewiec\n")
    (own / "policies.yaml").write_text((own / "policies.yaml").read_text("utf-8").replace("when: 1931", "when: 2016-13"), encoding="utf-8")
    more: dict[str, list[str | Path]] = {
        "query": ["ASK { }"],
        "show": ["freedonia"],
        "build": ["--out", tmp_path / "dist"],
        "view": ["--out", tmp_path / "v.html"],
    }
    done = kg(command, *more.get(command, []), "--corpus", own, cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    lines = [
        f"{own}/claims/freedonian-press.yaml:2: no YAML: did not find expected node content",
        f"{own}/places.yaml:2: byte 0xf3 is not UTF-8: save the file as UTF-8",
        f"{own}/policies.yaml:6: no month 13 in 2016-13: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41",
    ]
    assert [line for line in done.err.splitlines() if line in lines] == lines
    assert done.err.splitlines()[-1].endswith("faults, nothing written")
    assert list(tmp_path.iterdir()) == [own]


def test_what_only_shacl_finds_is_told_with_file_and_line(kg: Run, own: Path) -> None:
    actors = own / "actors" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("  label: Sylvania\n", "  label: Sylvania\n  iso3166: syl\n"), encoding="utf-8")
    done = kg("check", "--corpus", own)
    rule = 'An ISO 3166 code is repeated or not two capital letters: write it as in "FR".'
    assert (done.code, done.out) == (1, "")
    assert done.err == f"{actors}:5: https://freedonia.example/actor/sylvania: {rule}\nkg: 1 fault, nothing written\n"


def test_characters_that_steer_a_terminal_are_not_printed(kg: Run, own: Path) -> None:
    (own / "places.yaml").write_text('- id: a\n  label: A\n  "\\e[31mred\\a\\u202Ex\\ny": 1\n', encoding="utf-8")
    done = kg("check", "--corpus", own)
    assert (done.code, [c for c in done.err if c != "\n" and not c.isprintable()]) == (1, [])
    assert len([line for line in done.err.splitlines() if "unknown field" in line]) == 1
    assert "red" in done.err


@pytest.mark.parametrize("command", ["check", "questions", "conflicts"])
def test_a_folder_that_is_no_corpus_is_told_in_one_line(kg: Run, tmp_path: Path, command: str) -> None:
    done = kg(command, "--corpus", tmp_path / "missing")
    assert (done.code, done.out, done.err) == (1, "", f"kg: {tmp_path}/missing: no such folder\n")
    done = kg(command, "--corpus", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"kg: {tmp_path}: no corpus: corpus.yaml is missing; `kg init DIR` makes one\n"


def test_a_corpus_without_records_is_told_to_begin(kg: Run, small: Path, tmp_path: Path) -> None:
    shutil.copy(small / "corpus.yaml", tmp_path)
    done = kg("build", "--corpus", tmp_path, "--out", tmp_path / "dist")
    assert (done.code, done.out) == (1, "")
    empty = f"{tmp_path}/corpus.yaml:1: the corpus is empty: add entries, or begin with `kg init DIR`"
    assert done.err == f"{empty}\nkg: 1 fault, nothing written\n"
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.yaml"]


def test_texts_that_are_missing_or_not_utf_8_are_told_in_one_line(kg: Run, small: Path, tmp_path: Path) -> None:
    done = kg("check", "--corpus", small, "--documents", tmp_path / "missing")
    assert (done.code, done.out, done.err) == (1, "", f"kg: {tmp_path}/missing: no such folder\n")
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    done = kg("check", "--corpus", small, "--documents", tmp_path)
    assert (done.code, done.out, done.err) == (1, "", f"kg: {tmp_path}/a.txt: line 1: byte 0xe9 is not UTF-8: save the file as UTF-8\n")


def test_a_build_writes_the_whole_folder_and_counts_what_is_in_it(kg: Run, small: Path, tmp_path: Path) -> None:
    done = kg("build", "--corpus", small, "--out", tmp_path / "dist")
    assert (done.code, done.err) == (0, f"Written to {tmp_path}/dist: open {tmp_path}/dist/index.html\n")
    counts = {cells[0]: cells[-1] for line in done.out.splitlines() if len(cells := line.rsplit(maxsplit=1)) == 2 and cells[-1].isdigit()}
    kinds = {"actor": "5", "office": "1", "place": "1", "policy": "1", "event": "2", "source": "2", "era": "1"}
    assert counts == kinds | {"statement": "3", "claim": "1", "conflict": "1", "derived statement": "4"}
    ontology = {f"ontology/{name}.ttl" for name in ("kg", "relations", "shapes", "alignments", "plover")}
    files = {path for path, data in holds(tmp_path / "dist").items() if data != b"/"}
    assert files >= {"dataset.nq", "index.html", "views/reigns.html"} | ontology


def test_a_second_build_writes_the_same_bytes(kg: Run, small: Path, tmp_path: Path) -> None:
    first, again = (
        (kg("build", "--corpus", small, "--out", "dist", cwd=tmp_path), holds(tmp_path)),
        kg("build", "--corpus", small, cwd=tmp_path),
    )
    assert (first[0], first[1]) == (again, holds(tmp_path))


@pytest.mark.parametrize("out", ["file", "file/dist"])
def test_a_place_that_cannot_be_written_is_told_in_one_line(kg: Run, small: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_bytes(b"the user's own")
    done = kg("build", "--corpus", small, "--out", tmp_path / out)
    assert (done.code, done.out) == (1, "")
    assert done.err in {f"kg: {tmp_path}/{out}: can't be written: {why}\n" for why in ("file exists", "not a directory")}
    assert holds(tmp_path) == {"file": b"the user's own"}


def test_a_build_that_cannot_place_a_file_leaves_the_old_folder_whole(kg: Run, small: Path, tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "views").write_bytes(b"a file where a folder belongs")
    (dist / "dataset.nq").write_bytes(b"old")
    done = kg("build", "--corpus", small, "--out", dist)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert holds(dist) == {"views": b"a file where a folder belongs", "dataset.nq": b"old"}


def test_a_view_that_cannot_be_written_is_told_in_one_line(kg: Run, small: Path, tmp_path: Path) -> None:
    done = kg("view", "--corpus", small, "--out", tmp_path)
    assert (done.code, done.out, done.err) == (1, "", f"kg: {tmp_path}: can't be written: is a directory\n")
    done = kg("view", "--corpus", small, "--out", tmp_path / "v.html")
    assert (done.code, done.out, [path.name for path in tmp_path.iterdir()]) == (0, "", ["v.html"])


def test_init_makes_a_corpus_without_fault_with_every_kind_of_record(kg: Run, tmp_path: Path) -> None:
    done = kg("init", tmp_path / "mine")
    assert (done.code, done.out, done.err.count("\n")) == (0, "", 1)
    checked = kg("check", "--corpus", tmp_path / "mine", "--documents", tmp_path / "mine" / "documents")
    assert (checked.code, checked.err) == (0, "")
    records = read([tmp_path / "mine"], relations()).records
    assert {type(record) for record in records.by_id.values()} == set(FOLDERS)
    assert list((tmp_path / "mine" / "questions").glob("*.rq"))


def test_init_refuses_a_folder_that_holds_something(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"the user's own")
    for folder in (tmp_path, tmp_path / "notes.txt"):
        done = kg("init", folder)
        assert (done.code, done.out, done.err) == (1, "", f"kg: {folder}: is there already and not empty: name a new folder\n")
    assert holds(tmp_path) == {"notes.txt": b"the user's own"}


def test_several_corpora_are_asked_as_one(kg: Run, small: Path, own: Path) -> None:
    for file in own.rglob("*.yaml"):
        file.unlink()
    shutil.copy(small / "corpus.yaml", own)
    (own / "places.yaml").write_text("- id: castle\n  label: Castle\n  country: freedonia\n", encoding="utf-8")
    done = kg("query", "SELECT ?x { ?x kg:country actor:freedonia } ORDER BY ?x", "--format", "csv", "--corpus", small, "--corpus", own)
    assert (done.code, done.out.split()[1:]) == (0, [f"https://freedonia.example/place/{name}" for name in ("castle", "freedonia-city")])


def test_coverage_counts_the_paragraphs_of_each_source_and_fails_where_one_is_left(kg: Run, own: Path) -> None:
    def told(out: str) -> list[list[str]]:
        return [line.split() for line in out.splitlines() if line.startswith("firefly")]

    done = kg("check", "--coverage", "--corpus", own)
    assert (done.code, told(done.out)) == (1, [["firefly-1933", "5", "4", "0", "1"]])
    assert "no record cites firefly-1933 ¶1: annotate them, or accept them in coverage.yaml with a reason" in done.err
    (own / "coverage.yaml").write_text("- {source: firefly-1933, paragraphs: [1], reason: title}\n", encoding="utf-8")
    done = kg("check", "--coverage", "--corpus", own)
    assert (done.code, told(done.out)) == (0, [["firefly-1933", "5", "4", "1", "0"]])


def test_a_text_s_figures_are_told_while_its_source_still_lacks_them(kg: Run, own: Path, texts: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(texts, tmp_path / "texts")
    (folder / "other.txt").write_text("Hail, Freedonia", encoding="utf-8")
    sources = own / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + "- id: other\n  kind: article\n  label: Other\n", encoding="utf-8")
    done = kg("check", "--corpus", own, "--documents", folder)
    assert (done.code, "  length: 15" in done.err.splitlines()) == (1, True)
    assert "a source has sha256, length and paragraphs of its text" in done.err


def test_the_example_of_init_is_covered(kg: Run, tmp_path: Path) -> None:
    kg("init", tmp_path / "mine")
    done = kg("check", "--coverage", "--corpus", tmp_path / "mine", "--documents", tmp_path / "mine" / "documents")
    assert (done.code, done.err) == (0, "")
