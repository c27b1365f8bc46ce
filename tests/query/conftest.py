"""The small corpus, asked through the real chain."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.dataset import build
from kg.query.engine import Engine


@pytest.fixture
def engine(freedonia: Path) -> Engine:
    return Engine(build([freedonia]).dataset)
