"""The graphs that exports are made of in the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.graph import Graph

SMALL = Path(__file__).parents[1] / "freedonia"


@pytest.fixture(scope="session")
def small() -> Graph:
    """A corpus small enough to be read at a glance."""
    return kg.load(SMALL)


@pytest.fixture(scope="session")
def shipped() -> Graph:
    """The corpus that comes with the program."""
    return kg.load()
