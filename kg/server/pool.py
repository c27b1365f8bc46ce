"""Worker processes in a pool: one that overruns, dies or swells is killed and replaced while the others go on."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.errors import Busy, Overrun, StoreError
from kg.server.frames import Head, framed, read_async
from kg.server.limits import Limits

__all__ = ["Pool"]

_BUSY = "the server is busy: come again"
_LONG = 0.5  # seconds after which a query counts as long
_NICE = 10  # by so much a long query gives way
_SPARE = 1  # so many more are ready, to stand in at once for those that are killed
_JOBS = 10_000  # after so many a worker is replaced
_SWOLLEN = 0.5  # of the memory that it may have: a worker that has had more is replaced


class _Worker:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process, self.jobs, self.nice = process, 0, False

    async def ask(self, head: Head) -> tuple[Head, bytes]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(framed(head))
        await self.process.stdin.drain()
        return await read_async(self.process.stdout)

    def give_way(self) -> None:
        """Leave the processor to shorter queries; this can't be taken back."""
        self.nice = True
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, _NICE)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()


class Pool:
    """So many workers over one data set. ``folders`` are corpora, or ``file`` is a foreign RDF file with its base."""

    def __init__(self, count: int, limits: Limits, folders: Sequence[Path] = (), file: Path | None = None, base: str = "") -> None:
        self.count, self.limits = count, limits
        self._settings = {
            "limits": asdict(limits),
            "folders": [str(folder) for folder in folders],
            "file": str(file) if file else "",
            "base": base,
        }
        self._idle: list[_Worker] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._all: set[_Worker] = set()
        self._starting: set[asyncio.Task[Any]] = set()
        self._ending: set[asyncio.Task[Any]] = set()
        self._running = self._long = 0
        self._open = False

    async def start(self) -> None:
        """Start all workers. Raises `StoreError` where the data set can't be opened."""
        self._open = True
        begun = await asyncio.gather(*(self._add() for _ in range(self.count + _SPARE)), return_exceptions=True)
        for error in begun:
            if error is not None:
                raise error

    async def stop(self) -> None:
        """End all workers."""
        self._open = False
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        for worker in [*self._all]:
            self._end(worker)
        await asyncio.gather(*self._ending, return_exceptions=True)
        await asyncio.sleep(0)  # for the pipes, which close after their process

    async def run(self, head: Mapping[str, Any]) -> tuple[Head, bytes]:
        """Have a job done. Raises `Busy` and `Overrun`; where the caller is cancelled, so is the work."""
        worker = await self._free()
        self._running += 1
        try:
            head, body = await self._run(worker, head)
        finally:
            self._running -= 1
            self._wake()
        if "limit" in head:
            raise Overrun(self._named(head["limit"]))
        return head, body

    async def _run(self, worker: _Worker, head: Head) -> tuple[Head, bytes]:
        job = asyncio.ensure_future(worker.ask(head))
        try:
            answer = await self._within_limits(worker, job)
        except BaseException:
            job.cancel()
            self._replace(worker)
            raise
        worker.jobs += 1
        if worker.nice or worker.jobs >= _JOBS or answer[0].get("memory", 0) > _SWOLLEN * self.limits.memory:
            self._replace(worker)
        else:
            self._idle.append(worker)
        return answer

    async def _free(self) -> _Worker:
        """A worker, for whoever came last first: under a flood the others would all wait in vain, and so come again."""
        try:
            async with asyncio.timeout(self.limits.wait):
                while not (self._idle and self._running < self.count):
                    await self._turn()
        except TimeoutError:
            raise Busy(_BUSY) from None
        return self._idle.pop()

    async def _turn(self) -> None:
        if len(self._waiting) >= self.limits.waiting:
            raise Busy(_BUSY)
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:
                self._wake()  # the turn had come: it is another's
            raise

    def _wake(self) -> None:
        """Let one who waits look again."""
        while self._waiting:
            turn = self._waiting.pop()
            if not turn.done():
                turn.set_result(None)
                return

    async def _within_limits(self, worker: _Worker, job: asyncio.Future[tuple[Head, bytes]]) -> tuple[Head, bytes]:
        done, _ = await asyncio.wait({job}, timeout=min(_LONG, self.limits.seconds))
        if done:
            return self._result(job)
        if self._long >= self.limits.long:  # else long queries would take all workers, and short ones wait for them
            raise Busy(_BUSY)
        self._long += 1
        try:
            worker.give_way()
            done, _ = await asyncio.wait({job}, timeout=max(self.limits.seconds - _LONG, 0))
        finally:
            self._long -= 1
        if not done:
            raise Overrun(self._named("seconds"))
        return self._result(job)

    def _result(self, job: asyncio.Future[tuple[Head, bytes]]) -> tuple[Head, bytes]:
        try:
            return job.result()
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Overrun(self._named("memory")) from None

    def _named(self, limit: str) -> str:
        if limit == "seconds":
            return f"the query ran longer than {self.limits.seconds:g} seconds"
        return f"the query needs more than {self.limits.memory / (1 << 20):,.0f} MiB of memory, or more depth than the engine has"

    def _replace(self, worker: _Worker) -> None:
        self._end(worker)
        if self._open:
            self._later(self._add(), self._starting)

    def _end(self, worker: _Worker) -> None:
        worker.kill()
        self._all.discard(worker)
        self._later(worker.process.communicate(), self._ending)

    def _later(self, work: Coroutine[Any, Any, Any], among: set[asyncio.Task[Any]]) -> None:
        task = asyncio.ensure_future(work)
        among.add(task)
        task.add_done_callback(among.discard)

    async def _add(self) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.server.worker", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        worker = _Worker(process)
        self._all.add(worker)
        try:
            told, _ = await worker.ask(self._settings)
        except (asyncio.IncompleteReadError, ConnectionError):
            told = {"error": "a worker ends at once: what it said stands above"}
        if "error" in told:
            self._end(worker)
            raise StoreError(told["error"])
        self._idle.append(worker)
        self._wake()
