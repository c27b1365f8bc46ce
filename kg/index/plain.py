"""Which statements hold when, and in whose view: a plain scan over rows made from the records."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.model.bounds import Bounds
from kg.model.period import Period

if TYPE_CHECKING:
    from kg.model.resolved import Resolved
    from kg.model.statements import Statement

__all__ = ["Index", "Link", "Row", "index_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as questions of time need it.

    ``subject``, ``object`` and ``holders`` are paths below the base IRI, such as ``actor/russia``; without
    holders it is undisputed. ``direct`` is true where it is actual and not negated.
    """

    id: str
    subject: str
    relation: str
    object: str
    direct: bool
    holders: tuple[str, ...]
    said: date | None
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Link:
    """A membership, or the office that binds its holder to a state or body."""

    member: str
    body: str
    bounds: Bounds


class Index:
    """Rows to ask about time, the eras, and the links that say who speaks for whom."""

    def __init__(self, rows: Iterable[Row], links: Iterable[Link], eras: Mapping[str, Bounds]) -> None:
        self.rows = tuple(rows)
        self.links = tuple(links)
        self.eras = dict(eras)
        self._bodies: dict[str, list[Link]] = {}
        for link in self.links:
            self._bodies.setdefault(link.member, []).append(link)

    @classmethod
    def from_json(cls, text: str | bytes) -> Index:
        """The index as `to_json` wrote it."""
        data = json.loads(text)
        rows = (
            Row(ident, a, kind, b, direct, tuple(holders), date.fromisoformat(said) if said else None, _bounds(days))
            for ident, a, kind, b, direct, holders, said, days in data["rows"]
        )
        links = (Link(member, body, _bounds(days)) for member, body, days in data["links"])
        return cls(rows, links, {name: _bounds(days) for name, days in data["eras"].items()})

    def to_json(self) -> bytes:
        """Everything in it, for the cache."""
        rows = [
            [r.id, r.subject, r.relation, r.object, r.direct, list(r.holders), r.said.isoformat() if r.said else None, _days(r.bounds)]
            for r in self.rows
        ]
        links = [[link.member, link.body, _days(link.bounds)] for link in self.links]
        eras = {name: _days(bounds) for name, bounds in self.eras.items()}
        return json.dumps({"rows": rows, "links": links, "eras": eras}, separators=(",", ":")).encode()

    def holding(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> list[Row]:
        """Rows that possibly (or certainly) hold at some time in the period, in the order of their ids.

        With ``as_seen_by``, a path such as ``actor/russia``, only what is that holder's view or undisputed.
        """
        found = (row for row in self.rows if row.bounds.holds(period, certain))
        return [row for row in found if as_seen_by is None or self.is_view_of(as_seen_by, row.holders, row.said)]

    def is_view_of(self, viewer: str, holders: Collection[str], said: date | None) -> bool:
        """Whether what these hold is undisputed, or the view of the viewer or of somebody who speaks for him."""
        return not holders or viewer in self.viewers(holders, said)

    def viewers(self, holders: Iterable[str], said: date | None) -> frozenset[str]:
        """The holders and all that their memberships and offices certainly led to when it was said."""
        reached = set(holders)
        todo = list(reached) if said else []
        while todo:
            for body in self._bodies_of(todo.pop(), said):
                if body not in reached:
                    reached.add(body)
                    todo.append(body)
        return frozenset(reached)

    def _bodies_of(self, member: str, said: date | None) -> Iterator[str]:
        if said is not None:
            day = Period(said, said)
            yield from (link.body for link in self._bodies.get(member, ()) if link.bounds.certainly(day))


def index_of(resolved: Resolved) -> Index:
    """The index straight from the records: one row a statement, curated or derived, by id."""
    from kg.model.entities import Era
    from kg.model.records import folder

    def path(name: str) -> str:
        return f"{folder(resolved.records.by_id[name])}/{name}"

    eras = {era.id: resolved.bounds[era.id] for era in resolved.records.of(Era)}
    statements = resolved.statements.values()
    return Index((_row(resolved, s, path) for s in statements), _links(resolved, path), eras)


def _row(resolved: Resolved, statement: Statement, path: Callable[[str], str]) -> Row:
    from kg.model.statements import UNDISPUTED

    said = resolved.said.get(statement.id)
    return Row(
        id=statement.id,
        subject=path(statement.subject),
        relation=statement.relation,
        object=path(statement.object),
        direct=statement.direct,
        holders=tuple(path(holder) for holder in statement.according_to if holder != UNDISPUTED),
        said=said.earliest_begin if said else None,
        bounds=resolved.bounds[statement.id],
    )


def _links(resolved: Resolved, path: Callable[[str], str]) -> Iterator[Link]:
    from kg.model.entities import Office

    for statement in (each for each in resolved.statements.values() if each.direct):
        body = resolved.records.by_id[statement.object]
        if statement.relation == "memberOf":
            yield Link(path(statement.subject), path(body.id), resolved.bounds[statement.id])
        elif statement.relation == "holdsOffice" and isinstance(body, Office):
            yield Link(path(statement.subject), path(body.of), resolved.bounds[statement.id])


def _days(bounds: Bounds) -> list[str]:
    return [day.isoformat() for day in (bounds.earliest_begin, bounds.latest_begin, bounds.earliest_end, bounds.latest_end)]


def _bounds(days: list[str]) -> Bounds:
    return Bounds(*map(date.fromisoformat, days))
