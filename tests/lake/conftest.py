"""The shipped corpus, and its statements in Parquet."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.exports.export import export, format_of
from kg.graph import Graph


@pytest.fixture(scope="session")
def shipped() -> Graph:
    """The corpus that comes with the program."""
    return kg.load()


@pytest.fixture(scope="session")
def exported(shipped: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its statements, as ``kg export parquet`` writes them."""
    (path,) = export(shipped, format_of("parquet"), tmp_path_factory.mktemp("lake") / "statements.parquet")
    return path
