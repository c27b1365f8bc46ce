"""Who is meant: parties to actors, those that the corpora named have and those that are new."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.model.entities import Actor
from kg.model.records import Record
from kg.model.vocabulary import ActorKind
from kg.readers.foreign.facts import Party, Reject

__all__ = ["Roster", "Unmatched", "slug"]

_CODES = ("wikidata", "cow", "iso3166")
_LONGEST = 300
_SLUG = 80
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A new actor, why nobody was matched, and in how many facts it takes part."""

    actor: Actor
    why: str
    rows: int


class Roster:
    """Finds each party's actor once: by its codes, else by an id or name that only one actor has, case aside; else makes one."""

    def __init__(self, known: Mapping[str, Record], reserved: Iterable[str]) -> None:
        """``known`` are the records of the corpora to match with; no new id is one of ``reserved``, or begins with it."""
        self._known = known
        self._sources = tuple(f"{name}-" for name in reserved)
        self._taken = {*known, *reserved, *(former for record in known.values() for former in getattr(record, "former_ids", ()))}
        self._by_code: dict[tuple[str, object], Actor] = {}
        self._by_name: dict[str, list[Actor]] = defaultdict(list)
        self._new_by_name: dict[str, list[Actor]] = defaultdict(list)
        self._found: dict[Party, str] = {}
        self._actors: dict[str, Actor] = {}
        self._new: dict[str, str] = {}
        self._rows: Counter[str] = Counter()
        self._numbers: Counter[str] = Counter()
        for record in known.values():
            if isinstance(record, Actor):
                self._enter(record, self._by_name)

    def id(self, party: Party) -> str:
        """The id of the party's actor. Raises `Reject` for a name that can't be one."""
        return self._found.get(party) or self._find(party)

    def actor(self, name: str) -> Actor:
        """The actor that was found, by its id."""
        return self._actors[name]

    def count(self, actor: str) -> None:
        """Note that the actor takes part in a fact that was taken: only then is it of the new corpus."""
        self._rows[actor] += 1

    @property
    def unmatched(self) -> list[Unmatched]:
        """Who is new, those named most first."""
        found = [Unmatched(self._actors[name], why, rows) for name, why in self._new.items() if (rows := self._rows[name])]
        return sorted(found, key=lambda each: (-each.rows, each.actor.id))

    def matched(self) -> dict[str, Record]:
        """The known actors that take part, unchanged."""
        return {name: self._known[name] for name in self._rows if name in self._known}

    def _enter(self, actor: Actor, by_name: dict[str, list[Actor]]) -> None:
        self._actors[actor.id] = actor
        for code in _codes(actor):
            self._by_code.setdefault(code, actor)
        for name in {name.casefold() for name in (actor.id, *actor.names)}:
            by_name[name].append(actor)

    def _find(self, party: Party) -> str:
        name = party.name.strip()
        if not name:
            raise Reject("an actor", "an actor without a name")
        if len(name) > _LONGEST:
            raise Reject("an actor", f"a name of {len(name):,} characters, {_LONGEST} are the most: {name[:40]!r}…")
        if _CONTROL.search(name):
            raise Reject("an actor", f"a name with characters that nobody sees: {name[:40]!r}")
        actor, why = self._match(party, name)
        if actor is None:
            codes = dict(_codes(party))
            actor = Actor(id=self._fresh(name, party.kind), label=name, kind=party.kind, **codes)
            self._enter(actor, self._new_by_name)
            self._new[actor.id] = why
        self._found[party] = actor.id
        return actor.id

    def _match(self, party: Party, name: str) -> tuple[Actor | None, str]:
        for code in _codes(party):
            if code in self._by_code:
                return self._by_code[code], ""
        name = name.casefold()
        named = [actor for actor in self._by_name.get(name, ()) if _agree(actor, party)]
        if len(named) == 1:
            return named[0], ""
        for actor in self._new_by_name.get(name, ()):
            if _agree(actor, party):
                return actor, ""
        return None, f"the name of several: {', '.join(sorted(actor.id for actor in named))}" if named else "nobody of that name"

    def _fresh(self, name: str, kind: ActorKind) -> str:
        """An id that nothing has: a city of the same name may."""
        ident = slug(name)
        stem = f"{kind}-{ident}" if f"{ident}-".startswith(self._sources) else f"{ident}-{kind}"
        while ident in self._taken or ident.startswith(self._sources):
            self._numbers[stem] += 1  # goes on where it stopped: thousands may share a stem
            ident = stem if self._numbers[stem] == 1 else f"{stem}-{self._numbers[stem]}"
        self._taken.add(ident)
        return ident


def _codes(bearer: Actor | Party) -> Iterator[tuple[str, Any]]:
    for field in _CODES:
        if code := getattr(bearer, field):
            yield field, code


def _agree(actor: Actor, party: Party) -> bool:
    """Whether no code of one contradicts the other's: a name never overrules a code."""
    return all(getattr(actor, field) in (None, code) for field, code in _codes(party))


def slug(name: str) -> str:
    """The name in lower-case letters, digits and hyphens; one that has none of these is told by its hash.

    >>> slug("Côte d'Ivoire"), slug("北京")
    ('cote-d-ivoire', 'name-68c77e15')
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG].strip("-")
    return found or f"name-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
