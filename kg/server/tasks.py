"""Work that goes on beside: nobody waits for what it gives, and none of it is left at the end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

__all__ = ["Tasks"]


class Tasks:
    """Tasks that are kept until they are done."""

    def __init__(self) -> None:
        self._all: set[asyncio.Task[Any]] = set()

    def add(self, work: Coroutine[Any, Any, Any]) -> None:
        """Begin one. Where a bug ends it, asyncio tells of it at once, as nobody else holds it."""
        task = asyncio.ensure_future(work)
        self._all.add(task)
        task.add_done_callback(self._all.discard)

    def cancel(self) -> None:
        """Have all end soon."""
        for task in self._all:
            task.cancel()

    async def join(self) -> None:
        """Wait until all have ended."""
        await asyncio.gather(*self._all, return_exceptions=True)
