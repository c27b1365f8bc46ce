"""What a worker holds itself to."""

from __future__ import annotations

import subprocess
import sys

SWELLING = """
from kg.server.worker import watch_memory
from kg.store import Store

watch_memory(200 << 20)
store = Store("".join(f"<urn:{i}> <urn:p> <urn:o> .\\n" for i in range(3000)).encode())
store.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?d ?a LIMIT 1", {}, [None], [])
"""


def test_a_query_that_swells_ends_its_process_where_the_system_has_no_limit_of_memory() -> None:
    done = subprocess.run([sys.executable, "-c", SWELLING], capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
