"""All rules over all records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.rules import conflicts, dates, duplicates, evidence, offices, references, statements
from kg.model.rules.problem import Problem, Scene
from kg.model.timeline import Timeline

__all__ = ["Problem", "problems"]

RULES: tuple[Callable[[Scene], Iterator[Problem]], ...] = (
    references.known,
    references.former_ids,
    references.periodisations,
    dates.exist,
    evidence.present,
    evidence.inside,
    statements.relations,
    statements.sides,
    statements.holders,
    statements.reporters,
    offices.seats,
    duplicates.statements,
    duplicates.identities,
    conflicts.undisputed,
)


def problems(records: Records, relations: Mapping[str, Relation], unread: frozenset[str] = frozenset()) -> list[Problem]:
    """Every rule that a record breaks, sorted. References to ``unread`` ids are not held against a record."""
    scene = Scene(records, relations, unread, Timeline(records))
    return sorted({problem for rule in RULES for problem in rule(scene)})
