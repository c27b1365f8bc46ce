"""Which third-party tool read which export, and what came in: the table of the README.

python -m tests.exports.readers      prints it anew
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import kg
from kg.exports.export import export, format_of
from tests.conftest import NPM_CACHE
from tests.exports.reading.reader import Reader
from tests.views.judges import fetched

__all__ = ["HEAD", "READERS", "README", "row", "shown", "written"]

README = Path(__file__).parents[2] / "README.md"
HEAD = ["| tool | version | format | what it read of the shipped corpus |", "|---|---|---|---|"]
_FOLDER = Path(__file__).parent / "reading"


def _readers() -> Iterable[Reader]:
    for file in sorted(_FOLDER.glob("*.py")):
        yield from getattr(import_module(f"tests.exports.reading.{file.stem}"), "READERS", ())


READERS = tuple(sorted(_readers(), key=lambda reader: (reader.format, reader.tool)))


def written(format: str, folder: Path) -> Path:
    """The export of the shipped corpus: its file, or its folder; made once."""
    chosen = format_of(format)
    out = folder / (f"{format}.{chosen.ending}" if chosen.ending else format)
    if not out.exists():
        export(kg.load(), chosen, out, only="record" if chosen.single else None)
    return out


def row(reader: Reader, version: str, said: str) -> str:
    """A row of the table."""
    return f"| {reader.tool} | {version} | `{reader.format}` | {said} |"


def shown() -> list[str]:
    """The rows of the table as the README has them."""
    lines = README.read_text("utf-8").splitlines()
    start = lines.index(HEAD[0]) + len(HEAD)
    return lines[start : next(n for n in range(start, len(lines)) if not lines[n].startswith("|"))]


def main() -> None:
    """Read everything with everything, and print the table."""
    packages = fetched(NPM_CACHE)
    print("\n".join(HEAD))
    with tempfile.TemporaryDirectory() as name:
        for reader in READERS:
            print(row(reader, reader.version(packages), reader.read(written(reader.format, Path(name)), packages)), flush=True)


if __name__ == "__main__":
    main()
