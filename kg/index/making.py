"""The index straight from the records: one row a statement, curated or derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from kg.index.columns import part_of
from kg.index.index import Index
from kg.index.rows import Link, Row
from kg.index.speakers import Speakers
from kg.index.tabled import links_of_table, part_of_table
from kg.model.belonging import body_of
from kg.model.entities import Era
from kg.model.records import folder
from kg.model.statements import UNDISPUTED

if TYPE_CHECKING:
    from kg.model.relations import Relation
    from kg.model.resolved import Resolved
    from kg.model.table import Table

__all__ = ["index_of"]


def index_of(resolved: Resolved, relations: Mapping[str, Relation], tables: Sequence[Table] = ()) -> Index:
    """The index of all statements, those of tables too."""
    eras = {era.id: resolved.bounds[era.id] for era in resolved.records.of(Era)}
    parts = [part_of(_rows(resolved, relations)), *(part_of_table(table, resolved.records.by_id) for table in tables)]
    return Index.of(parts, Speakers([*_links(resolved), *chain.from_iterable(map(links_of_table, tables))]), eras)


def _rows(resolved: Resolved, relations: Mapping[str, Relation]) -> Iterator[Row]:
    paths = {name: f"{folder(record)}/{name}" for name, record in resolved.records.by_id.items()}
    for statement in resolved.statements.values():
        said = resolved.said.get(statement.id)
        yield Row(
            id=statement.id,
            subject=paths[statement.subject],
            relation=statement.relation,
            object=paths[statement.object],
            sign=relations[statement.relation].sign(statement) if statement.direct else 0,
            direct=statement.direct,
            holders=tuple(holder for holder in statement.according_to if holder != UNDISPUTED),
            said=said.earliest_begin if said else None,
            bounds=resolved.bounds[statement.id],
        )


def _links(resolved: Resolved) -> Iterator[Link]:
    for statement in resolved.statements.values():
        if body := body_of(resolved.records, statement):
            yield Link(statement.subject, body, resolved.bounds[statement.id])
