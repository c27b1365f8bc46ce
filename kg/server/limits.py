"""What one request may cost, and how many may wait."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds are of the wall clock, memory is a worker's whole address space; ``long`` queries run longer than half a second."""

    seconds: float = 20.0
    memory: int = 2 << 30
    rows: int = 100_000
    size: int = 50 << 20
    query: int = 100_000
    waiting: int = 64
    wait: float = 5.0
    long: int = 2
    connections: int = 1000
