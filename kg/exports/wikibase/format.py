"""Statements in the shape of Wikidata's RDF: p, ps, pq and pr, with ranks, time values and references.

Direct triples (wdt) are left out: untimed, they would be false. What is denied, planned, called off, forecast or
recommended has the deprecated rank, so that nobody who asks in the usual way takes it for so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from kg.exports.format import Format, Kept
from kg.exports.selection import Selection
from kg.exports.wikibase.properties import QUALIFIERS, REFERENCES, of_relation
from kg.exports.wikibase.qualifiers import Qualifiers, Value
from kg.exports.wikibase.times import Time
from kg.files import Data
from kg.model.entities import Actor, Entity
from kg.model.evidence import Evidence
from kg.model.records import FOLDERS
from kg.model.statements import Statement
from kg.rdf import namespaces as ns
from kg.rdf.codecs import Names, camel
from kg.rdf.encode import names_of
from kg.rdf.terms import Iri, Literal, Quad, english, nquads
from kg.store import streamed

__all__ = ["FORMAT"]

_TYPE = Iri(ns.RDF + "type")
_PREFIXES = {
    "wikibase": ns.WIKIBASE,
    "p": ns.PROP,
    "ps": ns.PROP + "statement/",
    "pq": ns.PROP + "qualifier/",
    "pqv": ns.PROP + "qualifier/value/",
    "pr": ns.PROP + "reference/",
    "wdpq": ns.WIKIDATA_PROP + "qualifier/",
    "wdpqv": ns.WIKIDATA_PROP + "qualifier/value/",
    "wdpr": ns.WIKIDATA_PROP + "reference/",
}


def _files(selection: Selection) -> Mapping[str, Data]:
    return {"statements.ttl": streamed(_parts(selection), "turtle", ns.prefixes(selection.base) | _PREFIXES)}


def _parts(selection: Selection) -> Iterator[bytes]:
    """Properties, items, then statement by statement; the nodes that these share come last, once each."""
    resolved = selection.resolved
    names, statements = names_of(resolved), selection.held
    used = [of_relation(selection.relations[name]) for name in sorted({s.relation for s in statements})]
    yield from map(_part, (known.described() for known in (*used, *QUALIFIERS.values(), *REFERENCES.values())))
    yield from map(_part, (_item(item, names) for item in resolved.records.of(Entity)))
    qualifiers, times = Qualifiers(resolved, names), set[Time]()
    for statement in statements:
        values = list(qualifiers.of(statement))
        times.update(value for _, value in values if isinstance(value, Time))
        relation = of_relation(selection.relations[statement.relation])
        ends = (relation.as_("claim"), relation.as_("statementProperty"))
        yield _part(chain(_statement(statement, ends, names), _qualified(statement, values, names), _referenced(statement, names)))
    yield from map(_part, (_inferred(name, names) for name in sorted({s.derived_from for s in statements if s.derived_from})))
    yield from map(_part, (_passage(piece, names) for piece in sorted({piece for s in statements for piece in s.evidence})))
    yield from map(_part, (time.described(names.base) for time in sorted(times)))


def _part(quads: Iterable[Quad]) -> bytes:
    return nquads(quad.n3 for quad in quads)


def _item(item: Entity, names: Names) -> Iterator[Quad]:
    iri = names.iri(item.id)
    yield Quad(iri, _TYPE, Iri(ns.WIKIBASE + "Item"))
    yield Quad(iri, _TYPE, Iri(ns.KG + camel(item.kind if isinstance(item, Actor) else FOLDERS[type(item)])))
    yield Quad(iri, Iri(ns.RDFS + "label"), english(item.label))
    yield from (Quad(iri, Iri(ns.SKOS + "altLabel"), Literal(alias)) for alias in item.aliases)
    if item.definition:
        yield Quad(iri, Iri(ns.WIKIBASE_SCHEMA + "description"), english(item.definition))
    if item.wikidata:
        yield Quad(iri, Iri(ns.OWL + "sameAs"), Iri(ns.WD + item.wikidata))


def _statement(statement: Statement, ends: tuple[Iri, Iri], names: Names) -> Iterator[Quad]:
    node, (claim, main) = names.iri(statement.id), ends
    so = statement.direct
    yield Quad(names.iri(statement.subject), claim, node)
    yield Quad(node, main, names.iri(statement.object))
    yield Quad(node, _TYPE, Iri(ns.WIKIBASE + "Statement"))
    yield Quad(node, Iri(ns.WIKIBASE + "rank"), Iri(ns.WIKIBASE + ("NormalRank" if so else "DeprecatedRank")))
    if so:  # no rank is higher: views stand beside each other
        yield Quad(node, _TYPE, Iri(ns.WIKIBASE + "BestRank"))


def _qualified(statement: Statement, values: Iterable[tuple[str, Value]], names: Names) -> Iterator[Quad]:
    node = names.iri(statement.id)
    for name, value in values:
        known = QUALIFIERS[name]
        if isinstance(value, Time):
            yield Quad(node, known.as_("qualifierValue"), value.node(names.base))
        yield Quad(node, known.as_("qualifier"), value.literal if isinstance(value, Time) else value)


def _referenced(statement: Statement, names: Names) -> Iterator[Quad]:
    node, derived = names.iri(statement.id), Iri(ns.PROV + "wasDerivedFrom")
    yield from (Quad(node, derived, _reference(piece, names)) for piece in statement.evidence)
    if statement.derived_from:
        yield Quad(node, derived, _inference(statement.derived_from, names))


def _passage(piece: Evidence, names: Names) -> Iterator[Quad]:
    node, passage = _reference(piece, names), names.path(ns.passage_path(piece))
    inside = f"row {piece.row}" if piece.row else f"paragraph {piece.paragraph}, characters {piece.chars[0]}-{piece.chars[1]}"
    yield Quad(node, _TYPE, Iri(ns.WIKIBASE + "Reference"))
    yield Quad(node, REFERENCES["P248"].as_("reference"), names.iri(piece.source))
    yield Quad(node, REFERENCES["P958"].as_("reference"), Literal(piece.locator or inside))
    yield Quad(node, REFERENCES["coreferentIn" if piece.coreference else "passage"].as_("reference"), passage)


def _inferred(name: str, names: Names) -> Iterator[Quad]:
    yield Quad(_inference(name, names), _TYPE, Iri(ns.WIKIBASE + "Reference"))
    yield Quad(_inference(name, names), REFERENCES["P3452"].as_("reference"), names.iri(name))


def _inference(name: str, names: Names) -> Iri:
    """The reference of what follows from another record."""
    return names.path(f"reference/{name}")


def _reference(piece: Evidence, names: Names) -> Iri:
    """Equal references have one node; one that means the record without naming it is another."""
    return names.path(ns.passage_path(piece).replace("passage/", "reference/", 1) + ("/coreferent" if piece.coreference else ""))


FORMAT = Format(
    name="wikibase",
    title="Wikidata-style statements, RDF 1.1 Turtle",
    ending="ttl",
    kept=Kept(
        time="yes",
        view="holders and reporters, without order, place and day of each report",
        evidence="yes",
        status="yes",
        conflict="the marks; P1310 where two accounts conflict",
        rest="grounds; names and kinds of entities",
    ),
    files=_files,
)
