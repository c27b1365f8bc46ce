"""What a third-party tool reads of an export, in words with figures: rows of a table in the README."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A tool that reads a format. ``read`` is given the export of the shipped corpus (its file, or its folder) and the
    folder of npm packages, and says what came in, such as ``84,515 quads``; it raises where the tool complains.

    ``version`` tells the tool's version; ``needs`` are marks of ``tests/conftest.py``.
    """

    tool: str
    format: str
    version: Callable[[Path], str]
    read: Callable[[Path, Path], str]
    needs: tuple[str, ...] = ()
