"""The README's examples give what it says they give."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text("utf-8")
KG = str(Path(sys.executable).with_name("kg"))


def _sessions() -> list[tuple[str, str]]:
    """Every command shown, with the output shown below it."""
    blocks = re.findall(r"^```console\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    shown = (block.removeprefix("$ ").partition("\n") for block in blocks)
    return [(command, output) for command, _, output in shown]


@pytest.mark.parametrize(("command", "output"), _sessions(), ids=[command for command, _ in _sessions()])
def test_a_command_prints_what_the_readme_shows(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "kg"
    run = subprocess.run([KG, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stdout == output


def test_the_python_session_runs_as_shown() -> None:
    (session,) = re.findall(r"^```pycon\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(session, {}, "README", str(README), 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_first_two_blocks_are_the_two_commands_of_one_line_each() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    assert [len(block.splitlines()) for block in blocks[:2]] == [1, 1]
    assert blocks[0].rstrip().endswith("kg build")
    assert "pytest" in blocks[1]


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert links
    assert [link for link in links if not (README.parent / link).is_file()] == []
