"""How long `kg query` takes, built before, as a ratio to the floor and to rdflib. Prints; never fails by the clock.

python tests/benchmarks/query.py [RUNS]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from kg import resources
from kg.dataset import open_dataset

HERE = Path(__file__).parent
QUESTION = resources.package_root() / "query" / "questions" / "who-met-whom.rq"
RDFLIB = """
import sys, rdflib
from kg.rdf.namespaces import prefixes
data = rdflib.Dataset(); data.parse(sys.argv[1], format="nquads")
for row in data.query(open(sys.argv[2]).read(), initNs=prefixes("https://w3id.org/comity/")): print(*row)
"""


def cpu(command: Sequence[str]) -> float:
    """Seconds of processor time, system and user, that one run takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs: int) -> None:
    """Run all three in turn, so that a change of the machine's speed meets all alike."""
    with tempfile.TemporaryDirectory() as folder:
        dataset = Path(folder) / "dataset.nq"
        dataset.write_bytes(open_dataset([resources.shipped_corpus()]).nquads)
        commands = {
            "kg query": [str(Path(sys.executable).with_name("kg")), "query", QUESTION.stem],
            "floor": [sys.executable, str(HERE / "floor.py"), str(dataset), str(QUESTION)],
            "rdflib": [sys.executable, "-c", RDFLIB, str(dataset), str(QUESTION)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(cpu(command))
    middle = {name: median(each) for name, each in times.items()}
    for name, seconds in middle.items():
        print(f"{name:9} {1000 * seconds:6.0f} ms CPU, median of {runs}")
    print(f"kg query / floor  {middle['kg query'] / middle['floor']:.2f}  (goal: at most 3)")
    print(f"rdflib / kg query {middle['rdflib'] / middle['kg query']:.2f}  (goal: at least 4)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
