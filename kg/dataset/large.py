"""Large data sets: written and loaded piece by piece, and taken up again where a build was interrupted."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from kg.errors import FileError
from kg.store import load_piece

__all__ = ["Piece", "filled"]

_STATE = "state.json"


class Piece(NamedTuple):
    """So many statements, and what makes their N-Quads: the same bytes whenever it is called."""

    statements: int
    nquads: Callable[[], bytes]


@contextmanager
def filled(work: Path, pieces: Sequence[Piece], step: Callable[[str], None]) -> Iterator[None]:
    """Meanwhile the folder holds ``dataset.nq`` and ``store`` whole, and belongs to this process alone.

    An interrupted call, also one that was killed, leaves the folder as it is after the last whole piece: the next call goes on there.
    ``step`` is told how far it is. Raises `FileError` where another process is at work in the folder.
    """
    work.mkdir(parents=True, exist_ok=True)
    with _alone(work):
        done, size = _state(work)
        told = _Progress(pieces, done, step)
        with (work / "dataset.nq").open("ab") as stream:
            stream.truncate(size)
            for number in range(done, len(pieces)):
                told.tell(number)
                data = pieces[number].nquads()
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
                load_piece(work / "store", data)
                _note(work, number + 1, stream.tell())
        (work / _STATE).unlink(missing_ok=True)
        yield


class _Progress:
    """How many statements are done, how many a second, and how long the rest will take at that rate."""

    def __init__(self, pieces: Sequence[Piece], done: int, step: Callable[[str], None]) -> None:
        self._counts, self._before, self._step = [piece.statements for piece in pieces], done, step
        self._begin = time.monotonic()

    def tell(self, number: int) -> None:
        """Say it before the piece of that number is made."""
        done, total = sum(self._counts[:number]), sum(self._counts)
        here = done - sum(self._counts[: self._before])
        said = f"encoding {done:,} of {total:,} statements"
        if here:
            rate = here / (time.monotonic() - self._begin)
            said += f", {rate:,.0f} a second, {(total - done) / rate:,.0f} s left"
        self._step(said)


def _state(work: Path) -> tuple[int, int]:
    """How many pieces are done, and how long the file is then; from the start where that is not known for sure."""
    try:
        done, size = json.loads((work / _STATE).read_bytes())
        if (work / "dataset.nq").stat().st_size >= size:
            return int(done), int(size)
    except (OSError, ValueError, TypeError):
        pass
    return 0, 0


def _note(work: Path, done: int, size: int) -> None:
    new = work / f".{_STATE}"
    new.write_bytes(json.dumps([done, size]).encode())
    new.replace(work / _STATE)


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """Hold a lock that the system takes back whatever becomes of this process; where it has none, there is none."""
    with (work / "lock").open("w") as lock:
        with suppress(ModuleNotFoundError):
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise FileError(work, "another build of the same corpus is at work here: let it end") from None
        yield
