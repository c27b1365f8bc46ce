"""Two runs of the formats of tables give the same bytes, whatever the order of sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
from hashlib import sha256
from kg.exports.export import contents, format_of
from kg.graph import Graph
from kg.model.resolved import resolve
from tests.rdf.test_every_field import RECORDS

for format in ("csvw", "parquet", "neo4j"):
    for name, data in contents(Graph((), resolve(RECORDS)), format_of(format)).items():
        print(format, name, sha256(data if isinstance(data, bytes) else b"".join(data)).hexdigest())
"""


def test_bytes_do_not_change_with_the_hash_seed() -> None:
    made = [
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    ]
    assert len(set(made)) == 1
    assert len(made[0].splitlines()) == 45
