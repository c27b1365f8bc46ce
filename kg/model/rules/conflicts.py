"""What a conflict of fact disputes is not undisputed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.conflicts import Conflict
from kg.model.rules.problem import Problem, Scene
from kg.model.statements import UNDISPUTED, Envelope
from kg.model.vocabulary import ConflictKind

__all__ = ["undisputed"]


def undisputed(scene: Scene) -> Iterator[Problem]:
    """A record that a conflict of kind fact disputes names its holders."""
    for conflict in scene.records.of(Conflict):
        if conflict.kind is not ConflictKind.FACT:
            continue
        for name in sorted(conflict.disputed_records):
            record = scene.records.by_id.get(name)
            if isinstance(record, Envelope) and UNDISPUTED in record.according_to:
                yield Problem(name, "according-to", f"undisputed, and yet the conflict {conflict.id} disputes it: name whose view it is")
