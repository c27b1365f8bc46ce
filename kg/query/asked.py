"""What questions, tables and citations need of a data set, in this process or elsewhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from kg.query.scope import EVER, Scope
from kg.rdf.namespaces import REL
from kg.rdf.terms import Term
from kg.store import Answer, Written

__all__ = ["Asked", "Edge", "Facts"]


class Edge(NamedTuple):
    """A statement and the direct triple that it gives, all as IRIs."""

    statement: str
    subject: str
    kind: str
    object: str


class Facts(Protocol):
    """Triples of the record, by subject and predicate."""

    def objects(self, subject: str, predicate: str) -> list[Term]:
        """All objects of a subject and predicate."""


class Asked(ABC):
    """A data set to be asked with SPARQL. Record IRIs lie below ``base``; ``prefixes`` need not be declared."""

    base: str
    prefixes: Mapping[str, str]

    @abstractmethod
    def ask(self, text: str, scope: Scope) -> Answer:
        """Rows, triples or a truth value."""

    @abstractmethod
    def write(self, text: str, format: str, *, scope: Scope = EVER) -> Written:
        """The answer in a standard format."""

    @abstractmethod
    def all(self, pattern: str) -> frozenset[str]:
        """The IRIs that ``?x`` stands for in a pattern of the record."""

    @abstractmethod
    def ids(self) -> Mapping[str, str]:
        """IRIs by id or name, to be offered where a name is unknown."""

    @abstractmethod
    def known(self, names: Collection[str]) -> Mapping[str, str]:
        """The IRIs of those of the names that are a record's id or a kind of relation."""

    @abstractmethod
    def edges(self, graph: str) -> Sequence[Edge]:
        """The statements whose direct triples a dated graph holds."""

    @abstractmethod
    def facts(self, records: Collection[str]) -> Facts:
        """Whatever citing the records needs to know."""

    def is_dated(self, iri: str) -> bool:
        """Whether the IRI has the form of a graph of a day, a period or an era."""
        return iri.startswith(tuple(f"{self.base}{kind}/" for kind in ("on", "during", "era")))

    @cached_property
    def symmetric(self) -> frozenset[str]:
        """The kinds of relation that hold both ways round."""
        return self.all("?x a owl:SymmetricProperty")

    def kinds(self) -> dict[str, str]:
        """The IRI of every kind of relation, by name."""
        return {iri.removeprefix(REL): iri for iri in self.all("?x a skos:Concept . ?x kg:polarity ?any")}

    def by_id(self, records: Iterable[str]) -> dict[str, str]:
        """The records' IRIs by id; what is only a part of one is left out."""
        paths = {iri: iri.removeprefix(self.base).split("/") for iri in records if iri.startswith(self.base)}
        return {path[1]: iri for iri, path in paths.items() if len(path) == 2}
