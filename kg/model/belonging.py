"""Who speaks for whom: members for their bodies, and those who hold an office for the state or body whose it is."""

from __future__ import annotations

from kg.model.entities import Office
from kg.model.records import Records
from kg.model.statements import Statement

__all__ = ["body_of"]


def body_of(records: Records, statement: Statement) -> str | None:
    """For whom the subject of a statement speaks while that certainly holds; none where it says nothing of the kind."""
    if not statement.direct:
        return None
    if statement.relation == "memberOf":
        return statement.object
    office = records.by_id[statement.object]
    return office.of if statement.relation == "holdsOffice" and isinstance(office, Office) else None
