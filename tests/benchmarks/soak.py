"""Mixed clients against `kg serve`, for so many minutes: does it leak, slow down, or say what is not so? Prints a verdict.

    python -m tests.benchmarks.soak [MINUTES]

Sixteen clients, each with an address of its own: good ones hold every answer against the store of this process; slow ones read a few
bytes at a time; hostile ones send what `tests/server/test_attacks.py` sends; others go away while their query runs or their answer comes.
"""

from __future__ import annotations

import json
import random
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import quote

import kg
from kg.query.scope import EVER
from tests.benchmarks.processes import SAMPLED, Sample, sampled
from tests.query.test_endpoint_stores import ASKED
from tests.server.conftest import DIRECT, Running, serving
from tests.server.test_attacks import DEEP, ENDLESS, PRODUCT, SERVICES

OPTIONS = ("--timeout", "3", "--memory", "1024", "--workers", "4")
KINDS = {"good": 8, "slow": 3, "hostile": 2, "gone while it runs": 2, "gone while it comes": 1}
EVERY = 2.0  # seconds between two looks at the processes
ALLOWED = 1.25  # so much more may be in use in the last quarter than in the second: in the first all is new
LARGE = "SELECT * { ?s ?p ?o } LIMIT 5000"


@dataclass
class Told:
    """What the clients have seen: how often each kind had each status, answers that were wrong, how long good ones took."""

    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    longest: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, status: object, seconds: float = 0.0) -> None:
        with self.lock:
            self.statuses[kind, str(status)] += 1
            self.longest = max(self.longest, seconds)


class Clients:
    """The ways of asking, by kind. Each call is one request from an address."""

    def __init__(self, server: Running, told: Told) -> None:
        graph = kg.load()
        self._server, self._told = server, told
        texts = {one.name: graph.sparql(one.name) for one in ASKED}
        days = {day: f"SELECT ?s ?p ?o FROM on:{day} {{ ?s ?p ?o }} ORDER BY ?s ?p ?o" for day in ("2014-03-20", "2016-07-08")}
        self._good = {name: (text, graph.asked.write(text, "json", scope=EVER).body) for name, text in (texts | days).items()}
        self._hostile = [*ENDLESS.values(), *DEEP.values(), *(each % 9 for each in SERVICES), "#" * 500_000]

    def good(self, client: str, chance: random.Random) -> None:
        name, (text, wanted) = chance.choice([*self._good.items()])
        start = time.monotonic()
        said = self._server.query(text, client=client)
        self._told.note("good", said.status, time.monotonic() - start if said.status == 200 else 0.0)
        if said.status == 200 and json.loads(said.body) != json.loads(wanted):
            self._told.wrong.append(name)

    def slow(self, client: str, chance: random.Random) -> None:
        with self._asked(LARGE, client) as asked:
            asked.settimeout(60)
            start = asked.recv(100)
            for _ in range(40):
                time.sleep(0.05)
                if not asked.recv(chance.randrange(1, 20_000)):
                    break
        self._told.note("slow", start[9:12].decode())

    def hostile(self, client: str, chance: random.Random) -> None:
        said = self._server.ask("POST", "/sparql", chance.choice(self._hostile).encode(), DIRECT, client=client)
        self._told.note("hostile", said.status)
        if said.status == 200:
            self._told.wrong.append("an attack was answered")

    def gone_while_it_runs(self, client: str, chance: random.Random) -> None:
        with self._asked(PRODUCT, client):
            time.sleep(chance.random())
        self._told.note("gone while it runs", "gone")
        time.sleep(1)

    def gone_while_it_comes(self, client: str, chance: random.Random) -> None:
        with self._asked(LARGE, client) as asked:
            asked.settimeout(60)
            start = asked.recv(1000)
        self._told.note("gone while it comes", start[9:12].decode())
        time.sleep(chance.random() / 2)

    def _asked(self, query: str, client: str) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self._server.port), source_address=(client, 0))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        connection.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        return connection


def worked(clients: Clients, kind: str, seed: int, end: float) -> None:
    """One client, until the end."""
    ask: Callable[[str, random.Random], None] = getattr(clients, kind.replace(" ", "_"))
    chance = random.Random(seed)
    while time.monotonic() < end:
        ask(f"127.0.0.{2 + seed}", chance)


def soaked(server: Running, seconds: float) -> tuple[Told, list[Sample]]:
    """Let all clients work for so long, and look at the processes meanwhile."""
    told = Told()
    clients = Clients(server, told)
    end, samples = time.monotonic() + seconds, []
    kinds = [kind for kind, count in KINDS.items() for _ in range(count)]
    with ThreadPoolExecutor(len(kinds)) as threads:
        work = [threads.submit(worked, clients, kind, seed, end) for seed, kind in enumerate(kinds)]
        while time.monotonic() < end:
            time.sleep(EVERY)
            samples.append(sampled(server.process.pid))
        for each in work:
            each.result()
    time.sleep(EVERY + 3)  # for workers that are being replaced
    return told, [*samples, sampled(server.process.pid)]


def verdict(told: Told, samples: list[Sample]) -> list[str]:
    """What is wrong, a line each."""
    quarter = max(len(samples) // 4, 1)
    found = [f"{len(told.wrong)} wrong answers: {', '.join(sorted(set(told.wrong)))}"] if told.wrong else []
    for name in SAMPLED:
        early, late = (median(getattr(each, name) for each in part) for part in (samples[quarter : 2 * quarter + 1], samples[-quarter:]))
        if late > ALLOWED * early:
            found.append(f"{name}: {early:g} early on, {late:g} in the end")
    return found


def main(minutes: float) -> None:
    """Start a server, let it soak, and say what came of it."""
    with serving(*OPTIONS) as server:
        told, samples = soaked(server, 60 * minutes)
        assert server.query("ASK {}").status == 200
    print(f"{'':16}{'first':>9}{'median':>9}{'last':>9}{'max':>9}")
    for name, unit in SAMPLED.items():
        values = [getattr(sample, name) for sample in samples]
        shown = (values[0], sorted(values)[len(values) // 2], values[-1], max(values))
        print(f"{name:16}" + "".join(f"{value:9}" for value in shown), unit)
    for (kind, status), count in sorted(told.statuses.items()):
        print(f"{kind:20} {status:5} {count:7}")
    print(f"longest good answer: {told.longest:.2f} s; wrong answers: {len(told.wrong)}; looks: {len(samples)}")
    faults = verdict(told, samples)
    print("VERDICT: " + ("; ".join(faults) if faults else "no leak and no wrong answer"))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
