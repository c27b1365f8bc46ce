"""Small scenes made of sayings, and who stands over whom in their layout."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from kg.model.dated import When
from kg.model.entities import Actor
from kg.model.evidence import Evidence
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind
from kg.views.layout import Layout, layout
from kg.views.scene import Scene, scene_of
from tests.views.invented import eras, relation_kinds, resolved_of

__all__ = ["Said", "made_of", "overlapping"]

Said = tuple[str, str, str, str]


def made_of(sayings: Iterable[Said], states: Iterable[str] = (), codes: dict[str, str] | None = None) -> tuple[Scene, Layout]:
    """The scene and layout of (subject, relation, object, when) in the three invented eras."""
    said = list(sayings)
    names = sorted({name for s, _, o, _ in said for name in (s, o)})
    records = {
        name: Actor(
            id=name,
            label=name.replace("-", " ").title(),
            kind=ActorKind.STATE if name in states else ActorKind.PERSON,
            iso3166=(codes or {}).get(name),
        )
        for name in names
    }
    statements = {
        f"said-{i}": Statement(
            id=f"said-{i}",
            subject=s,
            relation=r,
            object=o,
            when=When(when),
            according_to=("undisputed",),
            evidence=(Evidence(source="rozman-2022", paragraph=i + 1, chars=(0, 1)),),
        )
        for i, (s, r, o, when) in enumerate(said)
    }
    resolved = resolved_of({**records, **statements})
    scene = scene_of(resolved, relation_kinds(), eras())
    return scene, layout(resolved, scene)


def overlapping(made: Layout) -> list[tuple[str, str]]:
    """Entities in different places whose boxes overlap."""
    found = []
    for a, b in combinations(made.places, 2):
        (x, y), (u, v), one, two = made.places[a], made.places[b], made.boxes[a], made.boxes[b]
        beside = abs(x - u) >= (one.width + two.width) / 2
        if (x, y) != (u, v) and not beside and y + one.below > v - two.above and v + two.below > y - one.above:
            found.append((a, b))
    return found
