"""A data set is made once from the content of its corpora, and is the same bytes wherever and whenever it is made."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from kg import resources
from kg.dataset import Built, Dataset, build, check, making, open_dataset
from kg.dataset.cache import key_of
from kg.errors import CorpusError, FileError
from kg.readers.curated.corpus import Curated, read

SMALL = Path(__file__).parents[1] / "readers"
PARTS = ["about.json", "dataset.nq", "index.npy"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A small corpus, to be changed."""
    return shutil.copytree(SMALL / "freedonia", tmp_path / "freedonia")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "comity"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Holds one item a build since the test began."""
    done: list[None] = []
    real = making.build

    def counted(folders: Sequence[Path]) -> Built:
        done.append(None)
        return real(folders)

    monkeypatch.setattr(making, "build", counted)
    return done


def test_a_second_question_is_answered_from_the_cache(corpus: Path, cache: Path, builds: list[None]) -> None:
    first = open_dataset([corpus])
    (place,) = cache.iterdir()
    assert sorted(file.name for file in place.iterdir()) == PARTS
    assert (open_dataset([corpus]), len(builds)) == (first, 1)


def test_a_data_set_knows_the_base_of_its_entities(corpus: Path, cache: Path) -> None:
    assert cache.name == "comity"
    assert open_dataset([corpus]).base == "https://freedonia.example/"


def test_a_corpus_changed_while_it_is_built_is_built_again(corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(*given: Any) -> Curated:
        curated = read(*given)
        places = corpus / "places.yaml"
        places.write_text(places.read_text("utf-8").replace("Freedonia City", "Freedonia Citi"), encoding="utf-8")
        return curated

    with monkeypatch.context() as patch:
        patch.setattr("kg.readers.curated.corpus.read", meanwhile)
        assert b"Freedonia Citi" not in open_dataset([corpus]).nquads
    assert cache.is_dir()
    assert b"Freedonia Citi" in open_dataset([corpus]).nquads


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("places.yaml", "Freedonia City", "Freedonia Citi"), ("corpus.yaml", "1.0.0", "1.0.1"), ("policies.yaml", "- id", "#\n- id")],
)
def test_one_changed_byte_of_the_corpus_is_another_data_set(corpus: Path, cache: Path, file: str, old: str, new: str) -> None:
    before = open_dataset([corpus])
    (corpus / file).write_text((corpus / file).read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    after = open_dataset([corpus])
    assert len(list(cache.iterdir())) == 2
    assert (new.encode() in after.nquads, new.encode() in before.nquads) == (not new.startswith("#"), False)


def test_a_corpus_in_another_folder_is_the_same_data_set(corpus: Path, cache: Path, tmp_path: Path, builds: list[None]) -> None:
    first = open_dataset([corpus])
    assert open_dataset([shutil.copytree(corpus, tmp_path / "elsewhere" / "copy")]) == first
    assert (len(list(cache.iterdir())), len(builds)) == (1, 1)


def test_an_empty_or_renamed_file_is_another_data_set(corpus: Path, cache: Path, builds: list[None]) -> None:
    first = open_dataset([corpus])
    (corpus / "events" / "1930s.yaml").rename(corpus / "events" / "thirties.yaml")
    assert open_dataset([corpus]) == first
    (corpus / "events" / "empty.yaml").touch()
    assert open_dataset([corpus]) == first
    assert (len(list(cache.iterdir())), len(builds)) == (3, 3)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "flipped", "not a file"])
def test_a_damaged_file_in_the_cache_is_made_again(corpus: Path, cache: Path, builds: list[None], part: str, damage: str) -> None:
    first = open_dataset([corpus])
    (place,) = cache.iterdir()
    data = (place / part).read_bytes()
    middle = len(data) // 2
    (place / part).unlink()
    if damage == "not a file":
        (place / part).mkdir()
    elif damage != "missing":
        new = {"empty": b"", "cut": data[:middle], "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]}
        (place / part).write_bytes(new[damage])
    assert (open_dataset([corpus]), len(builds)) == (first, 2)
    assert (open_dataset([corpus]), len(builds)) == (first, 2)


@pytest.mark.parametrize("about", ["{}", "[]", "null", '{"base": {}}', '{"sha256": ""}', '{"base": {}, "sha256": 3}'])
def test_a_description_in_the_cache_that_lacks_something_is_made_again(corpus: Path, cache: Path, about: str) -> None:
    first = open_dataset([corpus])
    (place,) = cache.iterdir()
    (place / "about.json").write_text(about, encoding="utf-8")
    assert open_dataset([corpus]) == first


def test_a_description_in_the_cache_that_says_something_else_is_made_again(corpus: Path, cache: Path) -> None:
    first = open_dataset([corpus])
    (place,) = cache.iterdir()
    about = (place / "about.json").read_text("utf-8")
    (place / "about.json").write_text(about.replace("https://freedonia.", "https://sylvania."), encoding="utf-8")
    assert open_dataset([corpus]) == first


def test_a_cache_that_cannot_be_written_is_told_with_the_way_out(corpus: Path, cache: Path) -> None:
    cache.parent.write_bytes(b"a file")
    with pytest.raises(FileError) as caught:
        open_dataset([corpus])
    assert str(caught.value) == f"{cache}: the cache can't be written (Not a directory): set XDG_CACHE_HOME to a folder that can"
    assert cache.parent.read_bytes() == b"a file"


def test_a_full_disk_leaves_nothing_in_the_cache(corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "rename", Mock(side_effect=OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))
    with pytest.raises(FileError, match="No space left on device"):
        open_dataset([corpus])
    assert list(cache.iterdir()) == []


def test_another_process_that_was_faster_is_no_failure(corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_dataset([corpus])
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)  # the other one's comes to be after ours was looked for
    assert build([corpus]).dataset == first
    assert len([place for place in cache.iterdir() if not place.name.startswith(".")]) == 1


def test_several_at_once_all_get_the_answer(corpus: Path, cache: Path) -> None:
    answers: list[Dataset] = []
    threads = [threading.Thread(target=lambda: answers.append(open_dataset([corpus]))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(answers), len({answer.nquads for answer in answers})) == (6, 1)
    assert [place.name.startswith(".") for place in cache.iterdir()] == [False]


def test_the_cache_keeps_the_newest_eight(corpus: Path, cache: Path) -> None:
    for number in range(10):
        (corpus / "corpus.yaml").write_text((SMALL / "freedonia" / "corpus.yaml").read_text("utf-8") + f"# {number}\n", encoding="utf-8")
        open_dataset([corpus])
        for place in cache.iterdir():
            os.utime(place, ns=(place.stat().st_mtime_ns - 10**9,) * 2)
    kept = {place.name for place in cache.iterdir()}
    assert (len(kept), key_of([corpus]) in kept) == (8, True)


def test_a_corpus_with_faults_leaves_nothing_in_the_cache(corpus: Path, cache: Path) -> None:
    (corpus / "places.yaml").write_text("- id: x\n", encoding="utf-8")
    for failing in (lambda: build([corpus]), lambda: open_dataset([corpus]), lambda: check([corpus], None)):
        with pytest.raises(CorpusError, match=r"places\.yaml:1: label is missing"):
            failing()
    assert not cache.exists()


def test_a_check_counts_the_passages_only_where_there_are_texts(corpus: Path) -> None:
    assert check([corpus], None).verified is None
    checked = check([corpus], SMALL / "texts")
    assert checked.verified is not None
    assert (checked.verified.verified, len(checked.curated.records.by_id)) == (9, 18)


def test_two_hash_seeds_and_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kg.dataset import build\n"
        "d = build([Path(p) for p in sys.argv[1:]]).dataset\n"
        "sys.stdout.buffer.write(d.nquads + d.index + d.base.encode())"
    )
    made = []
    for seed, name in (("1", "one"), ("2", "two/deeper")):
        copies = [shutil.copytree(source, tmp_path / name / source.name) for source in (resources.shipped_corpus(), SMALL / "freedonia")]
        environment = os.environ | {"PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / f"cache{seed}")}
        run = [sys.executable, "-c", script, *map(str, copies)]
        made.append(subprocess.run(run, env=environment, cwd=tmp_path / name, capture_output=True, check=True).stdout)
    assert made[0] == made[1]
    assert made[0].count(b"\n") > 5000
