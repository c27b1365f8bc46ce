"""A process that evaluates: it may overrun, swell or die, and nothing is lost but the one answer.

    python -m kg.server.worker

Reads its settings with the data and then jobs from standard input, and writes an answer to each to standard output.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.server.frames import Head, framed, read_frame
from kg.server.limits import Limits

if TYPE_CHECKING:
    from kg.server.jobs import Answering

__all__ = ["main", "watch_memory"]


def main() -> None:
    """Work until the server closes the stream."""
    for one in (signal.SIGINT, signal.SIGTERM):  # these are for the server, which ends its workers
        signal.signal(one, signal.SIG_IGN)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    first = read_frame(requests)
    if first is None:
        return
    settings, body = first
    limits = Limits(**settings["limits"])
    from kg.server.jobs import Jobs

    try:
        jobs = Jobs(_data(settings, body), limits, Path(settings["documents"]) if settings["documents"] else None)
    except KgError as error:
        answers.write(framed({"error": str(error)}))
        answers.flush()
        return
    del first, body
    _limit_memory(limits.memory)
    if sys.platform == "darwin":  # which does not hold the limit
        watch_memory(limits.memory)
    swollen = (_memory() + limits.memory) // 2  # half of what the data leave: who has had so much is replaced
    answers.write(framed({"ready": True}))
    answers.flush()
    while (request := read_frame(requests)) is not None:
        _limit_time(limits.seconds * request[0].get("patience", 1))
        head, body = jobs.run(request[0])
        answers.write(framed({**head, "swollen": _memory() > swollen}, body))
        answers.flush()


def _data(settings: Head, body: bytes) -> Answering:
    if settings["file"]:
        from kg.query.foreign import Foreign

        return Foreign(body, Path(settings["file"]), settings["base"])
    from kg.dataset import Dataset
    from kg.query.engine import Engine

    return Engine(Dataset(body[: settings["quads"]], body[settings["quads"] :], settings["base"]))


def _resource() -> Any:
    """The limits of processes, where the system has them."""
    with suppress(ModuleNotFoundError):
        import resource

        return resource
    return None


def _limit_memory(size: int) -> None:
    if resource := _resource():
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def watch_memory(size: int) -> None:
    """End the process soon after it has so many bytes in memory: where the system does not."""

    def watch() -> None:
        while _memory() <= size:
            time.sleep(0.1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _limit_time(seconds: float) -> None:
    """Processor time for this job: should the server be gone that would end it, the system does."""
    if resource := _resource():
        used = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, resource.RLIM_INFINITY))


def _memory() -> int:
    """The most bytes that the process has had in memory."""
    with suppress(OSError):  # Linux: what it tells of a child's use has the parent's in it
        return next(int(line.split()[1]) << 10 for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    if resource := _resource():
        unit = 1 if sys.platform == "darwin" else 1024
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * unit
    return 0


if __name__ == "__main__":
    main()
