"""A line of JSON for every request: who, what, how long. A query's text is told only where that is asked for."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["AccessLog"]


class AccessLog:
    """Wraps the server; ``queries`` says whether what stands in the address is told."""

    def __init__(self, app: ASGIApp, queries: bool) -> None:
        self.app, self.queries = app, queries

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell of it when it has ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, told = time.monotonic(), {"status": 500, "bytes": 0}

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
            else:
                told["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, telling)
        finally:
            self._tell(scope, told, time.monotonic() - start)

    def _tell(self, scope: Scope, told: dict[str, int], seconds: float) -> None:
        line = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "client": (scope.get("client") or ("",))[0],
            "method": scope["method"],
            "path": scope["path"],
            **told,
            "ms": round(1000 * seconds),
        }
        if self.queries:
            line["query"] = scope["query_string"].decode("latin-1")
        print(json.dumps(line), file=sys.stderr, flush=True)
