"""What an export holds: the records of a time and a view, and all that these refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from kg.graph import Graph
from kg.index import Selected
from kg.model.bounds import Bounds
from kg.model.conflicts import Conflict
from kg.model.period import ALWAYS, Period
from kg.model.records import Record, Records
from kg.model.references import references
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED, Claim, Statement
from kg.query.scope import EVER, Scope

__all__ = ["Selection"]


class Selection:
    """The part of a graph that the time options name, all of it without them; nothing in it points outside.

    ``only`` names one graph of the data set, for the formats of RDF. Raises `DateError`, `UnknownName`, `UsageError`.
    """

    def __init__(self, graph: Graph, scope: Scope = EVER, only: str | None = None) -> None:
        self.graph, self.scope, self.only = graph, scope, only
        self.span: Period | Bounds | None = graph.span(scope)
        self._viewer = graph.actor(scope.as_seen_by)

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.scope == EVER

    @property
    def base(self) -> str:
        """Below which the corpus's IRIs lie."""
        return self.graph.stored.base

    @property
    def relations(self) -> Mapping[str, Relation]:
        """The kinds of relation, by name."""
        return self.graph.relations

    @cached_property
    def known(self) -> Resolved:
        """All records of the graph. Raises `UsageError` where they are too many."""
        return self.graph.records

    @cached_property
    def selected(self) -> Selected:
        """The statements that hold then and in that view, as the index has them."""
        return self.graph.index.holding(self.span or ALWAYS, certain=self.scope.certain, as_seen_by=self._viewer)

    @cached_property
    def held(self) -> tuple[Statement, ...]:
        """The statements that hold then and in that view, curated or derived, by id: what a network draws."""
        statements = self.known.statements
        return tuple(statements[name] for name in sorted(self._held))

    def holds(self, name: str) -> bool:
        """Whether a statement holds then and in that view, and is not there only because another record refers to it."""
        return name in self._held

    @cached_property
    def resolved(self) -> Resolved:
        """The records: what holds then, and besides whatever that refers to."""
        return self.known if self.whole else _part(self.known, _closed(self.known, self._dated() | self._held))

    @cached_property
    def _held(self) -> frozenset[str]:
        return frozenset(self.known.statements if self.whole else self.selected.ids())

    def _dated(self) -> set[str]:
        """Claims, and what nobody has a view of his own of: events, policies, eras."""
        known, span = self.known, self.span or ALWAYS
        dated = (record for record in known.records.dated() if known.bounds[record.id].holds(span, self.scope.certain))
        return {r.id for r in dated if not isinstance(r, Statement) and (not isinstance(r, Claim) or self._sees(r))}

    def _sees(self, claim: Claim) -> bool:
        """Whether the claim is in the view that was asked for."""
        said = self.known.said.get(claim.id)
        holders = [holder for holder in claim.according_to if holder != UNDISPUTED]
        return self._viewer is None or self.graph.index.speakers.is_view_of(self._viewer, holders, said.earliest_begin if said else None)


def _closed(known: Resolved, kept: Iterable[str]) -> set[str]:
    """These, all that they refer to however indirectly, and the conflicts between what is then there."""
    found = _reached(kept, lambda name: _named(known, name))
    conflicts = (conflict for conflict in known.records.of(Conflict) if conflict.disputed_records <= found)
    return _reached([*found, *(conflict.id for conflict in conflicts)], lambda name: _named(known, name))


def _reached(names: Iterable[str], named: Callable[[str], Iterable[str]]) -> set[str]:
    found: set[str] = set()
    todo = list(names)
    while todo:
        if (name := todo.pop()) not in found:
            found.add(name)
            todo.extend(named(name))
    return found


def _named(known: Resolved, name: str) -> set[str]:
    record: Record = known.statements.get(name) or known.records.by_id[name]
    named = {other.partition("/")[0] for _, other, _ in references(record) if other}
    return named | {record.derived_from} if isinstance(record, Statement) and record.derived_from else named


def _part(known: Resolved, kept: set[str]) -> Resolved:
    records = {name: record for name, record in known.records.by_id.items() if name in kept}
    statements = {name: statement for name, statement in known.statements.items() if name in kept}
    bounds = {name: bounds for name, bounds in known.bounds.items() if name.partition("/")[0] in kept}
    said = {name: bounds for name, bounds in known.said.items() if name in kept}
    disputed = frozenset(name for name in known.disputed if name.partition("/")[0] in kept)
    return Resolved(Records(known.records.corpus, records), statements, bounds, said, disputed)
