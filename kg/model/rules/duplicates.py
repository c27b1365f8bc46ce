"""Nothing is said twice, and nobody is recorded twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model.entities import Entity
from kg.model.rules.problem import Problem, Scene
from kg.model.statements import Statement

__all__ = ["identities", "statements"]


def statements(scene: Scene) -> Iterator[Problem]:
    """Two statements differ in more than their evidence."""
    first: dict[object, str] = {}
    for s in scene.records.of(Statement):
        dates = (s.when, tuple(dating.when for dating in s.datings))
        same = (s.subject, s.relation, s.object, dates, s.according_to, s.reported_by, s.said, s.status, s.negated, s.event)
        if same in first:
            yield Problem(s.id, "", f"says the same as {first[same]}: add the evidence to that one")
        first.setdefault(same, s.id)


def identities(scene: Scene) -> Iterator[Problem]:
    """One external id belongs to one entity."""
    holders: dict[tuple[str, object], list[str]] = defaultdict(list)
    for entity in scene.records.of(Entity):
        for field in ("wikidata", "iso3166", "cow"):
            if code := getattr(entity, field, None):
                holders[field, code].append(entity.id)
    for (field, code), names in holders.items():
        for name in names[1:]:
            yield Problem(name, field, f"{field} {code} is {names[0]}'s already: one id, one entity")
