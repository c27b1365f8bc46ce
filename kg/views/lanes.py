"""Side by side in one cable: how far off its pair's spine each line runs."""

from __future__ import annotations

from collections.abc import Iterable

from kg.views.scene import Line, LineKey

__all__ = ["LANE", "cables", "lanes_of"]

LANE = 5  # world units between neighbouring lanes


def cables(lines: Iterable[Line]) -> dict[tuple[str, str], list[Line]]:
    """The lines of every pair of two entities, either way round, by the pair's ids in order."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.source != line.target:
            found.setdefault((min(line.source, line.target), max(line.source, line.target)), []).append(line)
    return dict(sorted(found.items()))


def lanes_of(lines: Iterable[Line]) -> dict[LineKey, int]:
    """The lanes of one pair's lines, in world units: the strongest on the spine, the next at its sides by turns.

    Lines that no span shows together may share one, so that the cable stays slim.
    """
    taken: list[set[int]] = []
    lanes: dict[LineKey, int] = {}
    for line in sorted(lines, key=lambda line: (not line.shown, -line.count, line.key)):
        k = next((k for k, spans in enumerate(taken) if not spans & line.spans), len(taken))
        if k == len(taken):
            taken.append(set())
        taken[k] |= line.spans
        lanes[line.key] = LANE * ((k + 1) // 2) * (1 if k % 2 else -1)
    return lanes
