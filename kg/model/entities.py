"""What relations hold between: actors, offices, places, policies, sources, eras. Events have a file of their own."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.dated import Dated, Dating, When
from kg.model.evidence import Evidence, Quantity
from kg.model.vocabulary import ActorKind, PolicyKind, SourceKind

__all__ = ["Actor", "DatedEntity", "Entity", "Era", "Office", "Place", "Policy", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What every entity has: an id that never changes, a label, other names, and a definition in our words."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    definition: str | None = None
    wikidata: str | None = None
    former_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Label and aliases: whatever proves a mention."""
        return (self.label, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Entity):
    """Somebody who acts: a state, a person, a body, a group, a publication."""

    kind: ActorKind
    iso3166: str | None = None
    cow: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Entity):
    """A post of a state or body; its holder leads the state where ``leads``."""

    of: str
    role: str
    leads: bool = False
    seats: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entity):
    """Somewhere that events happen."""

    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEntity(Entity, Dated):
    """An entity that has a time: policy, era, event."""

    when: When | None = None
    datings: tuple[Dating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(DatedEntity):
    """A course of action or idea that somebody proposes: initiative, project, sanctions, format, concept."""

    kind: PolicyKind
    proponents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    adopted_by: str | None = None
    part_of: str | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Era(DatedEntity):
    """A span that somebody sets apart; ``order`` is its place in its periodisation."""

    periodisation: str
    order: int
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """Something that says it. A text is known by its hash, length and paragraph starts, never by its words.

    ``sha256`` is over the text's bytes: UTF-8, no BOM, newlines as ``\\n``, NFC. ``length`` and
    ``paragraphs`` count code points; without a text they are empty.
    """

    kind: SourceKind
    authors: tuple[str, ...] = ()
    date: str | None = None
    publisher: str | None = None
    container: str | None = None
    url: str | None = None
    recorded: str | None = None
    sha256: str | None = None
    length: int = 0
    paragraphs: tuple[int, ...] = ()

    def paragraph_range(self, number: int) -> tuple[int, int]:
        """Start and end of a paragraph, counted from 1; the line break before the next one is not in it."""
        end = self.paragraphs[number] - 1 if number < len(self.paragraphs) else self.length
        return self.paragraphs[number - 1], end
