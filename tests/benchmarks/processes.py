"""What a server and its workers use of the machine, read from /proc."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = ["SAMPLED", "Sample", "sampled"]

SAMPLED = {"processes": "", "descriptors": "of the server", "server": "MiB resident", "workers": "MiB resident, all together"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One look: processes with the server's own, file descriptors that it holds, memory."""

    processes: int
    descriptors: int
    server: int
    workers: int


def sampled(process: int) -> Sample:
    """What the process and its children use now."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    children = [int(pid) for pid in found.stdout.split()]
    open_files = sum(1 for _ in Path(f"/proc/{process}/fd").iterdir())
    return Sample(1 + len(children), open_files, _resident(process), sum(map(_resident, children)))


def _resident(process: int) -> int:
    """MiB in memory; nothing where the process has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) >> 10
    return 0
