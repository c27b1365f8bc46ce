"""The records that hold in a period, as a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.index import Index
from kg.model.bounds import Bounds
from kg.model.entities import Entity
from kg.model.period import ALWAYS, Period
from kg.model.records import folder
from kg.model.relations import Relation
from kg.model.resolved import Resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx

__all__ = ["network"]


def network(
    resolved: Resolved,
    relations: Mapping[str, Relation],
    index: Index,
    span: Period | Bounds | None,
    *,
    certain: bool = False,
    as_seen_by: str | None = None,
) -> networkx.MultiDiGraph[str]:
    """Entities as nodes (id), statements as edges (key: id), evidence on every edge; without a span, of all times.

    Only what is actual and not negated is an edge. Attributes: ``label``, ``kind`` on nodes;
    ``relation``, ``sign``, ``symmetric``, ``certain``, ``earliest_begin`` to ``latest_end``, ``according_to``,
    ``evidence``, ``disputed`` on edges.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for row in index.holding(span or ALWAYS, certain=certain, as_seen_by=as_seen_by):
        if row.direct:
            statement = resolved.statements[row.id]
            for end in (statement.subject, statement.object):
                graph.add_node(end, **_node(resolved, end))
            graph.add_edge(statement.subject, statement.object, key=row.id, **_edge(resolved, relations, row.id, span))
    return graph


def _node(resolved: Resolved, name: str) -> dict[str, Any]:
    entity = resolved.records.by_id[name]
    assert isinstance(entity, Entity)
    return {"label": entity.label, "kind": str(getattr(entity, "kind", folder(entity)))}


def _edge(resolved: Resolved, relations: Mapping[str, Relation], name: str, span: Period | Bounds | None) -> dict[str, Any]:
    statement, bounds = resolved.statements[name], resolved.bounds[name]
    kind = relations[statement.relation]
    return {
        "relation": statement.relation,
        "sign": kind.sign(statement),
        "symmetric": kind.symmetric,
        "certain": span is not None and bounds.certainly(span),
        "earliest_begin": bounds.earliest_begin,
        "latest_begin": bounds.latest_begin,
        "earliest_end": bounds.earliest_end,
        "latest_end": bounds.latest_end,
        "according_to": statement.according_to,
        "evidence": tuple(piece.place for piece in statement.evidence),
        "disputed": name in resolved.disputed,
    }
