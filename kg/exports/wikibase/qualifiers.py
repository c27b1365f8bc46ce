"""What qualifies a statement: its time, whose view it is, and how it is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.exports.wikibase.times import Time, day_of, times_of
from kg.model.conflicts import Conflict
from kg.model.reporting import reports
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED, Envelope, Statement
from kg.rdf import namespaces as ns
from kg.rdf.codecs import Names, camel
from kg.rdf.terms import Iri, Literal, boolean

__all__ = ["Qualifiers", "Value"]

Value = Time | Iri | Literal


class Qualifiers:
    """Finds the qualifiers of one graph's statements, by the names of ``QUALIFIERS``."""

    def __init__(self, resolved: Resolved, names: Names) -> None:
        self._resolved, self._names = resolved, names
        self._rivals = _rivals(resolved)

    def of(self, statement: Statement) -> Iterator[tuple[str, Value]]:
        """Name and value, in no order; a value may come twice."""
        yield from times_of(self._resolved.bounds[statement.id])
        yield from self._written(statement)
        yield from self._held(statement)
        yield "status", Iri(ns.KG + camel(statement.status))
        yield "wording", Iri(ns.KG + camel(statement.wording))
        yield "negated", boolean(statement.negated)
        yield from self._records("because", statement.because)
        yield from self._records("event", (statement.event,) if statement.event else ())

    def _written(self, statement: Statement) -> Iterator[tuple[str, Value]]:
        """The dates as the record has them, and when the view was voiced."""
        for when in (*([statement.when] if statement.when else []), *(dating.when for dating in statement.datings)):
            yield "when", Literal(when.text)
            yield from self._records("after", (when.after,) if when.after else ())
            yield from self._records("before", (when.before,) if when.before else ())
        if said := self._resolved.said.get(statement.id):
            yield "saidEarliest", day_of(said.earliest_begin)
            yield "saidLatest", day_of(said.latest_end)

    def _held(self, statement: Statement) -> Iterator[tuple[str, Value]]:
        """Holders support a statement, or dispute it where they deny it; so do those of the account that conflicts with it."""
        holders = _actors(statement)
        yield from self._records("P1310" if statement.negated else "P3680", holders)
        yield from self._records("P1310", self._rivals[statement.id] - set(holders) if not statement.negated else ())
        yield from self._records("accordingTo", holders)
        if UNDISPUTED in statement.according_to:
            yield "accordingTo", Iri(ns.KG + UNDISPUTED)
        yield from self._records("reportedBy", (report.by for report in reports(self._resolved.records, statement)))
        if statement.id in self._resolved.disputed:
            yield "disputed", boolean(True)

    def _records(self, name: str, records: Iterable[str]) -> Iterator[tuple[str, Value]]:
        return ((name, self._names.iri(record)) for record in records)


def _actors(record: object) -> tuple[str, ...]:
    return tuple(who for who in record.according_to if who != UNDISPUTED) if isinstance(record, Envelope) else ()


def _rivals(resolved: Resolved) -> defaultdict[str, set[str]]:
    """Who holds the other account, by statement; of three accounts or more, any two may agree."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for conflict in resolved.records.of(Conflict):
        if len(pair := sorted(conflict.disputed_records)) == 2:
            for one, other in (pair, reversed(pair)):
                found[one].update(_actors(resolved.statements.get(other) or resolved.records.by_id.get(other)))
    return found
