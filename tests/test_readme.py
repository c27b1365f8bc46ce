"""The examples of the README, and of the shipped corpus's own, give what they say they give."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CORPUS = ROOT / "data" / "peninsula" / "README.md"
TEXT = README.read_text("utf-8")
PROGRAMS = {"kg": [str(Path(sys.executable).with_name("kg"))], "python": [sys.executable]}


def _sessions() -> list[tuple[str, str]]:
    """Every command shown, with the output shown below it."""
    blocks = re.findall(r"^```console\n(.*?)^```$", TEXT + CORPUS.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    shown = (block.removeprefix("$ ").partition("\n") for block in blocks)
    return [(command, output) for command, _, output in shown]


@pytest.mark.parametrize(("command", "output"), _sessions(), ids=[command for command, _ in _sessions()])
def test_a_command_prints_what_the_readme_shows(command: str, output: str, tmp_path: Path) -> None:
    program, *arguments = [str(ROOT / word) if (ROOT / word).is_file() else word for word in shlex.split(command)]
    run = subprocess.run([*PROGRAMS[program], *arguments], capture_output=True, text=True, encoding="utf-8", check=True, cwd=tmp_path)
    assert run.stdout == output


def test_the_python_sessions_run_as_shown_one_after_the_other() -> None:
    sessions = re.findall(r"^```pycon\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    test = doctest.DocTestParser().get_doctest("\n".join(sessions), {}, "README", str(README), 0)
    assert len(test.examples) > len(sessions) > 1
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_first_two_blocks_are_the_two_commands_of_one_line_each() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    assert [len(block.splitlines()) for block in blocks[:2]] == [1, 1]
    assert blocks[0].rstrip().endswith("kg build")
    assert "pytest" in blocks[1]


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for file in (README, CORPUS):
        links = re.findall(r"\]\(([^)#:]+)\)", file.read_text("utf-8"))
        assert links, file
        assert [link for link in links if not (file.parent / link).is_file()] == []
