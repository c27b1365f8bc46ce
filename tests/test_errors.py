"""The tree of exceptions is drawn as it is."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from kg import errors
from kg.errors import CorpusError, Fault, FileError, KgError, UnknownName, UsageError


def drawn() -> dict[str, str | None]:
    """The parent of every class in the drawing, by its depth."""
    found: dict[str, str | None] = {}
    path: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"((?:│   |    )*)(?:[├└]── )?([A-Z]\w+)  ", line):
            depth = len(match[1]) // 4 + ("── " in line)
            path[depth:] = [match[2]]
            found[match[2]] = path[depth - 1] if depth else None
    return found


def test_every_exception_is_drawn_below_its_parent_and_nothing_else_is() -> None:
    classes = (c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception))
    assert drawn() == {c.__name__: None if c is KgError else c.__mro__[1].__name__ for c in classes}
    assert len(drawn()) > 5


def test_every_exception_that_the_package_raises_of_its_own_is_in_the_tree() -> None:
    modules = Path(errors.__file__).parent.rglob("*.py")
    own = {
        name
        for module in modules
        for name in re.findall(r"^class (\w+)\(.*(?:Exception|Error)\):", module.read_text("utf-8"), re.MULTILINE)
    }
    assert own | {"KgError"} == set(drawn())


def test_every_exception_and_no_other_is_public() -> None:
    assert set(errors.__all__) == set(drawn()) | {"Fault"}


def test_wrong_usage_exits_with_two_and_all_else_with_one() -> None:
    codes = {name: getattr(errors, name).exit_code for name in drawn()}
    assert codes == {name: 2 if issubclass(getattr(errors, name), UsageError) else 1 for name in drawn()}
    assert (codes["KgError"], codes["UnknownName"]) == (1, 2)


def test_faults_are_told_once_each_by_file_and_line() -> None:
    a, b, c = Fault(Path("a"), 9, "x"), Fault(Path("a"), 10, "x"), Fault(Path("b"), 1, "x")
    error = CorpusError(iter([c, b, a, b]))
    assert (error.faults, str(error)) == ((a, b, c), "a:9: x\na:10: x\nb:1: x")


def test_a_file_error_carries_its_path() -> None:
    error = FileError(Path("a/b"), "is a directory")
    assert (error.path, str(error)) == (Path("a/b"), "a/b: is a directory")


@pytest.mark.parametrize(
    ("name", "known", "text"),
    [
        ("rusia", ["russia", "japan"], "no actor 'rusia'; nearest: russia"),
        ("x", ["b", "a"], "no actor 'x'; there are: a, b"),
        ("x", [], "no actor 'x'; there are: none"),
        ("x", [f"actor-{i}" for i in range(13)], "no actor 'x'; none of the 13 known is near"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_or_all_or_their_number(name: str, known: list[str], text: str) -> None:
    assert str(UnknownName("actor", name, known)) == text
