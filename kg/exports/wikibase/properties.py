"""The properties of the Wikidata-style export: Wikidata's own where they mean what is meant here, ours for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.relations import Relation
from kg.rdf import namespaces as ns
from kg.rdf.terms import Iri, Quad, english

__all__ = ["QUALIFIERS", "REFERENCES", "Property", "of_relation"]

_USES = {  # of a property: the folder of its IRI, and how the property itself points there
    "claim": "",
    "statementProperty": "statement/",
    "qualifier": "qualifier/",
    "qualifierValue": "qualifier/value/",
    "reference": "reference/",
}


@dataclass(frozen=True, slots=True)
class Property:
    """A property by the IRI that describes it; ``kind`` is what Wikibase calls the type of its values, which truth values lack."""

    iri: str
    label: str
    kind: str
    uses: tuple[str, ...]

    def as_(self, use: str) -> Iri:
        """The IRI of the property in one of its uses.

        >>> QUALIFIERS["P580"].as_("qualifierValue")
        'http://www.wikidata.org/prop/qualifier/value/P580'
        """
        home = ns.WIKIDATA_PROP if self.iri.startswith(ns.WD) else ns.PROP
        return Iri(f"{home}{_USES[use]}{self.iri.rpartition('/')[2]}")

    def described(self) -> Iterator[Quad]:
        """What the property says of itself."""
        iri = Iri(self.iri)
        yield Quad(iri, Iri(ns.RDF + "type"), Iri(ns.WIKIBASE + "Property"))
        yield Quad(iri, Iri(ns.RDFS + "label"), english(self.label))
        if self.kind:
            yield Quad(iri, Iri(ns.WIKIBASE + "propertyType"), Iri(ns.WIKIBASE + self.kind))
        for use in self.uses:
            yield Quad(iri, Iri(ns.WIKIBASE + use), self.as_(use))


def of_relation(relation: Relation) -> Property:
    """The property that a kind of relation is."""
    return Property(ns.REL + relation.name, relation.label, "WikibaseItem", ("claim", "statementProperty"))


def _all(home: str, uses: tuple[str, ...], *named: tuple[str, str, str]) -> dict[str, Property]:
    return {name: Property(home + name, label, kind, uses) for name, label, kind in named}


_OURS = ns.PROP + "entity/"
_TIMED = ("qualifier", "qualifierValue")
QUALIFIERS = {
    **_all(
        ns.WD,
        _TIMED,
        ("P580", "start time", "Time"),
        ("P582", "end time", "Time"),
        ("P585", "point in time", "Time"),
        ("P1319", "earliest date", "Time"),
        ("P8555", "latest start date", "Time"),
        ("P8554", "earliest end date", "Time"),
        ("P1326", "latest date", "Time"),
    ),
    **_all(
        ns.WD,
        ("qualifier",),
        ("P3680", "statement supported by", "WikibaseItem"),
        ("P1310", "statement disputed by", "WikibaseItem"),
    ),
    **_all(
        _OURS,
        _TIMED,
        ("saidEarliest", "said at the earliest", "Time"),
        ("saidLatest", "said at the latest", "Time"),
    ),
    **_all(
        _OURS,
        ("qualifier",),
        ("when", "when, as written (EDTF)", "String"),
        ("after", "after the event", "WikibaseItem"),
        ("before", "before the event", "WikibaseItem"),
        ("accordingTo", "according to", "WikibaseItem"),
        ("reportedBy", "reported by", "WikibaseItem"),
        ("status", "status", "WikibaseItem"),
        ("wording", "wording", "WikibaseItem"),
        ("negated", "negated", ""),
        ("disputed", "in conflict with another account", ""),
        ("event", "event that realises it", "WikibaseItem"),
        ("because", "because of", "WikibaseItem"),
    ),
}
REFERENCES = {
    **_all(
        ns.WD,
        ("reference",),
        ("P248", "stated in", "WikibaseItem"),
        ("P958", "section, verse, paragraph, or clause", "String"),
        ("P3452", "inferred from", "WikibaseItem"),
    ),
    **_all(
        _OURS,
        ("reference",),
        ("passage", "passage that names what is stated", "WikibaseItem"),
        ("coreferentIn", "passage that means it without naming it", "WikibaseItem"),
    ),
}
