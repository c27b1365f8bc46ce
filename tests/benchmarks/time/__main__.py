"""The tables of time-scoped questions, every engine in one run. Prints Markdown; never fails by the clock, but where answers differ.

python -m tests.benchmarks.time [RUNS [SIZE…]]     (5 runs; 10,000, 100,000 and 1,000,000 statements)
"""

from __future__ import annotations

import gc
import platform
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from statistics import median

from tests.benchmarks.time import graphs
from tests.benchmarks.time.asked import QUESTIONS, Engine, Invented, plain
from tests.benchmarks.time.columns import Floor, Ours
from tests.benchmarks.time.others import DuckDb, Networkx, Oxigraph, Rdflib

ENGINES: tuple[type[Engine], ...] = (Floor, Ours, DuckDb, Networkx, Oxigraph, Rdflib)
NATIVE = ("day", "pairs")  # each engine's own arrays: compared as rows
_LARGEST = {"rdflib": 100_000}
_NODES = 100_000  # statements: to join two nodes among a million takes minutes
_LONG = 2.0  # seconds after which one run is enough
_GOALS = (  # question, peer, at least (or, for the floor, at most) so many times
    ("day", "numpy floor", 2), ("rows", "numpy floor", 2), ("day", "pyoxigraph", 500), ("rows", "pyoxigraph", 150), ("day", "networkx", 50),
    ("pairs", "numpy floor", 2), ("pairs", "pyoxigraph", 150),
    ("triangles", "numpy floor", 2), ("triangles", "networkx", 20), ("counts", "numpy floor", 2), ("counts", "pyoxigraph", 150),
)  # fmt: skip
_INSTEAD = {"day": "rows", "pairs": "pair_rows"}  # what an engine without arrays is asked

Times = dict[tuple[str, str], float]


def main(runs: int, sizes: Sequence[int]) -> None:
    """All sizes, one after the other."""
    print(f"Milliseconds of processor time, median of {runs} runs (one run above {_LONG:g} s); {_versions()}.")
    for size in sizes:
        data = Invented.of(size)
        times, nodes = _measured(data, runs)
        print(f"\n## {size:,} statements\n")
        _print_table(times)
        _print_goals(times)
        _print_graphs(graphs.measure(data, nodes if size <= _NODES else None))


def _measured(data: Invented, runs: int) -> tuple[Times, Oxigraph | None]:
    times: Times = {}
    answers: dict[str, object] = {}
    size, nodes = len(data.columns.subject), None
    for make in ENGINES:
        if size > _LARGEST.get(make.name, size):
            continue
        begin = time.process_time()
        engine = make(data)
        times[make.name, "load"] = time.process_time() - begin
        for question in QUESTIONS:
            ask = engine.question(question.name)
            if ask is None or size > question.limits.get(make.name, size):
                continue
            gc.collect()
            begin = time.process_time()
            answer = ask()
            taken = [time.process_time() - begin]
            while len(taken) < runs and taken[0] < _LONG:
                begin = time.process_time()
                ask()
                taken.append(time.process_time() - begin)
            times[make.name, question.name] = median(taken)
            if question.name not in NATIVE and answers.setdefault(question.name, found := _plain(question.name, answer)) != found:
                raise SystemExit(f"{make.name} answers {question.name!r} otherwise than {ENGINES[0].name}")
        if isinstance(engine, Oxigraph):
            nodes = engine
        if isinstance(engine, Ours):
            print(f"\n{size:,} statements in the index: {engine.index.columns.nbytes / size:.1f} bytes each, ids included", flush=True)
        print(f"{make.name} done", file=sys.stderr, flush=True)
    return times, nodes


def _plain(name: str, answer: object) -> object:
    if name == "pair_rows":
        answer = [row for each in answer for row in _by_sign(each)]  # type: ignore[attr-defined]
    return plain(answer)


def _by_sign(pair: tuple[object, ...]) -> list[tuple[object, ...]]:
    """A row for each sign, of engines that count them in one row."""
    if len(pair) == 4:
        return [pair]
    return [(*pair[:2], sign, many) for sign, many in zip((1, -1, 0), pair[2:], strict=True)]


def _print_table(times: Times) -> None:
    print("| engine | made | " + " | ".join(question.title for question in QUESTIONS) + " |")
    print("|---" * (len(QUESTIONS) + 2) + "|")
    for make in ENGINES:
        cells = [times.get((make.name, name)) for name in ("load", *(question.name for question in QUESTIONS))]
        if any(cells):
            print(f"| {make.name} | " + " | ".join("–" if cell is None else f"{1000 * cell:,.2f}" for cell in cells) + " |")


def _print_goals(times: Times) -> None:
    titles = {question.name: question.title for question in QUESTIONS}
    print("\n| question | against | ratio | goal |\n|---|---|---|---|")
    for name, peer, goal in _GOALS:
        theirs, ours = times.get((peer, name), times.get((peer, _INSTEAD.get(name, name)))), times["index", name]
        if theirs is not None:
            floor = peer == Floor.name
            ratio = ours / theirs if floor else theirs / ours
            print(f"| {titles[name]} | {peer} | {ratio:,.2f} | {'≤' if floor else '≥'} {goal} |")


def _print_graphs(found: graphs.Times) -> None:
    least = found.selecting + found.loading + found.query
    print("\n| SPARQL over the graph of a day | ms | ratio |\n|---|---|---|")
    print(f"| first time | {1000 * found.first:,.1f} | {found.first / least:.2f} × selecting, loading and asking ({1000 * least:,.1f}) |")
    print(f"| again | {1000 * found.again:,.1f} | {1000 * (found.again - found.query):,.1f} ms more than the query alone (goal ≤ 5) |")
    if found.nodes is None:
        return
    print(
        f"| over statement nodes | {1000 * found.nodes:,.1f} | {found.nodes / found.first:,.1f} × the first time, "
        f"{found.nodes / found.again:,.1f} × again (goal ≥ 20) |"
    )


def _versions() -> str:
    names = ("numpy", "pyoxigraph", "duckdb", "networkx", "rdflib")
    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in names)])


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(given[0] if given else 5, given[1:] or (10_000, 100_000, 1_000_000))
