"""The network that several formats draw: entities as nodes, statements as edges, and the attributes of both.

Only what is actual and not negated is an edge, as in ``kg/network.py``: a meeting that was called off or denied would
count as one in every measure of a network, whatever its attributes say. An attribute is added here, for all formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kg.exports.format import Kept
from kg.exports.selection import Selection
from kg.model.dated import Dated
from kg.model.edtf import FIRST_DAY, LAST_DAY
from kg.model.entities import Entity
from kg.model.evidence import Evidence, Report
from kg.model.period import Period
from kg.model.records import folder
from kg.model.reporting import reports
from kg.model.statements import Statement
from kg.rdf.namespaces import passage_path

__all__ = ["EDGE", "KEPT", "NODE", "Attribute", "Row", "Value", "drawn", "edge_attributes", "edges", "ends", "flat", "lasts", "nodes"]

KEPT = Kept(
    time="yes",
    view="yes",
    evidence="yes",
    status="only what is actual and not denied",
    conflict="marks",
    rest="signs; entities that have an edge",
)
Value = str | int | bool | tuple[str, ...]
Row = dict[str, Value]  # by the name of the attribute; what is unknown or open is left out
R_contra = TypeVar("R_contra", Entity, Statement, contravariant=True)


@dataclass(frozen=True, slots=True)
class Attribute(Generic[R_contra]):
    """A name, the type of its values (several texts are ``str`` too), and how it is had of a record."""

    name: str
    type: type[str] | type[int] | type[bool]
    of: Callable[[Selection, R_contra], Value | None]


def _bound(name: str) -> Attribute[Any]:
    """One of the four days, always there where a record has a time: 0001-01-01 and 9999-12-31 where it is open."""

    def of(selection: Selection, record: Entity | Statement) -> str | None:
        bounds = selection.resolved.bounds.get(record.id)
        return getattr(bounds, name).isoformat() if bounds else None

    return Attribute(name, str, of)


def _when(selection: Selection, record: Entity | Statement) -> str | None:
    """The EDTF text; of several datings each, the preferred one first."""
    dated: Any = record
    if isinstance(record, Statement) and record.derived_from and not record.when and not record.datings:
        dated = selection.resolved.records.by_id[record.derived_from]
    if not isinstance(dated, Dated):
        return None
    if dated.when:
        return dated.when.text
    return "; ".join(dating.when.text for dating in sorted(dated.datings, key=lambda dating: not dating.preferred))


def _cited(record: Entity | Statement) -> Sequence[Evidence]:
    """Each passage once, those of the datings too."""
    datings = record.datings if isinstance(record, Dated) else ()
    return list(dict.fromkeys([*record.evidence, *(piece for dating in datings for piece in dating.evidence)]))


def _said(selection: Selection, statement: Statement, side: str) -> str | None:
    said = selection.resolved.said.get(statement.id)
    return getattr(said, side).isoformat() if said else None


def _certain(selection: Selection, statement: Statement) -> bool | None:
    """Whether it certainly holds at the time that was asked for; nothing where none was."""
    return selection.resolved.bounds[statement.id].certainly(selection.span) if selection.span else None


def _reporter(report: Report) -> str:
    return report.by + (f" in {report.inside}" if report.inside else "") + (f", {report.said}" if report.said else "")


_COMMON: tuple[Attribute[Any], ...] = (
    *map(_bound, ("earliest_begin", "latest_begin", "earliest_end", "latest_end")),
    Attribute("when", str, _when),
    Attribute("evidence", str, lambda _, record: tuple(piece.place for piece in _cited(record))),
    Attribute("passages", str, lambda here, record: tuple(dict.fromkeys(here.base + passage_path(piece) for piece in _cited(record)))),
    Attribute("disputed", bool, lambda here, record: record.id in here.resolved.disputed),
    Attribute("iri", str, lambda here, record: f"{here.base}{folder(record)}/{record.id}"),
)
NODE: tuple[Attribute[Entity], ...] = (
    Attribute("label", str, lambda _, entity: entity.label),
    Attribute("kind", str, lambda _, entity: str(getattr(entity, "kind", folder(entity)))),
    *_COMMON,
)
EDGE: tuple[Attribute[Statement], ...] = (
    Attribute("statement", str, lambda _, statement: statement.id),  # the edge's id too; not all readers keep that
    Attribute("label", str, lambda here, statement: here.relations[statement.relation].label),
    Attribute("relation", str, lambda _, statement: statement.relation),
    Attribute("sign", int, lambda here, statement: here.relations[statement.relation].sign(statement)),
    Attribute("symmetric", bool, lambda here, statement: here.relations[statement.relation].symmetric),
    Attribute("start", str, lambda here, statement: ends(lasts(here, statement.id)).get("start")),
    Attribute("end", str, lambda here, statement: ends(lasts(here, statement.id)).get("end")),
    Attribute("certain", bool, _certain),
    Attribute("according_to", str, lambda _, statement: statement.according_to),
    Attribute("reported_by", str, lambda here, it: tuple(map(_reporter, reports(here.resolved.records, it)))),
    Attribute("said_earliest", str, lambda here, statement: _said(here, statement, "earliest_begin")),
    Attribute("said_latest", str, lambda here, statement: _said(here, statement, "latest_end")),
    Attribute("status", str, lambda _, statement: str(statement.status)),
    Attribute("wording", str, lambda _, statement: str(statement.wording)),
    *_COMMON,
)


def edge_attributes(selection: Selection) -> Sequence[Attribute[Statement]]:
    """Those that the edges have: of no time none is certain or not, and readers such as igraph take what is missing for false."""
    return [attribute for attribute in EDGE if selection.span or attribute.of is not _certain]


def drawn(selection: Selection) -> Sequence[Statement]:
    """The statements that are edges, by id."""
    return [statement for statement in selection.held if statement.direct]


def nodes(selection: Selection) -> Iterator[Row]:
    """What an edge begins or ends at, by ``id``, with the attributes of `NODE`."""
    for name in sorted({end for statement in drawn(selection) for end in (statement.subject, statement.object)}):
        entity = selection.resolved.records.by_id[name]
        assert isinstance(entity, Entity)
        yield {"id": name} | _row(selection, NODE, entity)


def edges(selection: Selection) -> Iterator[Row]:
    """One for each statement drawn: ``id``, ``source``, ``target``, and the attributes of `EDGE`."""
    for statement in drawn(selection):
        yield {"id": statement.id, "source": statement.subject, "target": statement.object} | _row(selection, EDGE, statement)


def _row(selection: Selection, attributes: Sequence[Attribute[R_contra]], record: R_contra) -> Row:
    values = ((attribute.name, attribute.of(selection, record)) for attribute in attributes)
    return {name: value for name, value in values if value is not None}


def lasts(selection: Selection, name: str) -> Period:
    """From the first to the last day on which a record possibly held."""
    bounds = selection.resolved.bounds[name]
    return Period(bounds.earliest_begin, bounds.latest_end)


def ends(period: Period) -> dict[str, str]:
    """``start`` and ``end`` as ISO dates, without a side that is open.

    >>> ends(Period.parse("2013/9999"))
    {'start': '2013-01-01'}
    """
    start = {"start": period.start.isoformat()} if period.start > FIRST_DAY else {}
    return start | ({"end": period.end.isoformat()} if period.end < LAST_DAY else {})


def flat(value: Value) -> str:
    """A value as one text, for formats that have no lists.

    >>> flat(("gazette, page 1", "gazette, page 3")), flat(True), flat(-1)
    ('gazette, page 1; gazette, page 3', 'true', '-1')
    """
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
