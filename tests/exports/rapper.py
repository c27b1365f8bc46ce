"""What rapper, of Debian's raptor2-utils, counts in a file of RDF 1.1."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

__all__ = ["counted", "version"]


def counted(file: Path, syntax: str) -> int:
    """How many triples it reads; a warning or an error of it raises `ValueError`."""
    done = subprocess.run(["rapper", "-c", "-i", syntax, str(file)], check=True, capture_output=True, text=True)
    found = re.fullmatch(r"rapper: Parsing URI .*\nrapper: Parsing returned ([0-9]+) triples\n", done.stderr)
    if found is None:
        raise ValueError(done.stderr)
    return int(found[1])


def version(_: Path) -> str:
    """Of rapper."""
    return subprocess.run(["rapper", "--version"], check=True, capture_output=True, text=True).stdout.strip()
