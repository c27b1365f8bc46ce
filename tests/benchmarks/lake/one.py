"""One engine and one set of files, in a process of its own, so that its memory is its own: prints JSON."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import kg
from kg.lake import Lake
from kg.model.period import Period

__all__ = ["QUESTIONS"]

_DAY, _LATER, _ERA = Period.on("1999-06-15"), Period.on("2001-06-15"), Period.parse("1998/2000")
QUESTIONS: dict[str, Callable[[Lake], Any]] = {
    "all that hold on a day, ids": lambda lake: lake.holding(_DAY).ids(),
    "the same, as one actor saw it": lambda lake: lake.holding(_DAY, as_seen_by="a3").ids(),
    "neighbours on a day": lambda lake: lake.neighbours("a7", _DAY),
    "era of three years, by pair": lambda lake: lake.pairs(_ERA),
    "signed triangles on a day": lambda lake: lake.triangles(_DAY),
    "counts for 80 years": lambda lake: lake.counts(1945, 2024),
    "change between two days": lambda lake: lake.change(_DAY, _LATER),
    "history of two": lambda lake: lake.history("a7", "a9").in_time(),
}
_LONG = 5.0  # seconds after which one run is enough


def measured(folder: str, engine: str, runs: int) -> dict[str, Any]:
    """Seconds from question to Python answer, after one that warms up; MiB at most, of Spark's Java too; and digests of the answers."""
    begin = time.perf_counter()
    lake = kg.load(folder, engine=engine)
    lake.extent("a7")
    opened = time.perf_counter() - begin
    seconds, digests = {}, {}
    for name, ask in QUESTIONS.items():
        taken: list[float] = []
        while len(taken) < runs and (not taken or taken[0] < _LONG):
            begin = time.perf_counter()
            answer = ask(lake)
            taken.append(time.perf_counter() - begin)
        seconds[name], digests[name] = median(taken), hashlib.sha256(repr(answer).encode()).hexdigest()
    return {"opened": opened, "seconds": seconds, "digests": digests, "memory": _memory(engine)}


def _memory(engine: str) -> int:
    processes = ["self"]
    if engine != "duckdb":
        processes += Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()  # Java
    lines = [line for name in processes for line in Path(f"/proc/{name}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) >> 10


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
