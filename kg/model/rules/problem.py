"""A rule broken by a record, and what rules need to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.timeline import Timeline

__all__ = ["Problem", "Scene", "article"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Which record and field, and why; ``field`` is the name in YAML, empty for the record as a whole."""

    record: str
    field: str
    why: str


def article(noun: str) -> str:
    """The noun with its article.

    >>> article("International body")
    'an International body'
    """
    return f"{'an' if noun[0] in 'AEIOaeio' else 'a'} {noun}"


@dataclass(frozen=True, slots=True)
class Scene:
    """The records, the kinds of relation, and the ids that exist though their records could not be read."""

    records: Records
    relations: Mapping[str, Relation]
    unread: frozenset[str]
    timeline: Timeline
