"""What third-party tools read of the exports is what the README's table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.exports.formats import FORMATS
from tests.exports.readers import READERS, row, shown, written
from tests.exports.reading.reader import Reader


def _case(reader: Reader) -> object:
    return pytest.param(reader, id=f"{reader.format}-{reader.tool}", marks=[getattr(pytest.mark, need) for need in reader.needs])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the exports of the shipped corpus are kept for one run."""
    return tmp_path_factory.mktemp("exports")


@pytest.mark.parametrize("reader", [_case(reader) for reader in READERS])
def test_a_tool_reads_what_the_readme_says_it_read(reader: Reader, folder: Path, request: pytest.FixtureRequest) -> None:
    packages = request.getfixturevalue("packages") if "npm" in reader.needs else folder
    said = reader.read(written(reader.format, folder), packages)
    versions = {line.split(" | ")[1] for line in shown()}
    assert any(row(reader, version, said) in shown() for version in versions), said


def test_the_table_has_a_row_for_every_reader_in_order() -> None:
    rows = [line.strip("| ").split(" | ") for line in shown()]
    assert [(tool, format) for tool, _, format, _ in rows] == [(reader.tool, f"`{reader.format}`") for reader in READERS]


def test_every_format_is_read_by_somebody_else() -> None:
    assert {reader.format for reader in READERS} == set(FORMATS)
