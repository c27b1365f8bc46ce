"""Quads of the record back to records: what `encode` wrote, less what follows from the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from kg.errors import StoreError
from kg.model.dated import Dating, When
from kg.model.entities import Actor
from kg.model.events import Participation
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import FOLDERS, Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.rules.problem import article
from kg.model.statements import UNDISPUTED
from kg.model.vocabulary import ActorKind
from kg.rdf import namespaces as ns
from kg.rdf.codecs import DECIMAL, INTEGER, RECORD, Codec, Names, word
from kg.rdf.mapping import fields_of
from kg.rdf.parts import COMPARATOR, ORIGIN, ROLE
from kg.rdf.terms import Literal, Quad, Term

__all__ = ["decode"]

_ODD = (LookupError, ValueError, TypeError, AssertionError, ArithmeticError)  # of terms where no record has such

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}
_ACTOR_KIND = word(ActorKind)
_ACTOR_CLASSES = {str(_ACTOR_KIND.encode(kind, Names("", {}))): kind for kind in ActorKind}


def decode(quads: Iterable[Quad], base: str, relations: Mapping[str, Relation]) -> Records:
    """The curated records in a data set; derived statements and all that is computed are left out.

    Raises `StoreError` where the data set does not describe itself, and for what can't be a record of ours.
    """
    return _Reader(quads, base, relations).records()


class _Reader:
    def __init__(self, quads: Iterable[Quad], base: str, relations: Mapping[str, Relation]) -> None:
        self._names = Names(base, {})
        self._relations = relations
        self._by_subject: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in dict.fromkeys(quads):
            if quad.graph is None:
                self._by_subject[quad.subject][quad.predicate].append(quad.object)

    def records(self) -> Records:
        found: dict[str, Record] = {}
        for iri in sorted(self._by_subject):
            folder, _, name = iri.removeprefix(self._names.base).partition("/")
            if folder in _KINDS and name and "/" not in name and not self._get(iri, ns.KG + "derivedStatement"):
                if name in found:
                    raise StoreError(f"two records have the id {name}, <{iri}> is one of them: ids are unique")
                found[name] = self._record(_KINDS[folder], name, iri)
        return Records(self._corpus(), dict(sorted(found.items())))

    def _record(self, kind: type[Record], name: str, iri: str) -> Record:
        try:
            return self._read(kind, name, iri)
        except _ODD as error:
            raise StoreError(f"<{iri}> can't be read back as {article(FOLDERS[kind])}: {error!r}") from error

    def _read(self, kind: type[Record], name: str, iri: str) -> Record:
        values: dict[str, Any] = {"id": name, "former_ids": self._former(iri)}
        for field in fields_of(kind):
            if field.many:
                values[field.name] = self._many(iri, field.predicate, field.codec)
            elif (value := self._one(iri, field.predicate, field.codec)) is not None:
                values[field.name] = value
        wanted = {field.name for field in fields(kind)}
        for part, read in _PARTS.items():
            if part in wanted:
                values[part] = read(self, iri, kind)
        return kind(**values)

    def _former(self, iri: str) -> tuple[str, ...]:
        return tuple(sorted(str(term).rsplit("/", 1)[1] for term in self._get(iri, ns.DCTERMS + "replaces")))

    def _get(self, iri: str, predicate: str) -> list[Term]:
        return self._by_subject[iri][predicate] if iri in self._by_subject else []

    def _one(self, iri: str, predicate: str, codec: Codec) -> Any:
        terms = self._get(iri, predicate)
        return codec.decode(terms[0], self._names) if terms else None

    def _many(self, iri: str, predicate: str, codec: Codec) -> tuple[Any, ...]:
        return tuple(sorted(codec.decode(term, self._names) for term in self._get(iri, predicate)))

    def _text(self, iri: str, predicate: str) -> str | None:
        terms = self._get(iri, predicate)
        return _plain(terms[0]) if terms else None

    def corpus_value(self, predicate: str) -> str:
        value = self._text(self._names.base, predicate)
        if value is None:
            raise StoreError(f"the data set does not describe itself: <{self._names.base}> has no <{predicate}>")
        return value

    def _corpus(self) -> Corpus:
        schemes = f"{self._names.base}periodisation/"
        labels = sorted(
            (iri.removeprefix(schemes), self._text(iri, ns.RDFS + "label") or "") for iri in self._by_subject if iri.startswith(schemes)
        )
        default = self._text(self._names.base, ns.KG + "defaultPeriodisation")
        return Corpus(
            title=self.corpus_value(ns.DCTERMS + "title"),
            version=self.corpus_value(ns.OWL + "versionInfo"),
            licence=self.corpus_value(ns.DCTERMS + "license"),
            base=self._names.base,
            default_periodisation=default.removeprefix(schemes) if default else None,
            description=self._text(self._names.base, ns.DCTERMS + "description"),
            issued=self._text(self._names.base, ns.DCTERMS + "issued"),
            periodisations=tuple(labels),
        )

    def actor_kind(self, iri: str, kind: type[Record]) -> Any:
        if kind is not Actor:
            return self._record_kind(iri, kind)
        kinds = [_ACTOR_CLASSES[str(t)] for t in self._get(iri, ns.RDF + "type") if str(t) in _ACTOR_CLASSES]
        if not kinds:
            raise StoreError(f"<{iri}> is no actor of any kind: state one of {', '.join(map(_short, _ACTOR_CLASSES))}")
        return kinds[0]

    def wikidata(self, iri: str, _: type[Record]) -> str | None:
        items = sorted(str(term) for term in self._get(iri, ns.OWL + "sameAs") if str(term).startswith(ns.WD))
        return items[0].removeprefix(ns.WD) if items else None

    def _record_kind(self, iri: str, kind: type[Record]) -> Any:
        field = next(field for field in fields_of(kind) if field.name == "kind")
        return self._one(iri, field.predicate, field.codec)

    def when(self, iri: str, _: type[Record] | None = None) -> When | None:
        text = self._text(iri, ns.KG + "when")
        if text is None:
            return None
        return When(
            text=text,
            after=self._one(iri, ns.KG + "after", RECORD),
            before=self._one(iri, ns.KG + "before", RECORD),
            origin=self._one(iri, ns.KG + "whenFrom", ORIGIN),
        )

    def datings(self, iri: str, _: type[Record]) -> tuple[Dating, ...]:
        preferred = self._get(iri, ns.KG + "preferredDating")
        return tuple(self._dating(str(node), node in preferred) for node in sorted(map(str, self._get(iri, ns.KG + "dating"))))

    def _dating(self, node: str, preferred: bool) -> Dating:
        when = self.when(node)
        assert when is not None
        return Dating(node.rsplit("/", 1)[1], when, preferred, self._text(node, ns.KG + "reason"), self.evidence(node))

    def evidence(self, iri: str, _: type[Record] | None = None) -> tuple[Evidence, ...]:
        by_name = set(map(str, self._get(iri, ns.KG + "coreferentIn")))
        passages = sorted(map(str, self._get(iri, ns.CITO + "citesAsEvidence")))
        return tuple(sorted(self._passage(passage, passage in by_name) for passage in passages))

    def _passage(self, iri: str, coreference: bool) -> Evidence:
        position = f"{iri}/position"
        chars = (self._one(position, ns.OA + "start", INTEGER) or 0, self._one(position, ns.OA + "end", INTEGER) or 0)
        return Evidence(
            source=self._one(iri, ns.OA + "hasSource", RECORD),
            paragraph=self._one(iri, ns.KG + "paragraph", INTEGER) or 0,
            chars=chars,
            locator=self._text(iri, ns.KG + "locator") or "",
            row=self._one(iri, ns.KG + "row", INTEGER) or 0,
            coreference=coreference,
        )

    def holders(self, iri: str, _: type[Record]) -> tuple[str, ...]:
        undisputed = ns.KG + UNDISPUTED
        found = map(str, self._get(iri, ns.SEM + "accordingTo"))
        return tuple(sorted(UNDISPUTED if who == undisputed else self._names.name(who) for who in found))

    def reports(self, iri: str, _: type[Record]) -> tuple[Report, ...]:
        nodes = sorted(map(str, self._get(iri, ns.PROV + "qualifiedAttribution")), key=lambda node: int(node.rsplit("/", 1)[1]))
        cited = set(map(str, self._get(iri, ns.PROV + "wasDerivedFrom")))
        return tuple(report for report in map(self._report, nodes) if not self._is_author(report, cited))

    def _report(self, node: str) -> Report:
        by = self._one(node, ns.PROV + "agent", RECORD)
        return Report(by, self._one(node, ns.KG + "reportedIn", RECORD), self._text(node, ns.KG + "saidOn"))

    def _is_author(self, report: Report, cited: set[str]) -> bool:
        """Whether the build added the report: the author of a source that the record cites."""
        source = f"{self._names.base}source/{report.inside}"
        return source in cited and report.by in self._many(source, ns.DCTERMS + "creator", RECORD)

    def participants(self, iri: str, _: type[Record]) -> tuple[Participation, ...]:
        found = []
        for node in map(str, self._get(iri, ns.KG + "participation")):
            actor = self._one(node, ns.RDF + "value", RECORD)
            found += [Participation(actor, ROLE.decode(role, self._names)) for role in self._get(node, ns.SEM + "roleType")]
        return tuple(sorted(found))

    def quantities(self, iri: str, _: type[Record]) -> tuple[Quantity, ...]:
        found = map(self._quantity, map(str, self._get(iri, ns.KG + "quantity")))
        return tuple(sorted(found, key=lambda quantity: quantity.measure))

    def _quantity(self, node: str) -> Quantity:
        return Quantity(
            measure=self._text(node, ns.KG + "measure") or "",
            value=self._one(node, ns.SCHEMA + "value", DECIMAL),
            unit=self._text(node, ns.SCHEMA + "unitText") or "",
            comparator=self._one(node, ns.KG + "comparator", COMPARATOR),
            compared_to=self._one(node, ns.KG + "comparedTo", RECORD),
        )

    def periodisation(self, iri: str, _: type[Record]) -> str:
        return (self._text(iri, ns.KG + "periodisation") or "").rsplit("/", 1)[-1]

    def polarity(self, iri: str, _: type[Record]) -> int | None:
        predicate = str(self._get(iri, ns.RDF + "predicate")[0])
        kind = self._relations.get(predicate.removeprefix(ns.REL))
        if kind is None:
            raise StoreError(f"<{iri}>: no kind of relation <{predicate}> in relations.ttl")
        value = self._one(iri, ns.KG + "polarity", INTEGER)
        return value if value and not kind.polarity else None


def _short(class_: str) -> str:
    return f"kg:{class_.removeprefix(ns.KG)}"


def _plain(term: Term) -> str:
    return term.value if isinstance(term, Literal) else str(term)


_PARTS: dict[str, Callable[[_Reader, str, type[Record]], Any]] = {
    "kind": _Reader.actor_kind,
    "wikidata": _Reader.wikidata,
    "when": _Reader.when,
    "datings": _Reader.datings,
    "evidence": _Reader.evidence,
    "according_to": _Reader.holders,
    "reported_by": _Reader.reports,
    "participants": _Reader.participants,
    "quantities": _Reader.quantities,
    "periodisation": _Reader.periodisation,
    "polarity": _Reader.polarity,
}
