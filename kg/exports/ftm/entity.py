"""An entity of FollowTheMoney as it is written, and what is needed to write one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.exports.ftm.values import signed, text
from kg.model.entities import Actor
from kg.model.evidence import Evidence
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED
from kg.rdf.namespaces import passage_path

__all__ = ["ANCESTORS", "Entity", "Writer"]

# The schemata written here, each with those above it that a property's range may name.
ANCESTORS: Mapping[str, frozenset[str]] = {
    "Person": frozenset({"LegalEntity"}),
    "PublicBody": frozenset({"LegalEntity", "Organization"}),
    "Organization": frozenset({"LegalEntity"}),
    "Company": frozenset({"LegalEntity", "Organization"}),
    "Article": frozenset({"Document"}),
}
_CODE = re.compile(r"[A-Za-z]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entity:
    """A line of the file: ``properties`` are sorted, without empty values, each value once."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    @property
    def line(self) -> bytes:
        """The entity as JSON; the id comes first, so that lines sort by it."""
        whole = {"id": self.id, "schema": self.schema, "properties": self.properties}
        return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


class Writer:
    """Makes entities of one graph; ``schemata`` tells the schema of every thing by record id."""

    def __init__(self, resolved: Resolved, relations: Mapping[str, Relation], schemata: Mapping[str, str]) -> None:
        self.resolved, self.relations, self.schemata = resolved, relations, schemata
        self._base = resolved.records.corpus.base

    def id(self, record: str) -> str:
        """The id of the entity for that record."""
        return signed(self._base, record)

    def entity(self, record: str, schema: str, values: Iterable[tuple[str, list[str]]]) -> Entity:
        """An entity of these values, of which the same property may come more than once; it never points at itself."""
        own, found = self.id(record), dict[str, list[str]]()
        for name, several in values:
            found.setdefault(name, []).extend(value for value in several if value not in ("", own))
        return Entity(own, schema, {name: tuple(dict.fromkeys(found[name])) for name in sorted(found) if found[name]})

    def label(self, record: str) -> str:
        """The label of an entity."""
        return self.resolved.records.label(record)

    def is_a(self, record: str, schema: str) -> bool:
        """Whether the record is a thing of that schema, or of one below it; everything is a Thing."""
        found = self.schemata.get(record)
        return found is not None and (schema in ("Thing", found) or schema in ANCESTORS.get(found, ()))

    def country(self, actor: str | None) -> list[str]:
        """The code of a state, where it has one."""
        record = self.resolved.records.by_id.get(actor or "")
        code = record.iso3166 if isinstance(record, Actor) else None
        return [code.lower()] if code and _CODE.fullmatch(code) else []

    def cited(self, evidence: tuple[Evidence, ...]) -> Iterator[tuple[str, list[str]]]:
        """The sources as documents that prove it, and a link to each passage."""
        yield "proof", [self.id(piece.source) for piece in evidence]
        yield "sourceUrl", [self._base + passage_path(piece) for piece in evidence]

    def view(self, holders: tuple[str, ...]) -> str:
        """Whose view it is, in words."""
        if holders == (UNDISPUTED,):
            return UNDISPUTED
        return f"according to {', '.join(text(self.label(holder)) for holder in holders)}" if holders else ""
