"""Who is in the picture: who has a place at all, and whom a span opens with."""

from __future__ import annotations

from kg.views.scene import Scene

__all__ = ["chosen", "opened"]

_ALL = 600  # so many entities find a place each
_LEGIBLE = 120, 60  # a span with more lines or entities opens with the strongest alone, and nobody can read all of it
_STRONG, _MOST = 60, 300  # of a larger scene: so many of every span, so many together


def chosen(scene: Scene) -> Scene:
    """The scene of those entities and the lines among them, itself where it is small; without statements.

    Strong in a span is who has most statements there among those shown at first, ties by id.
    """
    if len(scene.nodes) <= _ALL:
        return scene
    rank: dict[str, int] = {}
    for counts in _counts(scene):
        for k, name in enumerate(sorted(counts, key=lambda name: (-counts[name], name))[:_STRONG]):
            rank[name] = min(k, rank.get(name, k))
    kept = set(sorted(rank, key=lambda name: (rank[name], -scene.nodes[name].strength, name))[:_MOST])
    nodes = {name: node for name, node in scene.nodes.items() if name in kept}
    return Scene(scene.spans, nodes, tuple(line for line in scene.lines if {line.source, line.target} <= kept), ())


def _counts(scene: Scene) -> list[dict[str, int]]:
    """For every span, how many statements shown at first each entity has."""
    counts: list[dict[str, int]] = [{} for _ in scene.spans]
    for fact in scene.facts:
        line = scene.lines[fact.line]
        if line.shown:
            for k in fact.possible:
                for end in {line.source, line.target}:
                    counts[k][end] = counts[k].get(end, 0) + 1
    return counts


def opened(scene: Scene) -> tuple[list[frozenset[str]], list[int]]:
    """The entities that each span opens with; and the spans that open with few enough to show all of them."""
    lines = [[line for line in scene.lines if line.shown and k in line.spans] for k in range(len(scene.spans))]
    ends = [frozenset(end for line in some for end in (line.source, line.target)) for some in lines]
    return ends, [k for k in range(len(ends)) if len(lines[k]) <= _LEGIBLE[0] and len(ends[k]) <= _LEGIBLE[1]]
