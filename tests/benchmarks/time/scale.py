"""How the index grows: from ten thousand statements to ten million. Prints Markdown.

python -m tests.benchmarks.time.scale [RUNS [SIZE…]]     (5 runs; 10,000 to 10,000,000 statements)
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from math import log10
from statistics import median
from typing import Any

from kg.index import from_bytes, to_bytes
from tests.benchmarks.time.asked import Invented
from tests.benchmarks.time.columns import Ours

_ASKED = ("neighbours", "day", "rows", "pairs", "triangles", "counts")


def main(runs: int, sizes: Sequence[int]) -> None:
    """A column a size; last, by which power of the size the figure grows between the last two."""
    found = {size: _measured(size, runs) for size in sizes}
    print("| | " + " | ".join(f"{size:,}" for size in sizes) + " | power |\n|---" + "|---" * (len(sizes) + 1) + "|")
    for name in found[sizes[0]]:
        figures = [found[size][name] for size in sizes]
        power = log10(figures[-1] / figures[-2]) / log10(sizes[-1] / sizes[-2]) if len(sizes) > 1 and min(figures) > 0 else 0
        print(f"| {name} | " + " | ".join(f"{figure:,.2f}" for figure in figures) + f" | {power:.2f} |", flush=True)


def _measured(size: int, runs: int) -> dict[str, float]:
    data = Invented.of(size)
    begin = time.process_time()
    ours = Ours(data)
    found = {"made, s": time.process_time() - begin, "bytes a statement": ours.index.columns.nbytes / size}
    found["of these without ids"] = found["bytes a statement"] - ours.index.columns.id_data.nbytes / size
    kept = to_bytes(ours.index)
    found["opened from the cache’s bytes, ms"] = _cpu(lambda: from_bytes(kept), runs)
    for name in _ASKED:
        found[f"{name}, ms"] = _cpu(getattr(ours, name), runs)
    found["most memory so far, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{size:,} done", file=sys.stderr, flush=True)
    return found


def _cpu(ask: Callable[[], Any], runs: int) -> float:
    taken = []
    for _ in range(runs):
        begin = time.process_time()
        ask()
        taken.append(time.process_time() - begin)
    return 1000 * median(taken)


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(given[0] if given else 5, given[1:] or (10_000, 100_000, 1_000_000, 10_000_000))
