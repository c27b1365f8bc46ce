"""A process that evaluates: it may overrun, swell or die, and nothing is lost but the one answer.

    python -m kg.server.worker

Reads its settings and then jobs from standard input, and writes an answer to each to standard output.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.server.frames import Head, framed, read_frame
from kg.server.limits import Limits

if TYPE_CHECKING:
    from kg.server.jobs import Answering

__all__ = ["main"]


def main() -> None:
    """Work until the server closes the stream."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    first = read_frame(requests)
    if first is None:
        return
    settings = first[0]
    limits = Limits(**settings["limits"])
    from kg.server.jobs import Jobs

    try:
        jobs = Jobs(_data(settings), limits)
    except KgError as error:
        answers.write(framed({"error": str(error)}))
        answers.flush()
        return
    _limit_memory(limits.memory)
    answers.write(framed({"ready": True}))
    answers.flush()
    while (request := read_frame(requests)) is not None:
        _limit_time(limits.seconds)
        head, body = jobs.run(request[0])
        answers.write(framed({**head, "memory": _memory()}, body))
        answers.flush()


def _data(settings: Head) -> Answering:
    if settings["file"]:
        from kg.query.foreign import Foreign

        return Foreign(Path(settings["file"]), settings["base"])
    from kg.dataset import open_dataset
    from kg.query.engine import Engine

    return Engine(open_dataset([Path(folder) for folder in settings["folders"]]))


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


def _limit_time(seconds: float) -> None:
    """Processor time for this job: should the server be gone that would end it, the system does."""
    if resource := _resource():
        used = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, resource.RLIM_INFINITY))


def _memory() -> int:
    """The most bytes that the process has had in memory."""
    if resource := _resource():
        unit = 1 if sys.platform == "darwin" else 1024
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * unit
    return 0


if __name__ == "__main__":
    main()
