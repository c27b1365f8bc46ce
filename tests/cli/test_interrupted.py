"""Ctrl-C, a reader of the pipe who has enough, a full disk: no traceback, and nothing half written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.resources import shipped_corpus

if TYPE_CHECKING:
    from tests.cli.conftest import Run

Begin = Callable[..., subprocess.Popen[bytes]]
ALL = "SELECT * { ?s ?p ?o }"


def holds(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, hidden files and empty folders too."""
    return {path.relative_to(folder).as_posix(): b"/" if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def wait_for(process: subprocess.Popen[bytes], place: Path) -> None:
    """Wait until the process has made something in a folder."""
    for _ in range(600):
        if place.is_dir() and any(not path.name.startswith(".") for path in place.iterdir()):
            return
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError(f"nothing came to be in {place}")


@pytest.mark.parametrize("old", [True, False], ids=["over an old folder", "into a new one"])
def test_ctrl_c_in_mid_build_leaves_all_as_it_was(begin: Begin, tmp_path: Path, old: bool) -> None:
    corpus = shutil.copytree(shipped_corpus(), tmp_path / "corpus")
    if old:
        (tmp_path / "dist" / "views").mkdir(parents=True)
        (tmp_path / "dist" / "dataset.nq").write_bytes(b"old data")
        (tmp_path / "dist" / "views" / "essay-phases.html").write_bytes(b"old view")
    before = holds(tmp_path)
    cache = tmp_path.parent / f"{tmp_path.name}-cache"
    build = begin("build", "--corpus", corpus, "--out", tmp_path / "dist", env=os.environ | {"XDG_CACHE_HOME": str(cache)})
    wait_for(build, cache / "comity")  # the data set is made, the views are being drawn
    build.send_signal(signal.SIGINT)
    out, err = build.communicate(timeout=60)
    assert (build.returncode, out, err.strip()) == (130, b"", b"kg: stopped")
    assert holds(tmp_path) == before


@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_a_reader_who_has_enough_causes_no_words(begin: Begin, small: Path, format: str) -> None:
    with begin("query", ALL, "--corpus", small, "--format", format) as query:
        assert query.stdout
        assert query.stderr
        assert query.stdout.read(20)
        query.stdout.close()
        assert (query.stderr.read(), query.wait(60) in (0, 1)) == (b"", True)


@pytest.fixture
def closed() -> Iterator[int]:
    """A pipe that nobody reads."""
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@pytest.fixture
def full() -> Iterator[int]:
    """A disk without room."""
    disk = os.open("/dev/full", os.O_WRONLY)
    yield disk
    os.close(disk)


COMMANDS = [["query", "threats"], ["query", "threats", "--format", "csv"], ["show", "freedonia"], ["conflicts"], ["questions"], ["check"]]
DEVICE = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")


@pytest.mark.parametrize("args", [*COMMANDS, ["--help"]], ids=" ".join)
def test_a_short_answer_that_nobody_reads_causes_no_words(begin: Begin, small: Path, closed: int, args: list[str]) -> None:
    where = [] if args == ["--help"] else ["--corpus", small]
    done = begin(*args, *where, stdout=closed)
    words = done.communicate(timeout=60)[1].replace(b"Not checked: passages against the sources' texts; give --documents DIR\n", b"")
    assert (done.returncode in (0, 1), words) == (True, b"")


@DEVICE
@pytest.mark.parametrize("args", [*COMMANDS, ["query", ALL]], ids=" ".join)
def test_an_answer_that_finds_no_room_is_told_in_one_line(begin: Begin, small: Path, full: int, args: list[str]) -> None:
    done = begin(*args, "--corpus", small, stdout=full)
    words = done.communicate(timeout=60)[1].replace(b"Not checked: passages against the sources' texts; give --documents DIR\n", b"")
    assert (done.returncode, words) == (1, b"kg: standard output can't be written: no space left on device\n")


def test_a_cache_that_cannot_be_written_is_told_in_one_line(begin: Begin, small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = begin("query", "threats", "--corpus", small, env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "file")})
    out, err = done.communicate(timeout=60)
    line = f"kg: {tmp_path}/file/comity: the cache can't be written (Not a directory): set XDG_CACHE_HOME to a folder that can\n"
    assert (done.returncode, out, err.decode()) == (1, b"", line)


def test_answers_go_to_standard_output_and_nothing_else_does(kg: Run, small: Path) -> None:
    for args in (["query", "threats"], ["show", "freedonia"], ["conflicts"], ["questions"]):
        done = kg(*args, "--corpus", small)
        assert (done.code, bool(done.out), done.err) == (0, True, "")


def test_ctrl_c_ends_a_query_that_would_take_for_ever(begin: Begin, small: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    begin("query", "ASK {}", "--corpus", small).communicate(timeout=60)
    query = begin("query", endless, "--corpus", small)
    time.sleep(2)
    assert query.poll() is None
    query.send_signal(signal.SIGINT)
    out, err = query.communicate(timeout=10)
    assert (query.returncode, out, err) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize("shell", ['"$0" "$@" >&-', 'PYTHONIOENCODING=latin-1 "$0" "$@"'], ids=["closed", "latin-1"])
def test_an_output_that_takes_nothing_or_no_hangul_causes_no_traceback(small: Path, shell: str) -> None:
    command = [
        "sh",
        "-c",
        shell,
        str(Path(sys.executable).with_name("kg")),
        "query",
        'SELECT ?s { VALUES ?s { "한국" } }',
        "--corpus",
        str(small),
    ]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout in (b"", b"s\n----\n\\ud55c\\uad6d\n")
