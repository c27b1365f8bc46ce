"""Who is in the picture: what a span opens with, and who has a place at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.views.scene import LineKey, Scene

__all__ = ["Opening", "chosen", "opened"]

_ALL = 600  # so many entities find a place each
_STRONG, _FOLLOWED = 60, 120  # entities and lines with which a span opens at most: nobody can read more
_MOST = 300  # of a larger scene: so many of all spans together


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page shows of a span at first: the strongest entities, and lines among them; ``whole`` where that is all."""

    names: tuple[str, ...]
    lines: frozenset[LineKey]
    whole: bool


def opened(scene: Scene) -> list[Opening]:
    """What each span opens with, as the script chooses it: picture.js, nearby.js."""
    return [_opening(scene, Counter(counts)) for counts in _counts(scene)]


def chosen(scene: Scene, openings: list[Opening]) -> Scene:
    """The scene of those entities with which some span opens and the lines among them, itself where it is small; without statements."""
    if len(scene.nodes) <= _ALL:
        return scene
    rank: dict[str, int] = {}
    for opening in openings:
        for k, name in enumerate(opening.names):
            rank[name] = min(k, rank.get(name, k))
    kept = set(sorted(rank, key=lambda name: (rank[name], -scene.nodes[name].strength, name))[:_MOST])
    nodes = {name: node for name, node in scene.nodes.items() if name in kept}
    return Scene(scene.spans, nodes, tuple(line for line in scene.lines if {line.source, line.target} <= kept), ())


def _counts(scene: Scene) -> list[dict[int, int]]:
    """For every span, how many statements each line has that is shown at first."""
    counts: list[dict[int, int]] = [{} for _ in scene.spans]
    for fact in scene.facts:
        if scene.lines[fact.line].shown:
            for k in fact.possible:
                counts[k][fact.line] = counts[k].get(fact.line, 0) + 1
    return counts


def _opening(scene: Scene, counts: Counter[int]) -> Opening:
    strength: Counter[str] = Counter()
    for i, count in counts.items():
        for end in {scene.lines[i].source, scene.lines[i].target}:
            strength[end] += count
    names = sorted(strength, key=lambda name: (-strength[name], name))[:_STRONG]
    strong = set(names)
    order = sorted((i for i in counts if {scene.lines[i].source, scene.lines[i].target} <= strong), key=lambda i: (-counts[i], i))
    met: set[str] = set()
    first = []
    for i in order:
        ends = {scene.lines[i].source, scene.lines[i].target}
        if not ends <= met:
            first.append(i)
        met |= ends
    lines = [scene.lines[i] for i in list(dict.fromkeys([*first, *order]))[:_FOLLOWED]]
    return Opening(tuple(names), frozenset(line.key for line in lines), len(lines) == len(counts) and len(strength) <= _STRONG)
