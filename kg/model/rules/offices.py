"""An office has no more holders on a day than it has seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.errors import DateError
from kg.model.bounds import Bounds
from kg.model.conflicts import Conflict
from kg.model.entities import Office
from kg.model.rules.problem import Problem, Scene
from kg.model.statements import Statement
from kg.model.vocabulary import Status

__all__ = ["seats"]


def seats(scene: Scene) -> Iterator[Problem]:
    """On no day do more people certainly hold an office than it has seats, unless a conflict says that they are rivals."""
    rivals = [conflict.disputed_records for conflict in scene.records.of(Conflict)]
    for office, tenures in _tenures(scene).items():
        for statement, own in tenures:
            first = own.latest_begin
            others = [
                other
                for other, its in tenures
                if other is not statement
                and other.subject != statement.subject
                and (its.latest_begin, other.id) <= (first, statement.id)
                and its.earliest_end >= first <= own.earliest_end
                and not any({other.id, statement.id} <= named for named in rivals)
            ]
            if len({other.subject for other in others}) >= office.seats:
                who = ", ".join(sorted({other.subject for other in others}))
                yield Problem(
                    statement.id,
                    "when",
                    f"{office.id} has {office.seats} seat{'s' * (office.seats > 1)}, and on {first} it is held by {who} too:"
                    " a predecessor's last day is the day before the successor's first",
                )


def _tenures(scene: Scene) -> dict[Office, list[tuple[Statement, Bounds]]]:
    found: dict[Office, list[tuple[Statement, Bounds]]] = defaultdict(list)
    for statement in scene.records.of(Statement):
        office = scene.records.by_id.get(statement.object)
        held = statement.relation == "holdsOffice" and statement.status is Status.ACTUAL and not statement.negated
        if held and isinstance(office, Office):
            try:
                found[office].append((statement, scene.timeline.bounds_of(statement)))
            except DateError:
                continue  # told by the rule on dates
    return found
