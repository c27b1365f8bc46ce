"""What stands between two entities at a time: the statements that hold of the pair, and its sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.index import Index
from kg.model.bounds import Bounds
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved

__all__ = ["Pair", "Sign", "Standing", "standings"]

Pair = tuple[str, str]  # ids of entities, sorted; one and the same where a statement is about itself
Sign = Literal["+", "-", "0", "mixed"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The ids of the statements of a pair, either way round, and its sign: mixed where + and - both occur, never an average.

    Without a statement it has no sign, which is not the same as neutral.
    """

    statements: frozenset[str] = frozenset()
    sign: Sign | None = None


def standings(
    resolved: Resolved,
    relations: Mapping[str, Relation],
    index: Index,
    span: Period | Bounds,
    *,
    certain: bool = False,
    as_seen_by: str | None = None,
) -> dict[Pair, Standing]:
    """Every pair of which something actual and not negated possibly (or certainly) holds in the span.

    With ``as_seen_by``, an actor's id, only what is that holder's view or undisputed.
    """
    found: dict[Pair, set[str]] = {}
    for row in index.holding(span, certain=certain, as_seen_by=as_seen_by):
        if row.direct:
            statement = resolved.statements[row.id]
            first, second = sorted((statement.subject, statement.object))
            found.setdefault((first, second), set()).add(row.id)
    return {pair: Standing(frozenset(names), _sign(resolved, relations, names)) for pair, names in found.items()}


def _sign(resolved: Resolved, relations: Mapping[str, Relation], names: Iterable[str]) -> Sign:
    statements = [resolved.statements[name] for name in names]
    signs = {relations[statement.relation].sign(statement) for statement in statements}
    if {1, -1} <= signs:
        return "mixed"
    return "+" if 1 in signs else "-" if -1 in signs else "0"
