"""The workers that hold one state of the data: as many as there should be, whatever becomes of each."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import asdict

from kg.errors import KgError, StoreError
from kg.server.frames import Head
from kg.server.limits import Limits
from kg.server.loading import Data
from kg.server.process import Process
from kg.server.tasks import Tasks

__all__ = ["Generation"]

_JOBS = 10_000  # after so many a worker is replaced
_DOUBLINGS = 6  # of the pause between two starts that fail


class Generation:
    """So many workers over one state of the data, which they are given by the server: the files may have changed since.

    ``base`` is where relative IRIs of a foreign file lie; ``ready`` is called whenever a worker is.
    """

    def __init__(self, data: Data, count: int, limits: Limits, base: str, ready: Callable[[], None]) -> None:
        self.data, self.idle = data, list[Process]()
        self._count, self._ready = count, ready
        self._settings = {
            "limits": asdict(limits),
            "file": data.file,
            "documents": data.documents,
            "base": data.base or base,
            "quads": data.quads,
        }
        self._alive: set[Process] = set()
        self._starting, self._watching, self._ending = Tasks(), Tasks(), Tasks()
        self._failed = 0  # in a row: starts, and workers that ended while they did nothing
        self._open = True

    @property
    def alive(self) -> bool:
        """Whether any worker is up, at work or not."""
        return bool(self._alive)

    @property
    def over(self) -> bool:
        """Whether it is retired and its last worker has ended."""
        return not self._open and not self._alive

    async def start(self) -> None:
        """Start all workers. Raises `StoreError` where they can't load the data, `OSError` where they can't start."""
        begun = await asyncio.gather(*(self._begin() for _ in range(self._count)), return_exceptions=True)
        for error in begun:
            if error is not None:
                raise error

    def back(self, worker: Process, told: Head) -> None:
        """A worker has done a job."""
        self._failed = 0
        worker.jobs += 1
        if worker.gone or worker.nice or not self._open or worker.jobs >= _JOBS or told.get("swollen"):
            self.replace(worker)
        else:
            self.idle.append(worker)

    def replace(self, worker: Process) -> None:
        """End a worker, and start another."""
        self._end(worker)
        if self._open:
            self._starting.add(self._again())

    def retire(self) -> None:
        """Begin nothing more, and end each worker when it has nothing to do."""
        self._open = False
        self._starting.cancel()
        while self.idle:
            self._end(self.idle.pop())

    async def stop(self) -> None:
        """End all workers now."""
        self.retire()
        await self._starting.join()
        for worker in [*self._alive]:
            self._end(worker)
        self._watching.cancel()
        await self._watching.join()
        await self._ending.join()

    async def _again(self) -> None:
        """Start a worker, however often that fails: after some failures with pauses that grow."""
        while True:
            if pause := 2 ** min(max(self._failed - 1, 0) // self._count, _DOUBLINGS) // 2:
                print(f"kg: workers end at once: the next is started in {pause} s", file=sys.stderr, flush=True)
                await asyncio.sleep(pause)
            try:
                await self._begin()
            except (KgError, OSError) as error:
                self._failed += 1
                print(f"kg: a worker can't start: {error}", file=sys.stderr, flush=True)
            else:
                return

    async def _begin(self) -> None:
        worker = await Process.start("kg.server.worker")
        try:
            told, _ = await worker.ask(self._settings, self.data.body)
            if "error" in told:
                raise StoreError(told["error"])
        except BaseException:
            self._end(worker)
            raise
        self._alive.add(worker)
        self.idle.append(worker)
        self._watching.add(self._watch(worker))
        self._ready()

    async def _watch(self, worker: Process) -> None:
        """Replace a worker that ends while it has nothing to do; what ends at work is noticed by whoever waits for it."""
        await worker.ended()
        if worker in self.idle:
            self.idle.remove(worker)
            self._failed += 1
            self.replace(worker)

    def _end(self, worker: Process) -> None:
        worker.kill()
        self._alive.discard(worker)
        self._ending.add(worker.end())
