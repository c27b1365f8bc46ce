"""The table of what survives in each format is made from the formats themselves."""

from __future__ import annotations

from dataclasses import astuple, fields
from pathlib import Path

from kg.exports.format import Kept
from kg.exports.formats import FORMATS

README = Path(__file__).parents[2] / "README.md"
HEAD = ["| format | what it is | time | view | evidence | status | conflict |", "|---|---|---|---|---|---|---|"]


def table() -> list[str]:
    """The table as Markdown."""
    return [*HEAD, *(f"| `{format.name}` | {format.title} | {' | '.join(astuple(format.kept))} |" for format in FORMATS.values())]


def test_the_readme_has_the_table_of_all_formats() -> None:
    lines = README.read_text("utf-8").splitlines()
    start = lines.index(HEAD[0])
    assert lines[start : start + len(table())] == table()
    assert not lines[start + len(table())].startswith("|")


def test_the_columns_are_what_may_survive() -> None:
    assert HEAD[0].strip("| ").split(" | ")[2:] == [field.name for field in fields(Kept)]


if __name__ == "__main__":
    print("\n".join(table()))
