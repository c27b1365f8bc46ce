"""Every command explains itself; wrong usage exits with 2, what the user can mend with 1, each in one line."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from kg.cli.main import _COMMANDS, cli

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ARCHITECTURE = {"build", "check", "query", "questions", "show", "conflicts", "diff", "view", "export", "serve", "import", "init"}


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


def test_the_commands_are_those_of_the_architecture() -> None:
    assert set(cli.list_commands(click.Context(cli))) == ARCHITECTURE


@pytest.mark.parametrize("name", sorted(_COMMANDS))
def test_every_command_has_a_docstring_and_help_for_its_options(name: str) -> None:
    found = command(name)
    assert inspect.getdoc(found.callback)
    assert [option.name for option in found.params if isinstance(option, click.Option) and not option.help] == []


@pytest.mark.parametrize("name", sorted(_COMMANDS))
def test_every_command_prints_its_help_on_standard_output(kg: Run, name: str) -> None:
    done = kg(name, "--help")
    docstring = inspect.getdoc(command(name).callback) or ""
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: kg {name} [OPTIONS]")
    assert docstring.split()[:5] == done.out.split("\n\n")[1].split()[:5]
    assert set(re.findall(r"--[a-z-]+", done.out)) >= {"--help"} | {
        option for p in command(name).params for option in p.opts if option[0] == "-"
    }


def test_the_command_lists_all_others_and_tells_its_version(kg: Run) -> None:
    assert kg("-h") == kg("--help")
    listed = kg("--help").out.partition("Commands:\n")[2]
    assert {line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "} == ARCHITECTURE
    assert re.fullmatch(r"kg, version \d+\.\d+\.\d+\n", kg("--version").out)


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["chek"], "no command 'chek'; nearest: check"),
        (["query", "threts"], "no question 'threts'; nearest: threats, votes"),
        (
            ["query", "threats", "--param", "actor=fredonia"],
            "no actor named 'fredonia'; nearest: freedonia, freedonia-city, freedonian-press",
        ),
        (["query", "threats", "--param", "actr=freedonia"], "threats has no parameter actr; it has: actor"),
        (["query", "threats", "--param", "actr=nobody"], "threats has no parameter actr; it has: actor"),
        (["query", "threats", "--param", "actor"], "--param 'actor': write NAME=VALUE"),
        (["query", "ASK {}", "--era", "firefly-year"], "no era 'firefly-year'; nearest: firefly-years"),
        (["query", "ASK {}", "--on", "1931-01-01", "--as-seen-by", "trentin"], "no actor 'trentin'; nearest: trentino, freedonia"),
        (["query", "threats", "--on", "1931-01-01", "--era", "firefly-years"], "give one of --on, --during and --era"),
        (["query", "threats", "--on", "1931-01-01"], "threats asks the record of all times: leave out --on, --during and --era"),
        (["query", "leaders"], "leaders asks about a time: give --on, --during or --era"),
        (["query", "ASK {}", "--during", ""], "an option for the time or the view-holder is empty: give it a value or leave it out"),
        (["query", "nofile.rq"], "nofile.rq: no such file"),
        (["query", " "], "the query is empty"),
        (["query", "threats", "--certain"], "--certain and --as-seen-by say more of --on, --during or --era: give one of these"),
        (["show", "fredonia"], "no entity 'fredonia'; nearest: freedonia, freedonia-city, freedonian-press"),
        (["show", "sylvania", "--as-seen-by", "freedonia-city"], "no actor 'freedonia-city'; nearest: freedonia, freedonian-press"),
        (["conflicts", "fredonia"], "no entity 'fredonia'; nearest: freedonia, freedonia-city, freedonian-press"),
        (["view", "--periodisation", "reign", "--out", "OUT"], "no periodisation 'reign'; nearest: reigns"),
    ],
)
def test_what_does_not_exist_or_does_not_fit_exits_with_two_and_the_nearest_names(
    kg: Run, small: Path, tmp_path: Path, args: list[str], line: str
) -> None:
    where = [] if args == ["chek"] else ["--corpus", small]
    done = kg(*(str(tmp_path / "out") if arg == "OUT" else arg for arg in args), *where)
    assert (done.code, done.out, done.err) == (2, "", f"kg: {line}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--crtain"], ["No such option", "--certain"]),
        (["--format", "xlsx"], ["Invalid value for '--format'", "'table', 'csv', 'tsv', 'json', 'xml', 'turtle', 'ntriples'"]),
        (["more"], ["unexpected extra argument", "more"]),
    ],
)
def test_an_option_that_does_not_exist_exits_with_two_and_the_nearest(kg: Run, args: list[str], words: list[str]) -> None:
    done = kg("query", "threats", *args)
    assert (done.code, done.out) == (2, "")
    assert [word for word in words if word not in done.err] == []
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["--on", "2014-02-29"], "no day 2014-02-29: 2014-02 has days 01 to 28"),
        (["--on", "2014-02"], "'2014-02' is no day: write YYYY-MM-DD, or ask about a period"),
        (["--during", "2016-13"], "no month 13 in 2016-13: months are 01 to 12, sub-years 21 to 24, 33 to 36, 40 and 41"),
        (["--during", "1932/1931"], "the period runs backwards: 1932-01-01 is after 1931-12-31"),
        (["--during", "1931/.."], "'1931/..': a period asked about is closed: write A/B"),
        (["--on", "١٩٣١-٠١-٠١"], "'١٩٣١-٠١-٠١' is no plain date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
@pytest.mark.parametrize("start", [["query", "ASK {}"], ["show", "freedonia"]], ids=["query", "show"])
def test_a_date_that_cannot_be_exits_with_one_and_one_line(kg: Run, small: Path, start: list[str], args: list[str], line: str) -> None:
    done = kg(*start, *args, "--corpus", small)
    assert (done.code, done.out, done.err) == (1, "", f"kg: {line}\n")
