"""Which nodes and relationships Neo4j is given, from the tables of records and parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.exports.selection import Selection
from kg.exports.tables.all import PERIODISATIONS
from kg.exports.tables.parts import DATINGS, EVIDENCE, PARTICIPATIONS, QUANTITIES, REPORTS, Part
from kg.exports.tables.records import RECORDS, STATEMENTS
from kg.exports.tables.table import Column, Table, Type
from kg.model.conflicts import Conflict
from kg.model.entities import Actor
from kg.model.records import folder
from kg.model.statements import UNDISPUTED
from kg.rdf.codecs import camel
from kg.rdf.namespaces import passage_path

__all__ = ["EDGES", "NODES", "SEPARATOR", "Edges", "Nodes", "header"]

SEPARATOR = "\x1f"  # between the values of an array: no printed character is safe
_TYPES = {Type.DAY: "date", Type.INTEGER: "int", Type.DECIMAL: "double", Type.FLAG: "boolean"}


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of a table; ids are unique over all tables: slugs hold neither slash nor colon."""

    table: Table
    id: Callable[[Any], str]
    labels: Callable[[Any], tuple[str, ...]]

    @property
    def file(self) -> str:
        """The name of their file."""
        return f"nodes-{self.table.name}.csv"

    @property
    def columns(self) -> tuple[Column, ...]:
        """The properties but the id."""
        return tuple(column for column in self.table.columns if column.name != "id")


class Edge(NamedTuple):
    """One relationship between two ids, and the row that its properties are read from."""

    start: str
    end: str
    type: str
    row: Any


@dataclass(frozen=True, slots=True)
class Edges:
    """Relationships with the same properties."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Selection], Iterator[Edge]]

    @property
    def file(self) -> str:
        """The name of their file."""
        return f"relationships-{self.name}.csv"


def header(column: Column) -> str:
    """The column's name and type, as the import has it.

    >>> [header(column) for column in STATEMENTS.columns if column.name in ("id", "sign", "according_to")]
    ['id', 'sign:int', 'according_to:string[]']
    """
    type = _TYPES.get(column.type, "string")
    return f"{column.name}:{type}[]" if column.many else column.name if type == "string" else f"{column.name}:{type}"


def _labels(record: Any) -> tuple[str, ...]:
    own = (camel(record.kind),) if isinstance(record, Actor) else ()
    return ("Resource", folder(record).capitalize(), *own)


def _passages(selection: Selection) -> Iterator[Part]:
    """One piece of evidence for each passage."""
    found = {passage_path(part.it): part for part in EVIDENCE.rows(selection)}
    return (found[path] for path in sorted(found))


_LOCATION = ("source", "paragraph", "start", "end", "locator", "row")
PASSAGES = Table(
    name="passages",
    title="Passages",
    columns=tuple(column for column in EVIDENCE.columns if column.name in _LOCATION),
    rows=_passages,
)
_WITHIN = {PERIODISATIONS.name: f"{PERIODISATIONS.path}:"}  # whose ids may be those of records
NODES = (
    Nodes(PERIODISATIONS, lambda row: _WITHIN[PERIODISATIONS.name] + row[0], lambda row: ("Resource", "Periodisation")),
    *(Nodes(table, lambda row: row.id, _labels) for table in RECORDS),
    Nodes(DATINGS, lambda row: f"{row.record.id}/{row.it.id}", lambda row: ("Resource", "Dating")),
    Nodes(QUANTITIES, lambda row: f"{row.record.id}/quantity:{row.it.measure}", lambda row: ("Resource", "Quantity")),
    Nodes(PASSAGES, lambda row: passage_path(row.it), lambda row: ("Resource", "Passage")),
)


def _direct(selection: Selection) -> Iterator[Edge]:
    for held in selection.held:
        if held.direct:
            yield Edge(held.subject, held.object, held.relation, held)


def _references(selection: Selection) -> Iterator[Edge]:
    """From each node to those that its properties name, by type of the property's name."""
    for nodes in NODES:
        naming = [column for column in nodes.columns if column.refers and column.name not in ("relation", "prefers")]
        for row in nodes.table.rows(selection):
            for column in naming:
                cell = column.of(row, selection)
                for name in cell if isinstance(cell, tuple) else (cell,):
                    if name not in (None, UNDISPUTED):
                        yield Edge(nodes.id(row), f"{_WITHIN.get(column.refers or '', '')}{name}", column.name.upper(), row)


def _cited(selection: Selection) -> Iterator[Edge]:
    for part in EVIDENCE.rows(selection):
        yield Edge(f"{part.record.id}/{part.dating}" if part.dating else part.record.id, passage_path(part.it), "EVIDENCE", part)


def _disputed(selection: Selection) -> Iterator[Edge]:
    for conflict in selection.resolved.records.of(Conflict):
        yield from (Edge(conflict.id, name, "DISPUTES", conflict) for name in conflict.disputes)
        if conflict.prefers:
            yield Edge(conflict.id, conflict.prefers, "PREFERS", conflict)


def _only(table: Table, *names: str) -> tuple[Column, ...]:
    return tuple(column for column in table.columns if column.name in names)


def _of_statement(name: str, parts: Table, read: Callable[[Part], str]) -> Column:
    found = parts.parts
    assert found is not None
    return Column(name=name, type=Type.NAME, of=lambda row, s: tuple(dict.fromkeys(map(read, found(row, s)))), many=True)


EDGES = (
    Edges(
        "statements",
        (
            *(column for column in STATEMENTS.columns if column.name not in ("subject", "relation", "object")),
            Column(name="symmetric", type=Type.FLAG, of=lambda row, s: s.relations[row.relation].symmetric),
            _of_statement("reported_by", REPORTS, lambda part: part.it.by),
            _of_statement("evidence", EVIDENCE, lambda part: passage_path(part.it)),
        ),
        _direct,
    ),
    Edges("references", (), _references),
    Edges("evidence", _only(EVIDENCE, "number", "coreference"), _cited),
    Edges(
        "participations",
        _only(PARTICIPATIONS, "role"),
        lambda s: (Edge(part.it.actor, part.record.id, "TOOK_PART", part) for part in PARTICIPATIONS.rows(s)),
    ),
    Edges(
        "reports",
        _only(REPORTS, "number", "inside", "said", "author"),
        lambda s: (Edge(part.record.id, part.it.by, "REPORTED_BY", part) for part in REPORTS.rows(s)),
    ),
    Edges("disputes", (), _disputed),
)
