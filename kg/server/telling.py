"""Standard error for a server: whoever reads the log may stop reading, and nobody waits for it."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from threading import Condition, Thread

__all__ = ["Telling", "unblocked"]

_MOST = 1 << 20  # bytes that wait
_LAST = 1.0  # seconds at the end in which what waits may still be read


class Telling(io.TextIOBase):
    """Lines are written by a thread of their own. What does not fit any more is ``lost``; how much, is told when it flows again."""

    def __init__(self, descriptor: int, most: int = _MOST) -> None:
        self._descriptor, self._most = descriptor, most
        self._lines: list[bytes] = []
        self._part, self._size, self.lost, self._ended = "", 0, 0, False
        self._changed = Condition()
        self._thread = Thread(target=self._write_all, daemon=True)
        self._thread.start()

    def write(self, text: str) -> int:
        """Take a text: each line goes on when it is whole."""
        with self._changed:
            *lines, self._part = (self._part + text).split("\n")
            for line in lines:
                self._add(f"{line}\n".encode(errors="backslashreplace"))
            self._changed.notify()
        return len(text)

    def isatty(self) -> bool:
        """Whether a person reads."""
        return os.isatty(self._descriptor)

    def end(self) -> None:
        """Write what waits, if somebody reads it soon."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._thread.join(_LAST)

    def _add(self, line: bytes) -> None:
        if self._size + len(line) > self._most:
            self.lost += 1
        else:
            self._lines.append(line)
            self._size += len(line)

    def _write_all(self) -> None:
        while lines := self._next():
            for line in lines:
                self._write(line)
                with self._changed:
                    self._size -= len(line)

    def _next(self) -> list[bytes]:
        """The lines that wait; none at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._lines or self.lost or self._ended)
            lines, self._lines = self._lines, []
            if self.lost:
                lines.append(f"kg: {self.lost:,} lines of the log are lost: nobody read it\n".encode())
                self._size += len(lines[-1])
                self.lost = 0
            return lines

    def _write(self, line: bytes) -> None:
        while line:
            try:
                line = line[os.write(self._descriptor, line) :]
            except BlockingIOError:
                time.sleep(0.1)
            except OSError:  # whoever read it is gone
                return


@contextmanager
def unblocked() -> Iterator[None]:
    """Within this, all that the program says on standard error is told so."""
    sys.stderr.flush()
    telling = Telling(sys.stderr.fileno())
    try:
        with redirect_stderr(telling):
            yield
    finally:
        telling.end()
