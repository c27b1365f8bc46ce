"""A record stands in the file where a reader looks for it, in the order in which it began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from kg.errors import DateError, Fault
from kg.model.entities import Actor
from kg.model.records import Records
from kg.model.statements import Statement
from kg.model.timeline import Timeline
from kg.readers.curated.origin import Origin

__all__ = ["misplaced", "statement_file"]


def misplaced(records: Records, origins: Mapping[str, Origin]) -> Iterator[Fault]:
    """Statements outside the file named for their parties, or out of order in it."""
    timeline = Timeline(records)
    files: dict[object, list[tuple[int, Statement]]] = defaultdict(list)
    for statement in records.of(Statement):
        origin = origins[statement.id]
        right = statement_file(records, statement)
        parties_known = {statement.subject, statement.object} <= records.by_id.keys()
        if parties_known and origin.path.name != right:
            yield origin.fault(f"belongs in statements/{right}: a file holds the statements of one subject and object")
        files[origin.path].append((origin.line, statement))
    for statements in files.values():
        latest: tuple[date, str] | None = None
        for _, statement in sorted(statements, key=lambda pair: pair[0]):
            begin = _begin(timeline, statement)
            if begin and latest and begin < latest[0]:
                yield origins[statement.id].fault(f"out of order: it begins before {latest[1]}, which stands above", "when")
            elif begin:
                latest = begin, statement.id


def statement_file(records: Records, statement: Statement) -> str:
    """The name of the file in ``statements`` where it belongs."""
    if statement.relation == "holdsOffice":
        return "offices.yaml"
    both = isinstance(records.by_id.get(statement.subject), Actor) and isinstance(records.by_id.get(statement.object), Actor)
    return f"{statement.subject}--{statement.object}.yaml" if both else f"{statement.subject}.yaml"


def _begin(timeline: Timeline, statement: Statement) -> date | None:
    try:
        return timeline.bounds_of(statement).earliest_begin
    except DateError:
        return None  # told by the rule on dates
