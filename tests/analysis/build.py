"""Small records for what is compared: three kinds of relation, and records with all that follows from them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.index import Index, index_of
from kg.model.records import Record
from kg.model.relations import Relation
from kg.model.resolved import Resolved, resolve
from tests.model.build import records

RELATIONS: Mapping[str, Relation] = {
    kind.name: kind
    for kind in (
        Relation(name="courts", label="courts", polarity=1),
        Relation(name="criticises", label="criticises", polarity=-1),
        Relation(name="tradesWith", label="trades with", symmetric=True),
        Relation(name="holdsOffice", label="holds office"),
        Relation(name="leads", label="leads", derived=True),
    )
}


def known(*items: Record) -> tuple[Resolved, Index]:
    """The records with what follows from them, and which of their statements hold when."""
    resolved = resolve(records(*items))
    return resolved, index_of(resolved, RELATIONS)
