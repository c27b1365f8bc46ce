"""A child of the server, which answers each message with one."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress

from kg.server.frames import Head, opening, read_async

__all__ = ["Process"]

_NICE = 10  # by so much a long query gives way
_PIECE = 1 << 20


class Process:
    """One child. ``nice`` says whether it gives way to the others, ``jobs`` what it has done."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process, self.nice, self.jobs = process, False, 0

    @classmethod
    async def start(cls, module: str) -> Process:
        """Run a module of this program. Raises `OSError` where the system has no room for it."""
        pipe = asyncio.subprocess.PIPE
        # A session of its own: Ctrl-C is for the server, which ends its children.
        return cls(await asyncio.create_subprocess_exec(sys.executable, "-m", module, stdin=pipe, stdout=pipe, start_new_session=True))

    async def ask(self, head: Head, body: bytes = b"") -> tuple[Head, bytes]:
        """Send a message and wait for the answer. Raises `ChildProcessError` where the child ends before it has given it."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(opening(head, len(body)))
            for start in range(0, len(body), _PIECE):  # piece by piece: a copy of the whole would be made otherwise
                await stdin.drain()
                stdin.write(memoryview(body)[start : start + _PIECE])
            await stdin.drain()
            return await read_async(stdout)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise ChildProcessError("a process ended before it answered: if it said why, that stands above") from None

    def give_way(self) -> None:
        """Leave the processor to shorter queries; this can't be taken back."""
        self.nice = True
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _NICE)

    async def ended(self) -> None:
        """Wait until the child has ended, for whatever reason."""
        await self._process.wait()

    @property
    def gone(self) -> bool:
        """Whether it is known to have ended."""
        return self._process.returncode is not None

    def kill(self) -> None:
        """End it now."""
        if not self.gone:  # asyncio's own way would take the end of a dead child from the one who waits for it
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))

    async def end(self) -> None:
        """End it, and wait until it and its pipes are gone."""
        self.kill()
        await self._process.communicate()
        await asyncio.sleep(0)  # for the pipes, which close after their process
