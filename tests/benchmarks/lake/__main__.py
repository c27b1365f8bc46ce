"""What questions of time cost beyond memory: DuckDB and Spark over the same Parquet. Prints Markdown; fails only where answers differ.

    python -m tests.benchmarks.lake [RUNS [SIZE…]]     (3 runs; 10,000 to 10,000,000 statements, two or more sizes from 100,000)

Then, on paper, what more statements would need than were measured.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import Any

from kg.lake import partition
from tests.benchmarks.lake.made import ACTORS, write_invented
from tests.benchmarks.lake.one import QUESTIONS

ENGINES = {"DuckDB": "duckdb", "Spark": "spark://local[2]"}
_SMALLEST = {"Spark": 100_000}
_PAPER = {"a hundred million": 10**8, "a thousand million": 10**9, "ten thousand million, as GDELT has": 10**10}


@dataclass(frozen=True, slots=True)
class Size:
    """One size: bytes and seconds of the files, and what each engine took."""

    count: int
    files: int
    bytes: int
    partitioned: float
    found: dict[str, dict[str, Any]]


def main(runs: int, sizes: Sequence[int]) -> None:
    """All sizes, one after the other, then the reckoning."""
    names = ("duckdb", "ibis-framework", "pyspark", "pyarrow")
    print(f"Seconds by the clock, median of {runs} runs, on {os.cpu_count()} cores; {ACTORS:,} actors; ", end="")
    print(", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in names)]))
    found = [_size(count, runs) for count in sizes]
    _print_files(found)
    for name in ENGINES:
        _print_seconds(name, [size for size in found if name in size.found])
    _print_paper(found)


def _size(count: int, runs: int) -> Size:
    with tempfile.TemporaryDirectory() as scratch:
        whole, folder = Path(scratch) / "statements.parquet", Path(scratch) / "decades"
        write_invented(whole, count)
        begin = time.perf_counter()
        partition(whole, folder)
        taken = time.perf_counter() - begin
        files = [path.stat().st_size for path in folder.rglob("*.parquet")]
        found = {name: _asked(folder, engine, runs) for name, engine in ENGINES.items() if count >= _SMALLEST.get(name, 0)}
    if len({json.dumps(each["digests"]) for each in found.values()}) > 1:
        raise SystemExit(f"the engines answer otherwise about {count:,} statements")
    print(f"{count:,} done", file=sys.stderr, flush=True)
    return Size(count, len(files), sum(files), taken, found)


def _asked(folder: Path, engine: str, runs: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.lake.one", str(folder), engine, str(runs)]
    answer: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)
    return answer


def _print_files(found: Sequence[Size]) -> None:
    print("\n## Files, a decade each\n")
    _print_head("statements", "files", "bytes a statement", "partitioned by DuckDB, statements a second")
    for size in found:
        print(f"| {size.count:,} | {size.files} | {size.bytes / size.count:.1f} | {size.count / size.partitioned:,.0f} |")


def _print_seconds(name: str, found: Sequence[Size]) -> None:
    print(f"\n## {name}\n")
    _print_head("", *(f"{size.count:,}" for size in found), "a million more")
    rows = [size.found[name] for size in found]
    print("| opened, first answer | " + " | ".join(f"{row['opened']:.2f}" for row in rows) + " | |")
    for question in QUESTIONS:
        cells = [f"{row['seconds'][question]:.3f}" for row in rows]
        print(f"| {question} | {' | '.join(cells)} | {1e6 * _slope(found, name, question):.3f} |")
    cells = [f"{row['memory']:,}" for row in rows]
    print(f"| most memory, MiB | {' | '.join(cells)} | {1e6 * _slope(found, name):,.0f} |")


def _print_head(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |\n{'|---' * len(cells)}|")


def _slope(found: Sequence[Size], name: str, question: str | None = None) -> float:
    """Seconds, or MiB where there is no question, for each statement more, between the two largest sizes."""
    less, more = found[-2:]
    values = [row["seconds"][question] if question else row["memory"] for row in (less.found[name], more.found[name])]
    return max(0.0, float(values[1] - values[0])) / (more.count - less.count)


def _print_paper(found: Sequence[Size]) -> None:
    """By the slopes alone: no such number of statements was ever asked."""
    size, cores = found[-1].bytes / found[-1].count, os.cpu_count() or 1
    print("\n## Reckoned on paper, not measured\n")
    print(f"From {size:.1f} bytes a statement and the slopes above, as if all went on in a straight line: seconds on {cores} cores like")
    print("these, and how many of them would take ten seconds. Disk, network and what a cluster loses in sharing work are not in it;")
    print("memory is all of it together.\n")
    _print_head("", *_PAPER)
    print("| files, GB | " + " | ".join(f"{size * many / 1e9:,.0f}" for many in _PAPER.values()) + " |")
    for name in ENGINES:
        memory = _slope(found, name)
        print(f"| {name}: memory, GiB | " + " | ".join(f"{memory * many / 1024:,.0f}" for many in _PAPER.values()) + " |")
        for question in QUESTIONS:
            seconds = [_slope(found, name, question) * many for many in _PAPER.values()]
            cells = [f"{each:,.0f} s; {ceil(each * cores / 10):,} cores" for each in seconds]
            print(f"| {name}: {question} | {' | '.join(cells)} |")


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(given[0] if given else 3, given[1:] or (10_000, 100_000, 1_000_000, 10_000_000))
