"""A second wall around what comes from strangers."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import numpy

from kg import index
from kg.query import dated

__all__ = ["READY", "confined"]

# What a query imports when it first needs it, and could not any more.
READY: tuple[ModuleType, ...] = (difflib, dated, index, numpy)


@contextmanager
def confined() -> Iterator[None]:
    """Meanwhile this process can open neither a file nor a socket, where the system has such limits (Windows has none).

    The engine has no switch for SERVICE. That is refused before, by the words of a query; should one be overlooked, it meets this.
    """
    try:
        import resource
    except ModuleNotFoundError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
