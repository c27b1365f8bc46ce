"""An export as bytes, also from processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kg.exports.export import contents, format_of
from kg.graph import Graph
from kg.query.scope import EVER, Scope

__all__ = ["by_two_hash_seeds", "made"]


def made(graph: Graph, format: str, scope: Scope = EVER, only: str | None = None) -> bytes:
    """The content of the only file."""
    (data,) = contents(graph, format_of(format), scope, only).values()
    return data if isinstance(data, bytes) else b"".join(data)


def by_two_hash_seeds(format: str, corpus: Path) -> set[bytes]:
    """What the command writes, twice."""
    command = [str(Path(sys.executable).with_name("kg")), "export", format, "--corpus", str(corpus)]
    return {
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True).stdout for seed in ("1", "2")
    }
