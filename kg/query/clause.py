"""Which graphs a query asks, where that is said beside the query and not in it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Clause"]


@dataclass(frozen=True, slots=True)
class Clause:
    """The graphs whose union is the default graph, and those after GRAPH: what FROM and FROM NAMED say in a query."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)
