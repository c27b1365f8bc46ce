"""The lines of somebody else's file, however it is encoded, packed and ended: a stream, never the whole."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from kg.errors import FileError, UsageError

__all__ = ["LONGEST", "check_encoding", "lines"]

LONGEST = 1 << 20  # characters of a line: what is longer is no row of a table
_CHUNK = 1 << 16
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_GZIP = b"\x1f\x8b"


def check_encoding(name: str | None) -> None:
    """Raises `UsageError` for a name that is no encoding of text."""
    try:
        "".encode(name or "utf-8")
    except (LookupError, UnicodeError):  # `undefined` is a codec that refuses everything
        raise UsageError(f"no encoding {name!r}: write utf-8, utf-16, latin-1, cp1252 or the like") from None


def lines(path: Path, encoding: str | None = None) -> Iterator[str]:
    """Every line without its end (CR, LF or CRLF), cut after `LONGEST` characters and one; packed files are unpacked.

    UTF-8, or UTF-16 where the file says so by its mark, unless an encoding is given. Raises `FileError` where a byte
    does not fit, with its line, and where the file is damaged or cut off.
    """
    number = 0
    try:
        with _opened(path) as stream:
            named = encoding or _marked(stream)
            text = io.TextIOWrapper(stream, _with_mark(named), newline="")
            while line := text.readline(LONGEST + 1):
                number += 1
                ended = line[-1] in "\r\n"
                yield line.rstrip("\r\n") if ended else line
                while not ended and (more := text.readline(_CHUNK)):
                    ended = more[-1] in "\r\n"
    except UnicodeDecodeError as error:
        raise FileError(path, _misfit(path, named, error)) from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise FileError(path, f"is damaged or cut off after line {number}: unpacking fails there; get the file anew") from None
    except OSError as error:
        raise FileError(path, (error.strerror or str(error)).lower()) from None


@contextmanager
def _opened(path: Path) -> Iterator[io.BufferedReader]:
    """The file's bytes, unpacked where they are packed."""
    with path.open("rb") as raw:
        packed = raw.peek(2)[:2] == _GZIP
        if path.suffix == ".gz" and not packed:
            raise FileError(path, "is no gzip file, whatever its name says: unpack it, or get it anew")
        if not packed:
            yield raw
            return
        with gzip.GzipFile(fileobj=raw) as unpacked:
            yield io.BufferedReader(cast(io.RawIOBase, unpacked), _CHUNK)


def _marked(stream: io.BufferedReader) -> str:
    """The encoding that a byte order mark tells, else UTF-8."""
    start = stream.peek(3)[:3]
    return next((name for mark, name in _MARKS.items() if start.startswith(mark)), "utf-8")


def _with_mark(encoding: str) -> str:
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding


def _misfit(path: Path, encoding: str, error: UnicodeDecodeError) -> str:
    byte, name = error.object[error.start], encoding.removesuffix("-sig").upper()
    other = "name its encoding" if name != "UTF-8" else "name its encoding, such as --encoding latin-1"
    return f"line {_line_of_misfit(path, encoding)}: byte 0x{byte:02x} is not {name}: {other}"


def _line_of_misfit(path: Path, encoding: str) -> int:
    """The line of the first byte that does not fit: a second reading, for the message alone."""
    decoder = codecs.getincrementaldecoder(encoding)()
    ends = io.IncrementalNewlineDecoder(None, translate=True)
    line = 1
    with _opened(path) as stream:
        while True:
            chunk = stream.read(_CHUNK)
            try:
                line += ends.decode(decoder.decode(chunk, not chunk), not chunk).count("\n")
            except UnicodeDecodeError as error:
                before = error.object[: error.start].decode("latin-1")  # in which line ends look the same
                return line + ends.decode(before, True).count("\n")
            if not chunk:
                return line
