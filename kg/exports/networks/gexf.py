"""GEXF 1.3, dynamic, for Gephi and its like (https://gexf.net).

No library writes this: networkx knows neither the format of times nor the kind of an edge, and dates its file by the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.exports.format import Format
from kg.exports.networks.links import KEPT, NODE, Attribute, Row, drawn, edge_attributes, edges, ends, flat, lasts, nodes
from kg.exports.networks.markup import HEAD, closing, element, opening, text
from kg.exports.selection import Selection
from kg.model.period import Period

__all__ = ["FORMAT", "joined"]

_TYPES = {str: "string", int: "integer", bool: "boolean"}
_OWN = ("id", "source", "target", "label", "start", "end")  # what stands on the element itself
_ABOUT = "Start and end are the first and the last possible day; a side that is open or unknown is left out."


def _lines(selection: Selection) -> Iterator[str]:
    corpus = selection.resolved.records.corpus
    about = f"{corpus.title}, version {corpus.version}, {corpus.licence}. {_ABOUT}"
    dynamic = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    yield HEAD
    yield opening("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    yield element("meta", {}, element("creator", {}, "Comity"), element("description", {}, text(about)))
    yield opening("graph", {"defaultedgetype": "directed", "idtype": "string"} | dynamic)
    yield _declared("node", NODE)
    yield _declared("edge", edge_attributes(selection))
    spells = _spells(selection)
    yield opening("nodes", {})
    yield from (_element("node", row, {}, spells[str(row["id"])]) for row in nodes(selection))
    yield closing("nodes")
    yield opening("edges", {})
    # Gephi tells parallel edges apart by their kind.
    yield from (_element("edge", row, {"kind": str(row["relation"])}) for row in edges(selection))
    yield from map(closing, ("edges", "graph", "gexf"))


def _declared(kind: str, attributes: Iterable[Attribute[Any]]) -> str:
    # The id is the name: some readers show no title.
    named = ((one.name, _TYPES[one.type]) for one in attributes if one.name not in _OWN)
    each = (element("attribute", {"id": name, "title": name, "type": type}) for name, type in named)
    return element("attributes", {"class": kind}, *each)


def _element(name: str, row: Row, more: dict[str, str], spells: Sequence[Period] = ()) -> str:
    own = {key: flat(row[key]) for key in _OWN if key in row} | more
    values = [element("attvalue", {"for": key, "value": flat(value)}) for key, value in row.items() if key not in _OWN]
    content = [element("attvalues", {}, *values)]
    if len(spells) == 1:
        own |= ends(spells[0])
    elif spells:
        content.append(element("spells", {}, *(element("spell", ends(spell)) for spell in spells)))
    return element(name, own, *content)


def _spells(selection: Selection) -> Mapping[str, Sequence[Period]]:
    """When each node is there: while one of its edges is, and in its own time where it has one."""
    found: dict[str, list[Period]] = {}
    for statement in drawn(selection):
        for end in (statement.subject, statement.object):
            if end not in found:
                found[end] = [lasts(selection, end)] if end in selection.resolved.bounds else []
            found[end].append(lasts(selection, statement.id))
    return {name: joined(periods) for name, periods in found.items()}


def joined(periods: Iterable[Period]) -> Sequence[Period]:
    """The same days in as few periods as can be, in order.

    >>> joined(map(Period.parse, ("2015/2016", "2013", "2014-01/2014-03")))
    [Period(start=datetime.date(2013, 1, 1), end=datetime.date(2014, 3, 31)), \
Period(start=datetime.date(2015, 1, 1), end=datetime.date(2016, 12, 31))]
    """
    found: list[Period] = []
    for period in sorted(periods, key=lambda period: period.start):
        if found and period.start.toordinal() <= found[-1].end.toordinal() + 1:
            found[-1] = Period(found[-1].start, max(found[-1].end, period.end))
        else:
            found.append(period)
    return found


FORMAT = Format(
    name="gexf",
    title="GEXF 1.3, a dynamic network",
    ending="gexf",
    kept=KEPT,
    files=lambda selection: {"network.gexf": (f"{line}\n".encode() for line in _lines(selection))},
)
