"""The installed command in processes of its own, on a small corpus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SMALL = Path(__file__).parents[1] / "readers"
KG = Path(sys.executable).parent / "kg"


@dataclass(frozen=True, slots=True)
class Done:
    """What a process left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def start(*args: str | Path, **more: object) -> subprocess.Popen[bytes]:
    """Start the command, its output in pipes unless told otherwise; buffered, as in a shell."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment}
    return subprocess.Popen([KG, *args], **(pipes | more))  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="session")
def begin() -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command and let it run."""
    return start


@pytest.fixture(scope="session")
def kg() -> Run:
    """Run the command to its end."""

    def run(*args: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Done:
        with start(*args, cwd=cwd, stdin=subprocess.PIPE) as process:
            out, err = process.communicate(stdin, timeout=120)
        return Done(process.returncode, out.decode(), err.decode())

    return run


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus, only to be read."""
    return shutil.copytree(SMALL / "freedonia", tmp_path_factory.mktemp("small") / "freedonia")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small corpus of the test's own, to be broken."""
    return shutil.copytree(SMALL / "freedonia", tmp_path / "freedonia")


@pytest.fixture
def wordy(own: Path) -> Path:
    """A corpus that says so much of one state that its page is larger than 1 MB."""
    actors = own / "actors" / "actors.yaml"
    said = actors.read_text("utf-8")
    more = f"  label: Sylvania\n  definition: {'A land of many words. ' * 20_000}\n"
    actors.write_text(said.replace("  label: Sylvania\n", more), encoding="utf-8")
    return own


@pytest.fixture(scope="session")
def texts() -> Path:
    """The text that the small corpus cites."""
    return SMALL / "texts"
