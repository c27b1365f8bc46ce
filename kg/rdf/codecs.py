"""How one value of a record becomes a term, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kg.rdf.namespaces import KG, WD, XSD
from kg.rdf.terms import Iri, Literal, Term, boolean, decimal, edtf, english, integer

__all__ = [
    "ADDRESS",
    "DATE",
    "DECIMAL",
    "EDTF",
    "ENGLISH",
    "FLAG",
    "INTEGER",
    "IRI",
    "NUMBERS",
    "RECORD",
    "TEXT",
    "WIKIDATA",
    "Codec",
    "Names",
    "camel",
    "word",
]


class Names:
    """Ids to IRIs and back, for one base. ``folders`` gives the folder of each id."""

    def __init__(self, base: str, folders: dict[str, str]) -> None:
        self.base = base
        self._folders = folders

    def iri(self, name: str) -> Iri:
        """The IRI of a record, or of one of its parts (``event/dating``)."""
        record, slash, part = name.partition("/")
        return Iri(f"{self.base}{self._folders[record]}/{record}{'/dating/' + part if slash else ''}")

    def path(self, path: str) -> Iri:
        """The IRI of a path below the base."""
        return Iri(self.base + path)

    def name(self, iri: str) -> str:
        """The id of a record's IRI; ``event/dating`` for a dating's."""
        parts = iri.removeprefix(self.base).split("/")
        return parts[1] if len(parts) == 2 else f"{parts[1]}/{parts[3]}"


@dataclass(frozen=True, slots=True)
class Codec:
    """Two functions that undo each other."""

    encode: Callable[[Any, Names], Term]
    decode: Callable[[Term, Names], Any]


def _value(term: Term) -> str:
    return term.value if isinstance(term, Literal) else str(term)


def _literal(make: Callable[[Any], Literal], read: Callable[[str], Any]) -> Codec:
    return Codec(lambda value, names: make(value), lambda term, names: read(_value(term)))


TEXT = _literal(Literal, str)
ENGLISH = _literal(english, str)
INTEGER = _literal(integer, int)
DECIMAL = _literal(decimal, Decimal)
FLAG = _literal(boolean, lambda text: {"true": True, "1": True, "false": False, "0": False}[text])
EDTF = _literal(edtf, str)
DATE = _literal(lambda text: Literal(date.fromisoformat(text).isoformat(), XSD + "date"), str)
NUMBERS = _literal(lambda numbers: Literal(" ".join(map(str, numbers))), lambda text: tuple(map(int, text.split())))
ADDRESS = _literal(lambda text: Literal(text, XSD + "anyURI"), str)
IRI = Codec(lambda value, names: Iri(value), lambda term, names: _value(term))
RECORD = Codec(lambda value, names: names.iri(value), lambda term, names: names.name(_value(term)))
WIKIDATA = Codec(lambda value, names: Iri(WD + value), lambda term, names: _value(term).removeprefix(WD))


def camel(text: str) -> str:
    """A YAML word as ontology terms are written.

    >>> camel("within-source")
    'WithinSource'
    """
    return "".join(part.capitalize() for part in text.split("-"))


def word(vocabulary: type[StrEnum], suffix: str = "", prefix: str = "") -> Codec:
    """A word of a closed vocabulary, as the individual that ``kg.ttl`` defines for it."""
    individuals = {member: Iri(f"{KG}{prefix}{camel(member)}{suffix}") for member in vocabulary}
    members = {iri: member for member, iri in individuals.items()}
    return Codec(lambda value, names: individuals[value], lambda term, names: members[Iri(_value(term))])
