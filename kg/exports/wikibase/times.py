"""Times as Wikidata writes them: a day and how much of it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kg.model.bounds import Bounds
from kg.model.edtf import FIRST_DAY, LAST_DAY
from kg.rdf.namespaces import RDF, WD, WIKIBASE, XSD
from kg.rdf.terms import Iri, Literal, Quad, integer

__all__ = ["Time", "day_of", "times_of"]

_DAY, _MONTH, _YEAR, _DECADE, _CENTURY = 11, 10, 9, 8, 7
_GREGORIAN = Iri(WD + "Q1985727")  # the proleptic Gregorian calendar


class Time(NamedTuple):
    """The first day of a day (precision 11), month (10), year (9), decade (8) or century (7)."""

    day: date
    precision: int

    @property
    def literal(self) -> Literal:
        """The simple value."""
        return Literal(f"{self.day.isoformat()}T00:00:00Z", XSD + "dateTime")

    def node(self, base: str) -> Iri:
        """The full value; equal times have one."""
        return Iri(f"{base}value/{self.day.isoformat()}/{self.precision}")

    def described(self, base: str) -> Iterator[Quad]:
        """What the full value says."""
        node = self.node(base)
        yield Quad(node, Iri(RDF + "type"), Iri(WIKIBASE + "TimeValue"))
        yield Quad(node, Iri(WIKIBASE + "timeValue"), self.literal)
        yield Quad(node, Iri(WIKIBASE + "timePrecision"), integer(self.precision))
        yield Quad(node, Iri(WIKIBASE + "timeTimezone"), integer(0))
        yield Quad(node, Iri(WIKIBASE + "timeCalendarModel"), _GREGORIAN)


def day_of(day: date) -> Time:
    """One day."""
    return Time(day, _DAY)


def times_of(bounds: Bounds) -> Iterator[tuple[str, Time]]:
    """A record's time by Wikidata's properties: the point or the ends as far as they are known, and the four bounds to the day.

    What lies at one time within its bounds has a point (P585), else a start (P580) and an end (P582). Each is the smallest
    day, month, year, decade or century that holds its bounds; an open side has neither end nor bound. Earliest date (P1319),
    latest start date (P8555), earliest end date (P8554) and latest date (P1326) are the bounds.

    >>> from kg.model.bounds import bounds
    >>> [(name, time.day.isoformat(), time.precision) for name, time in times_of(bounds("1931-05/.."))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('P580', '1931-05-01', 10), ('P1319', '1931-05-01', 11), ('P8555', '1931-05-31', 11), ('P8554', '1931-05-01', 11)]
    """
    begin, end = (bounds.earliest_begin, bounds.latest_begin), (bounds.earliest_end, bounds.latest_end)
    for name, (first, last) in (("P585", begin),) if begin == end else (("P580", begin), ("P582", end)):
        if time := _smallest(first, last):
            yield name, time
    for name, day in zip(("P1319", "P8555", "P8554", "P1326"), (*begin, *end), strict=True):
        if day not in (FIRST_DAY, LAST_DAY):
            yield name, day_of(day)


def _smallest(first: date, last: date) -> Time | None:
    """The smallest time that holds both days; none where one is open, or a century does not suffice."""
    if FIRST_DAY in (first, last) or LAST_DAY in (first, last):
        return None
    for start, precision in (
        (lambda day: day, _DAY),
        (lambda day: day.replace(day=1), _MONTH),
        (lambda day: date(day.year, 1, 1), _YEAR),
        (lambda day: date(max(day.year // 10 * 10, 1), 1, 1), _DECADE),
        (lambda day: date((day.year - 1) // 100 * 100 + 1, 1, 1), _CENTURY),
    ):
        if start(first) == start(last):
            return Time(start(first), precision)
    return None
