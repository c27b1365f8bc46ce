"""Messages between the server and its workers: a head in JSON and a body, each with its length before it."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import StreamReader

__all__ = ["Head", "framed", "opening", "read_async", "read_frame"]

Head = Mapping[str, Any]
_LENGTHS = struct.Struct("!IQ")


def framed(head: Head, body: bytes = b"") -> bytes:
    """The bytes of a message.

    >>> framed({"status": 200}, b"ok")[12:]
    b'{"status": 200}ok'
    """
    return opening(head, len(body)) + body


def opening(head: Head, size: int) -> bytes:
    """What stands before a body of so many bytes."""
    text = json.dumps(head).encode()
    return _LENGTHS.pack(len(text), size) + text


def read_frame(stream: IO[bytes]) -> tuple[Head, bytes] | None:
    """The next message; none at the end of the stream."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(stream.read(head)), stream.read(body)


async def read_async(stream: StreamReader) -> tuple[Head, bytes]:
    """The same for the server. Raises `asyncio.IncompleteReadError` where the worker dies."""
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return json.loads(await stream.readexactly(head)), await stream.readexactly(body)
