"""Relations join what they may join; views have holders."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kg.model.entities import Actor, Entity, Source
from kg.model.records import folder
from kg.model.rules.problem import Problem, Scene, article
from kg.model.statements import UNDISPUTED, Envelope, Statement

__all__ = ["classes", "holders", "relations", "reporters", "sides"]


def relations(scene: Scene) -> Iterator[Problem]:
    """The kind exists, is not one that the build derives, fits its subject and object, and leaves room for a sign of one's own."""
    for statement in scene.records.of(Statement):
        kind = scene.relations.get(statement.relation)
        if kind is None:
            near = get_close_matches(statement.relation, scene.relations, n=1)
            hint = f": is {near[0]} meant?" if near else ": kinds are defined in ontology/relations.ttl"
            yield Problem(statement.id, "relation", f"no kind of relation {statement.relation!r}{hint}")
            continue
        if kind.derived:
            yield Problem(statement.id, "relation", f"{kind.name} is derived by the build: {_INSTEAD[kind.name]}")
        if statement.polarity and (kind.polarity or statement.negated):
            why = "a negated statement has none" if statement.negated else f"{kind.name} has its own"
            yield Problem(statement.id, "polarity", f"leave polarity out: {why}")
        for field, name, fits in (("subject", statement.subject, kind.subjects), ("object", statement.object, kind.objects)):
            found = scene.records.by_id.get(name)
            if isinstance(found, Entity) and fits and not classes(found) & fits:
                own = article(min(classes(found) - {"Actor"}, default="Actor"))
                yield Problem(statement.id, field, f"{name} is {own}: {kind.name} takes {' or '.join(sorted(fits))} there")


_INSTEAD = {
    "metWith": "write the event with its participants",
    "proposes": "write the policy's proponents",
    "targets": "write the policy's targets",
    "leads": "write the office held",
}


def classes(entity: Entity) -> frozenset[str]:
    """The names of the classes that an entity is of, as a kind of relation gives them."""
    own = {folder(entity).capitalize()}
    if isinstance(entity, Actor):
        own.add("".join(part.capitalize() for part in entity.kind.split("-")))
    return frozenset(own)


def sides(scene: Scene) -> Iterator[Problem]:
    """A statement joins two entities."""
    for statement in scene.records.of(Statement):
        if statement.subject == statement.object:
            yield Problem(statement.id, "object", f"{statement.object} is the subject already: a statement joins two entities")


def holders(scene: Scene) -> Iterator[Problem]:
    """Every view has a holder; undisputed stands alone."""
    for record in scene.records.by_id.values():
        if isinstance(record, Envelope):
            if not record.according_to:
                yield Problem(record.id, "according-to", "according-to is missing: whose view it is, or `undisputed`")
            elif UNDISPUTED in record.according_to and len(record.according_to) > 1:
                yield Problem(record.id, "according-to", "undisputed stands alone: where it has holders, name only them")


def reporters(scene: Scene) -> Iterator[Problem]:
    """The author of a source is added by the build, never written."""
    for record in scene.records.by_id.values():
        if not isinstance(record, Envelope):
            continue
        for report in record.reported_by:
            source = scene.records.by_id.get(report.inside or "")
            if isinstance(source, Source) and report.by in source.authors and source.id in [p.source for p in record.evidence]:
                yield Problem(record.id, "reported-by", f"leave out {report.by}: the author of {source.id} is added by the build")
