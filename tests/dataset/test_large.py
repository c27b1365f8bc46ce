"""A large data set is made piece by piece, taken up again where it was interrupted, and asked on disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.dataset.cache import keep_large, kept
from kg.dataset.large import Piece
from kg.errors import FileError
from kg.index import Index, Row, Speakers, to_bytes
from kg.model.bounds import bounds
from kg.query.engine import Engine
from kg.query.scope import Scope
from kg.rdf.terms import Iri

BASE = "https://example.org/"
INDEX = to_bytes(Index.of_rows([Row("s0", "actor/a", "courts", "actor/b", 1, True, (), None, bounds("1931"))], Speakers([]), {}))
NQUADS = [b"".join(b"<urn:s%d> <urn:p> <urn:o%d> .\n" % (piece, n) for n in range(40)) for piece in range(5)]
HELD = "SELECT ?a { ?a rel:courts ?b }"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "comity"


class Making:
    """Makes the data set of five pieces; ``made`` are the numbers of those made, ``told`` what was said of it."""

    def __init__(self) -> None:
        self.made, self.told = list[int](), list[str]()
        self.before: Callable[[int], None] = lambda number: None

    def __call__(self) -> Dataset:
        pieces = [Piece(10, lambda number=number: self._piece(number)) for number in range(5)]  # type: ignore[misc]
        return keep_large("key", pieces, INDEX, BASE, self.told.append)

    def _piece(self, number: int) -> bytes:
        self.before(number)
        self.made.append(number)
        return NQUADS[number]


def stop(number: int) -> None:
    if number == 3:
        raise KeyboardInterrupt


def kill(number: int) -> None:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)


def test_it_is_whole_and_asked_on_disk(cache: Path) -> None:
    made = Making()()
    assert made == kept("key")
    assert b"".join(made.pieces()) == made.nquads == b"".join(NQUADS)
    engine = Engine(made)
    assert len(engine.store) == 200
    assert engine.ask("SELECT ?o { <urn:s3> <urn:p> ?o } ORDER BY ?o LIMIT 1", Scope()).rows == ((Iri("urn:o0"),),)
    assert [place.name for place in cache.iterdir()] == ["key"]


def test_graphs_of_days_go_into_a_copy_that_leaves_with_the_engine(cache: Path) -> None:
    made = Making()()
    one, two = Engine(made), Engine(made)
    assert one.ask(HELD, Scope(on="1931-05-05")).rows == ((Iri(f"{BASE}actor/a"),),)
    assert two.ask(HELD, Scope()).rows == ()
    assert (len(one.store), len(two.store), len(Engine(made).store)) == (201, 200, 200)
    del one, two
    assert sorted(file.name for file in (cache / "key").iterdir()) == ["about.json", "dataset.nq", "index.npy", "store"]


@pytest.mark.usefixtures("cache")
def test_an_interrupted_build_goes_on_after_the_last_whole_piece() -> None:
    making = Making()
    making.before = stop
    with pytest.raises(KeyboardInterrupt):
        making()
    assert kept("key") is None
    making.before = lambda number: None
    assert making().nquads == b"".join(NQUADS)
    assert making.made == [0, 1, 2, 3, 4]


@pytest.mark.usefixtures("cache")
def test_a_killed_build_goes_on_too() -> None:
    script = "from tests.dataset.test_large import *; making = Making(); making.before = kill; making()"
    killed = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert kept("key") is None
    making = Making()
    made = making()
    assert (made.nquads, making.made, len(Engine(made).store)) == (b"".join(NQUADS), [3, 4], 200)


@pytest.mark.parametrize(("size", "begins"), [(-7, 0), (7, 3)])
def test_what_was_written_after_the_last_piece_or_lost_is_written_again(cache: Path, size: int, begins: int) -> None:
    making = Making()
    making.before = stop
    with pytest.raises(KeyboardInterrupt):
        making()
    half = cache / ".making-key" / "dataset.nq"
    data = half.read_bytes()
    half.write_bytes(data[:size] if size < 0 else data + b"<half a line"[:size])
    making.before, making.made = (lambda number: None), []
    assert making().nquads == b"".join(NQUADS)
    assert making.made == list(range(begins, 5))


@pytest.mark.usefixtures("cache")
def test_two_at_once_do_not_meet() -> None:
    making = Making()

    def another(_: int) -> None:
        with pytest.raises(FileError, match="another build of the same corpus is at work here"):
            Making()()

    making.before = another
    assert making().nquads == b"".join(NQUADS)


@pytest.mark.usefixtures("cache")
def test_it_says_how_far_it_is_and_how_long_it_takes() -> None:
    making = Making()
    making()
    assert making.told[0] == "encoding 0 of 50 statements"
    assert [told.split(",")[0] for told in making.told[1:]] == [f"encoding {n} of 50 statements" for n in (10, 20, 30, 40)]
    assert all(" a second, " in told and told.endswith(" s left") for told in making.told[1:])


@pytest.mark.parametrize("part", ["about.json", "index.npy", "dataset.nq", "store"])
def test_what_is_damaged_is_not_believed(cache: Path, part: str) -> None:
    Making()()
    place = cache / "key" / part
    file = next(iter(sorted(place.glob("*.sst")))) if place.is_dir() else place
    file.write_bytes(file.read_bytes()[:-1])
    assert kept("key") is None
