"""Connections: how many one client may have, and how long it may take over a request."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, suppress

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import Busy
from kg.server.fairness import Places, client_of

__all__ = ["guarded", "possible"]

_OTHERS = 64  # files that the server has open besides
_SLOW = 10.0  # seconds until a request must be there as a whole


def possible(most: int) -> int:
    """So many connections at once, or as many as the system lets the server have."""
    with suppress(ModuleNotFoundError):
        import resource

        return max(min(most, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OTHERS), 2)
    return most


def guarded(most: int, slow: float = _SLOW) -> type[H11Protocol]:
    """HTTP over ``most`` connections, half of them one client's; each is closed whose request takes longer than ``slow`` seconds to come.

    What is too much is closed at once: a word about it would cost a connection.
    """
    places = Places(most)

    class Guarded(H11Protocol):
        """One connection."""

        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            """Let a client in, or not."""
            super().connection_made(transport)
            self._place = ExitStack()
            try:
                self._place.enter_context(places.one(client_of(self.client[0] if self.client else "")))
            except Busy:
                transport.abort()
            else:
                self._expect(True)

        def data_received(self, data: bytes) -> None:
            """Take what comes, for as long as a request may take."""
            super().data_received(data)
            self._expect(self.conn.their_state in (h11.IDLE, h11.SEND_BODY))

        def connection_lost(self, exc: Exception | None) -> None:
            """Give the place back."""
            self._place.close()
            self._expect(False)
            super().connection_lost(exc)

        def _expect(self, more: bool) -> None:
            if more and self._deadline is None:
                self._deadline = self.loop.call_later(slow, self.transport.close)
            elif not more and self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return Guarded
