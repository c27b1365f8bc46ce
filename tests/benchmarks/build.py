"""How long a build takes, and how it grows with the corpus. Prints; never fails by the clock.

    python tests/benchmarks/build.py [COPIES]

The larger corpus is the shipped one, so many times, each copy's ids with a number behind them; its eras stand once.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from kg import resources
from kg.build import build
from kg.dataset import build as build_dataset

SHIPPED = resources.shipped_corpus()
ERAS = Path("eras.yaml")


def multiplied(folder: Path, copies: int) -> list[Path]:
    """So many corpora, which are one graph, and in which no id stands twice."""
    texts = {file.relative_to(SHIPPED): file.read_text("utf-8") for file in SHIPPED.rglob("*.yaml")}
    ids = {name for path, text in texts.items() if path != ERAS for name in re.findall(r"^- id: (\S+)$", text, re.MULTILINE)}
    known = re.compile(r"(?<![\w/-])(" + "|".join(map(re.escape, sorted(ids, key=len, reverse=True))) + r")(?![\w-])")
    for copy in range(copies):
        for path, text in texts.items():
            if path == ERAS and copy:
                continue
            parts = [known.sub(rf"\1-c{copy}", part) for part in path.stem.split("--")]
            name = path.with_stem("--".join(parts)) if path.parent.name == "statements" else path
            target = folder / str(copy) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("".join(_line(line, known, copy) + "\n" for line in text.splitlines()), "utf-8")
    return [folder / str(copy) for copy in range(copies)]


def _line(line: str, known: re.Pattern[str], copy: int) -> str:
    """Ids get the copy's number; words, dates and periodisations stay; codes and former ids only in the first."""
    field = re.match(r"\s*(?:- )?([a-z0-9-]+):", line)
    name = field[1] if field else ""
    if name in ("wikidata", "iso3166", "cow", "former-ids"):
        return "" if copy else line
    ours = ("label", "definition", "gist", "when", "said", "date", "note", "reason", "periodisation", "title", "url", "in", "description")
    return line if name in ours else known.sub(rf"\1-c{copy}", line)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the wall and of processor time."""
    wall, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - cpu


def main(copies: int) -> None:
    """Data set and whole build, once and so many times over."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = multiplied(folder / "large", copies)
        works: dict[str, Callable[[list[Path]], object]] = {
            "data set": build_dataset,
            "whole build": lambda corpora: build(corpora, folder / "dist", lambda _: None),
        }
        for what, work in works.items():
            (wall, cpu), (_, cpu_many) = timed(partial(work, [SHIPPED])), timed(partial(work, large))
            print(
                f"{what:11} {wall:5.1f} s, {cpu:5.1f} s CPU; {copies} times the records {cpu_many:6.1f} s CPU, {cpu_many / cpu:.1f} times"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
