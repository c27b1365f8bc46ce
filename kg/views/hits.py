"""Which lines run through a third entity's box: the judge of a layout, blind to how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.views.boxes import Box, reach
from kg.views.chosen import opened
from kg.views.curves import Place, sampled
from kg.views.scene import LineKey, Scene

__all__ = ["CLEAR", "hits"]

CLEAR = 3  # world units that a line keeps from a box
_SPACING = 5  # world units between the points of a line that are looked at


def hits(
    scene: Scene,
    boxes: Mapping[str, Box],
    places: Mapping[str, Place],
    spines: Mapping[tuple[str, str], tuple[int, int]],
    lanes: Mapping[LineKey, int],
) -> Iterator[tuple[int, str]]:
    """Every line, by its place in the scene, and entity whose box it comes too near to, while a legible span shows both.

    A span shows a line and an entity that are both shown at first if it opens with them; else if they hold in it.
    """
    import numpy as np

    openings = opened(scene)
    there, lines = [frozenset(one.names) for one in openings], [one.lines for one in openings]
    names = [name for name in scene.nodes if name in places]
    x, y = np.array([places[name] for name in names], dtype=float).T
    sides = np.array([(boxes[name].width / 2, boxes[name].above, boxes[name].below) for name in names]).T + CLEAR
    left, right, top, bottom = x - sides[0], x + sides[0], y - sides[1], y + sides[2]
    for i, line in enumerate(scene.lines):
        pair = (min(line.source, line.target), max(line.source, line.target))
        if pair not in spines:
            continue
        a, b = (np.array(places[end], dtype=float) for end in pair)
        samples = 12 + int(1.3 * abs(b - a).sum()) // _SPACING
        path = sampled(a, b, np.array(spines[pair]), lanes[line.key], reach(boxes[pair[0]]), reach(boxes[pair[1]]), samples)
        u, v = path[:, 0, None], path[:, 1, None]
        near = np.flatnonzero((left < u.max()) & (right > u.min()) & (top < v.max()) & (bottom > v.min()))
        met = ((u > left[near]) & (u < right[near]) & (v > top[near]) & (v < bottom[near])).any(axis=0)
        for name in (names[k] for k in near[met]):
            node = scene.nodes[name]
            spans = [k for k in line.spans if (line.key in lines[k] and name in there[k] if line.shown and node.shown else k in node.spans)]
            if name not in pair and spans:
                yield i, name
