"""What hangs on a record in nodes of its own: dates, evidence, holders, reports, participations, quantities."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.bounds import Bounds
from kg.model.dated import Dated, When
from kg.model.entities import Era, Policy
from kg.model.events import Event
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.reporting import reports
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED, Envelope
from kg.model.vocabulary import Comparator, Role, WhenFrom
from kg.rdf import namespaces as ns
from kg.rdf.codecs import RECORD, Names, word
from kg.rdf.terms import Iri, Literal, Quad, Term, boolean, day, decimal, edtf, english, integer

__all__ = ["BOUNDS", "COMPARATOR", "ORIGIN", "ROLE", "Pairs", "Parts"]

Pairs = Iterator[tuple[str, Term]]

_TYPE = ns.RDF + "type"
ORIGIN = word(WhenFrom, prefix="From")
ROLE = word(Role, "Role")
COMPARATOR = word(Comparator, "Comparator")
BOUNDS = {
    "earliest_begin": ns.SEM + "hasEarliestBeginTimeStamp",
    "latest_begin": ns.SEM + "hasLatestBeginTimeStamp",
    "earliest_end": ns.SEM + "hasEarliestEndTimeStamp",
    "latest_end": ns.SEM + "hasLatestEndTimeStamp",
}


class Parts:
    """Makes the quads of all parts of one graph's records."""

    def __init__(self, resolved: Resolved, names: Names) -> None:
        self._resolved = resolved
        self._names = names

    def of(self, record: Record, iri: Iri) -> Iterator[Quad]:
        """Everything about the record that is no plain field."""
        if isinstance(record, Dated):
            yield from self._dates(record, iri)
        yield from self._evidence(getattr(record, "evidence", ()), iri)
        if isinstance(record, Envelope):
            yield from self._voice(record, iri)
        if isinstance(record, Era):
            yield from self._holders(record.according_to, iri)
        if isinstance(record, Event):
            yield from self._participations(record, iri)
        if isinstance(record, Envelope | Event | Policy):
            for quantity in record.quantities:
                yield from self._quantity(quantity, iri)

    def _dates(self, record: Dated, iri: Iri) -> Iterator[Quad]:
        name = self._names.name(iri)
        yield from _add(iri, _bounds(self._resolved.bounds[name]))
        if record.when:
            yield from _add(iri, self._when(record.when))
        for dating in record.datings:
            node = Iri(f"{iri}/dating/{dating.id}")
            yield Quad(iri, Iri(ns.KG + "dating"), node)
            yield Quad(node, Iri(_TYPE), Iri(ns.KG + "Dating"))
            if dating.preferred:
                yield Quad(iri, Iri(ns.KG + "preferredDating"), node)
            if dating.reason:
                yield Quad(node, Iri(ns.KG + "reason"), english(dating.reason))
            if f"{name}/{dating.id}" in self._resolved.disputed:
                yield Quad(node, Iri(ns.KG + "disputed"), boolean(True))
            yield from _add(node, self._when(dating.when))
            yield from _add(node, _bounds(self._resolved.bounds[f"{name}/{dating.id}"]))
            yield from self._evidence(dating.evidence, node)

    def _when(self, when: When) -> Pairs:
        yield ns.KG + "when", edtf(when.text)
        yield ns.KG + "whenFrom", ORIGIN.encode(when.origin, self._names)
        if when.after:
            yield ns.KG + "after", self._names.iri(when.after)
        if when.before:
            yield ns.KG + "before", self._names.iri(when.before)
        if when.text.endswith("/"):
            yield ns.KG + "endKnown", boolean(False)

    def _evidence(self, evidence: tuple[Evidence, ...], iri: Iri) -> Iterator[Quad]:
        for piece in evidence:
            passage = self._names.path(ns.passage_path(piece))
            source = self._names.iri(piece.source)
            yield Quad(iri, Iri(ns.CITO + "citesAsEvidence"), passage)
            yield Quad(iri, Iri(ns.PROV + "wasDerivedFrom"), source)
            if piece.coreference:
                yield Quad(iri, Iri(ns.KG + "coreferentIn"), passage)
            yield Quad(passage, Iri(_TYPE), Iri(ns.KG + "Passage"))
            yield Quad(passage, Iri(_TYPE), Iri(ns.OA + "SpecificResource"))
            yield Quad(passage, Iri(ns.OA + "hasSource"), source)
            yield from _located(piece, passage)

    def _holders(self, holders: tuple[str, ...], iri: Iri) -> Iterator[Quad]:
        for holder in holders:
            who = Iri(ns.KG + UNDISPUTED) if holder == UNDISPUTED else self._names.iri(holder)
            yield Quad(iri, Iri(ns.SEM + "accordingTo"), who)

    def _voice(self, record: Envelope, iri: Iri) -> Iterator[Quad]:
        yield from self._holders(record.according_to, iri)
        if said := self._resolved.said.get(record.id):
            yield Quad(iri, Iri(ns.KG + "saidEarliest"), day(said.earliest_begin))
            yield Quad(iri, Iri(ns.KG + "saidLatest"), day(said.latest_end))
        for step, report in enumerate(reports(self._resolved.records, record), 1):
            node = Iri(f"{iri}/report/{step}")
            agent = self._names.iri(report.by)
            yield Quad(iri, Iri(ns.PROV + "wasAttributedTo"), agent)
            yield Quad(iri, Iri(ns.PROV + "qualifiedAttribution"), node)
            yield from _add(node, self._report(report, agent, step))

    def _report(self, report: Report, agent: Iri, step: int) -> Pairs:
        yield _TYPE, Iri(ns.KG + "Report")
        yield _TYPE, Iri(ns.PROV + "Attribution")
        yield ns.PROV + "agent", agent
        yield ns.KG + "step", integer(step)
        if report.inside:
            yield ns.KG + "reportedIn", RECORD.encode(report.inside, self._names)
        if report.said:
            yield ns.KG + "saidOn", edtf(report.said)

    def _participations(self, event: Event, iri: Iri) -> Iterator[Quad]:
        for participation in event.participants:
            node = Iri(f"{iri}/participation/{participation.actor}")
            yield Quad(iri, Iri(ns.KG + "participation"), node)
            yield Quad(node, Iri(_TYPE), Iri(ns.SEM + "Role"))
            yield Quad(node, Iri(ns.RDF + "value"), self._names.iri(participation.actor))
            yield Quad(node, Iri(ns.SEM + "roleType"), Iri(str(ROLE.encode(participation.role, self._names))))

    def _quantity(self, quantity: Quantity, iri: Iri) -> Iterator[Quad]:
        node = Iri(f"{iri}/quantity/{quantity.measure}")
        yield Quad(iri, Iri(ns.KG + "quantity"), node)
        yield Quad(node, Iri(_TYPE), Iri(ns.KG + "Quantity"))
        yield Quad(node, Iri(ns.KG + "measure"), Literal(quantity.measure))
        yield Quad(node, Iri(ns.SCHEMA + "value"), decimal(quantity.value))
        yield Quad(node, Iri(ns.SCHEMA + "unitText"), Literal(quantity.unit))
        yield Quad(node, Iri(ns.KG + "comparator"), COMPARATOR.encode(quantity.comparator, self._names))
        if quantity.compared_to:
            yield Quad(node, Iri(ns.KG + "comparedTo"), self._names.iri(quantity.compared_to))


def _add(subject: Iri, pairs: Pairs) -> Iterator[Quad]:
    return (Quad(subject, Iri(predicate), term) for predicate, term in pairs)


def _bounds(bounds: Bounds) -> Pairs:
    return ((predicate, day(getattr(bounds, name))) for name, predicate in BOUNDS.items())


def _located(piece: Evidence, passage: Iri) -> Iterator[Quad]:
    if piece.locator:
        yield Quad(passage, Iri(ns.KG + "locator"), Literal(piece.locator))
    elif piece.row:
        yield Quad(passage, Iri(ns.KG + "row"), integer(piece.row))
    else:
        position = Iri(f"{passage}/position")
        yield Quad(passage, Iri(ns.KG + "paragraph"), integer(piece.paragraph))
        yield Quad(passage, Iri(ns.OA + "hasSelector"), position)
        yield Quad(position, Iri(_TYPE), Iri(ns.OA + "TextPositionSelector"))
        yield Quad(position, Iri(ns.OA + "start"), integer(piece.chars[0]))
        yield Quad(position, Iri(ns.OA + "end"), integer(piece.chars[1]))
