"""Jobs for workers: who gets one, for how long, and which state of the data answers."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from typing import Any

from kg.errors import Busy, Overrun
from kg.server.fairness import BUSY, Places
from kg.server.frames import Head
from kg.server.generation import Generation
from kg.server.limits import Limits
from kg.server.loading import Data
from kg.server.process import Process

__all__ = ["Pool"]

_LONG = 0.5  # seconds after which a query counts as long
_LOOK = 0.1  # seconds between two looks whether a worker is free
_SPARE = 1  # so many more are ready, to stand in at once for those that are killed
_ENDING = "the server ends: come again"
_Taken = tuple[Generation, Process]


class Pool:
    """So many jobs at once, each in a worker that may be killed. ``base`` is where relative IRIs of a foreign file lie."""

    def __init__(self, count: int, limits: Limits, base: str) -> None:
        self.count, self.limits, self._base = count, limits, base
        self._open = True
        self._now: Generation | None = None
        self._all: list[Generation] = []
        self._waiting: list[tuple[str, asyncio.Future[_Taken]]] = []
        self._running = Counter[str]()
        self._places, self._long = Places(limits.waiting), Places(limits.long)

    @property
    def data(self) -> Data:
        """What is served now."""
        assert self._now is not None
        return self._now.data

    @property
    def alive(self) -> bool:
        """Whether any worker is up."""
        return self._now is not None and self._now.alive

    async def serve(self, data: Data) -> None:
        """Start workers over these data, and give them all jobs from when they are ready; what is under way ends with the old ones.

        Raises `StoreError` and `OSError` where the workers can't start: then the old ones go on.
        """
        new = Generation(data, self.count + _SPARE, self.limits, self._base, self._next)
        self._all.append(new)
        try:
            await new.start()
        except BaseException:
            await new.stop()
            raise
        old, self._now = self._now, new
        self._next()
        if old:
            old.retire()

    async def stop(self) -> None:
        """End all workers; who waits for an answer is sent away."""
        self._open = False
        for _, turn in self._waiting:
            if not turn.done():
                turn.set_exception(Busy(_ENDING))
        self._waiting.clear()
        for generation in self._all:
            await generation.stop()

    async def run(self, head: Mapping[str, Any], client: str) -> tuple[Head, bytes]:
        """Have a job done for a client. The answer's head has the version of the data that gave it.

        Raises `Busy` and `Overrun`; where the caller is cancelled, so is the work.
        """
        generation, worker = await self._worker(client)
        try:
            job = asyncio.ensure_future(worker.ask({**head, "questions": generation.data.questions}))
            told, body = await self._ended(generation, worker, job, client, self.limits.seconds * head.get("patience", 1))
        finally:
            self._done(client)
        if "limit" in told:
            raise Overrun(self._named(told["limit"]))
        return {**told, "version": generation.data.version}, body

    async def _ended(
        self, generation: Generation, worker: Process, job: asyncio.Future[tuple[Head, bytes]], client: str, seconds: float
    ) -> tuple[Head, bytes]:
        try:
            answer = await self._within_limits(worker, job, client, seconds)
        except BaseException:
            job.cancel()
            generation.replace(worker)
            raise
        generation.back(worker, answer[0])
        return answer

    async def _within_limits(
        self, worker: Process, job: asyncio.Future[tuple[Head, bytes]], client: str, seconds: float
    ) -> tuple[Head, bytes]:
        done, _ = await asyncio.wait({job}, timeout=min(_LONG, seconds))
        if not done:
            worker.give_way()
            await self._at_length(job, client, seconds - _LONG)
        if not job.done():
            raise Overrun(self._named("seconds"))
        try:
            return job.result()
        except ChildProcessError:
            raise (Overrun(self._named("memory")) if self._open else Busy(_ENDING)) from None

    async def _at_length(self, job: asyncio.Future[tuple[Head, bytes]], client: str, seconds: float) -> None:
        """Wait for a long query: in a place for such, or for as long as a worker is free for others, who would else wait for it."""
        end = time.monotonic() + seconds
        while not job.done() and (left := end - time.monotonic()) > 0:
            try:
                with self._long.one(client):
                    await asyncio.wait({job}, timeout=left)
            except Busy:
                if not self._open:
                    raise Busy(_ENDING) from None
                if not (self._now and self._now.idle):
                    raise
                await asyncio.wait({job}, timeout=min(_LOOK, left))

    async def _worker(self, client: str) -> _Taken:
        """A worker: at once, or when it is this client's turn."""
        if not self._open:
            raise Busy(_ENDING)
        if self._may_run(client):
            return self._take(client)
        with self._places.one(client):
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append((client, turn))
            try:
                async with asyncio.timeout(self.limits.wait):
                    return await self._turn(client, turn)
            except TimeoutError:
                raise Busy(BUSY) from None

    async def _turn(self, client: str, turn: asyncio.Future[_Taken]) -> _Taken:
        try:
            return await turn
        except asyncio.CancelledError:
            if (client, turn) in self._waiting:
                self._waiting.remove((client, turn))
            elif not turn.cancelled():  # it had come: it is another's
                generation, worker = turn.result()
                generation.back(worker, {})
                self._done(client)
            raise

    def _next(self) -> None:
        """Give what is free to those who have least under way; among them to whoever came last, for under a flood the others would all
        wait in vain, and so come again."""
        while able := [(self._running[client], -i) for i, (client, _) in enumerate(self._waiting) if self._may_run(client)]:
            client, turn = self._waiting.pop(-min(able)[1])
            if not turn.done():
                turn.set_result(self._take(client))

    def _may_run(self, client: str) -> bool:
        """The last free worker is kept for those who have less than half of all."""
        idle, running = len(self._now.idle) if self._now else 0, self._running[client]
        return idle > 0 and running < self.count and (idle > 1 or running < max(self.count // 2, 1))

    def _take(self, client: str) -> _Taken:
        assert self._now is not None
        self._running[client] += 1
        return self._now, self._now.idle.pop()

    def _done(self, client: str) -> None:
        self._running[client] -= 1
        if not self._running[client]:
            del self._running[client]
        self._all = [each for each in self._all if not each.over]
        self._next()

    def _named(self, limit: str) -> str:
        if limit == "seconds":
            return f"the query ran longer than {self.limits.seconds:g} seconds"
        return f"the query needs more than {self.limits.memory / (1 << 20):,.0f} MiB of memory, or more depth than the engine has"
