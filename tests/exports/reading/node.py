"""Runs a small program in Node with the npm packages that the tests fetch."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

__all__ = ["npm_version", "ran"]


def ran(program: str, packages: Path, *arguments: str | Path) -> str:
    """What a CommonJS program prints, its arguments being ``process.argv.slice(1)``. Raises where it fails, with its complaint."""
    environment = os.environ | {"NODE_PATH": str(packages)}
    command = ["node", "--max-old-space-size=4096", "-e", program, "--", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=600)
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout


def npm_version(package: str) -> Callable[[Path], str]:
    """Tells the version of a package that was fetched."""
    return lambda packages: str(json.loads((packages / package / "package.json").read_text("utf-8"))["version"])
