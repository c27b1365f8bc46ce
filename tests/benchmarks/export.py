"""How long exports take, as ratios to the engine's own writer and to rdflib. Prints; never fails by the clock.

    python -m tests.benchmarks.export [RUNS] [STATEMENTS]

First a hundred thousand triples as sorted Turtle against two peers, then every format of the shipped corpus, then the same
of so many invented statements (none unless asked), which take some gigabytes.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

import kg
from kg.dataset import Dataset, described_kinds, relations
from kg.exports.export import export
from kg.exports.formats import FORMATS
from kg.graph import Graph
from kg.index import index_of, to_bytes
from kg.model.dated import When
from kg.model.entities import Actor, Source
from kg.model.evidence import Evidence
from kg.model.records import Corpus, Record, Records
from kg.model.resolved import resolve
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, SourceKind
from kg.rdf.encode import encode
from kg.rdf.namespaces import prefixes
from kg.rdf.terms import nquads
from kg.store import dumped

TRIPLES = 100_000
ACTORS = 2_000
BASE = "https://example.org/synthetic/"


def synthetic(count: int) -> Graph:
    """A graph of invented statements: actors by Zipf's law, intervals from a day to eight years between 1945 and 2025."""
    chance = random.Random(1)
    weights = [1 / (n + 1) for n in range(ACTORS)]
    names = [f"actor-{n}" for n in range(ACTORS)]
    kinds = [name for name, kind in relations().items() if kind.polarity]
    source = Source(id="paper", label="Paper", kind=SourceKind.REPORT, date="2025")
    actors = [Actor(id=name, label=name, kind=ActorKind.STATE) for name in names]
    subjects, objects = (chance.choices(names, weights, k=count) for _ in range(2))
    pairs = zip(subjects, objects, strict=True)
    statements = [_statement(n, *pair, chance, kinds) for n, pair in enumerate(pairs)]
    records: list[Record] = [source, *actors, *statements]
    corpus = Corpus(title="Invented", version="1", licence="https://creativecommons.org/publicdomain/zero/1.0/", base=BASE)
    resolved = resolve(Records(corpus, {record.id: record for record in sorted(records, key=lambda record: record.id)}))
    graph = Graph([], resolved)
    quads = (quad.n3 for quad in (*encode(resolved, relations()), *described_kinds()))
    graph.stored = Dataset(nquads(quads), to_bytes(index_of(resolved, relations())), BASE)
    return graph


def _statement(number: int, subject: str, object_: str, chance: random.Random, kinds: list[str]) -> Statement:
    begin = chance.randrange(1945, 2018)
    return Statement(
        id=f"s{number:07}",
        subject=subject,
        relation=chance.choice(kinds),
        object=object_,
        when=When(f"{begin}-{chance.randrange(1, 13):02}/{begin + chance.randrange(1, 8)}"),
        according_to=(f"actor-{chance.randrange(ACTORS)}",),
        evidence=(Evidence("paper", row=number + 1),),
    )


def against_peers(lines: bytes, runs: int) -> None:
    """Sorted Turtle of the same triples: ours, the engine's alone, rdflib's."""
    import pyoxigraph as ox
    import rdflib

    spaces = prefixes(BASE)

    def engine() -> bytes:
        quads = sorted(ox.parse(lines, format=ox.RdfFormat.N_QUADS), key=str)
        return ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE, prefixes=spaces) or b""

    graph = rdflib.Graph().parse(data=lines, format="nt")
    works: dict[str, Callable[[], object]] = {
        "kg": lambda: b"".join(dumped(lines, "turtle", spaces)),
        "engine": engine,
        "rdflib": lambda: graph.serialize(format="turtle"),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            times[name].append(_cpu(work))
    middle = {name: median(each) for name, each in times.items()}
    for name, seconds in middle.items():
        print(f"{name:7} {1000 * seconds:7.0f} ms CPU for {TRIPLES:,} triples as Turtle, median of {runs}")
    print(f"kg / engine sorted {middle['kg'] / middle['engine']:.2f}  (goal: at most 2)")
    print(f"rdflib / kg        {middle['rdflib'] / middle['kg']:.1f}  (goal: at least 8; rdflib's parsing not counted)")


def every_format(graph: Graph, what: str) -> None:
    """Seconds of each format, all records read before, and the same as a multiple of Turtle's."""
    graph.records, graph.index  # noqa: B018  # read once, for all
    floor = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for format in sorted(FORMATS.values(), key=lambda each: each.name != "turtle"):
            out = Path(folder) / format.name
            seconds = _cpu(lambda f=format, o=out: list(export(graph, f, o, only="record" if f.single else None)))  # type: ignore[misc]
            floor = floor or seconds
            size = sum(path.stat().st_size for path in _files(out))
            print(f"{what}: {format.name:9} {seconds:7.2f} s CPU {seconds / floor:6.1f} x turtle {size / 1e6:7.1f} MB")


def _files(out: Path) -> Iterator[Path]:
    return (path for path in (out.rglob("*") if out.is_dir() else [out]) if path.is_file())


def _cpu(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return process_time() - before


def main(runs: int, statements: int) -> None:
    """All three."""
    graph = synthetic(TRIPLES // 20)
    against_peers(b"".join(islice(graph.stored.nquads.splitlines(keepends=True), TRIPLES)), runs)
    every_format(kg.load(), "shipped")
    if statements:
        every_format(synthetic(statements), f"{statements:,} statements")


if __name__ == "__main__":
    main(*(int(sys.argv[n]) if len(sys.argv) > n else default for n, default in ((1, 5), (2, 0))))
