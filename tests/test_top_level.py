"""Only what the architecture names stands at the top of the repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = {
    *("pyproject.toml", "README.md", "kg", "ontology", "data", "tests", "docs", "LICENSE", "CHANGELOG.md"),
    *(".ci", ".gitignore"),
}


@pytest.mark.skipif(not (ROOT / ".git").exists() or shutil.which("git") is None, reason="no checkout, or no git to list it")
def test_nothing_else_stands_at_the_top() -> None:
    listed = subprocess.run(["git", "-c", "safe.directory=*", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {Path(line).parts[0] for line in listed.stdout.splitlines()} == NAMED
