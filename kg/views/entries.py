"""Statements, entities and evidence as rows of whole numbers that point into pools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.model.bounds import Bounds
from kg.model.entities import DatedEntity, Entity, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED, Statement
from kg.model.vocabulary import Status, Wording
from kg.views import words
from kg.views.boxes import box_of, clean
from kg.views.disputes import Dispute, disputes
from kg.views.passages import Passages
from kg.views.pools import Columns, Pool, columns
from kg.views.scene import Fact, Scene, kind_of
from kg.views.style import FAMILIES, KINDS, STATUSES, root_of

__all__ = ["DISPUTED", "NEGATED", "REAL", "UNCONTESTED", "Entries", "safe_url"]

# Bits of a statement's flags.
REAL, NEGATED, DISPUTED, UNCONTESTED = 1, 2, 4, 8
_NONE = -1


def safe_url(url: str | None) -> str:
    """The address if a browser may open it; anything but http and https is dropped.

    >>> safe_url("javascript:alert(1)")
    ''
    """
    return url if url and url.lower().startswith(("http://", "https://")) else ""


class Entries:
    """Fills the pools while it writes the columns."""

    def __init__(self, resolved: Resolved, relations: Mapping[str, Relation], scene: Scene, documents: Passages | None = None) -> None:
        self.resolved, self.records, self.kinds, self.scene = resolved, resolved.records, relations, scene
        self.ranges = documents.ranges if documents else {}
        self._known = disputes(resolved, relations)
        self._disputes = Pool[int]()
        self.strings, self.people, self.sources, self.relations = Pool[str](), Pool[str](), Pool[str](), Pool[str]()
        self.lists, self.bounds, self.evidence = Pool[tuple[int, ...]](), Pool[Bounds](), Pool[Evidence]()
        self.places = Pool[str]()
        for name in scene.nodes:
            self.places.add(name)

    def facts(self) -> dict[str, object]:
        """The statements in the scene's order; their ids as text, for every one is another."""
        rows = columns(self._fact(fact) for fact in self.scene.facts)
        return {"id": [_short(fact.statement) for fact in self.scene.facts], **rows}

    def nodes(self, within: Bounds | Period | None) -> Columns:
        """The entities of the scene, then the events that possibly held within the page's time and stand in no statement."""
        for event in self.records.of(Event):
            if within is None or self.resolved.bounds[event.id].possibly(within):
                self.places.add(event.id)
        return columns(self._node(name) for name in list(self.places.values))

    def relation_columns(self) -> dict[str, list[object]]:
        """Kinds of relation: the family that all of a kind belong to, -1 where the sign of the statement decides."""
        families = {family.id: i for i, family in enumerate(FAMILIES)}
        kinds = [self.kinds[name] for name in self.relations.values]
        roots = [root_of(kind.name, self.kinds) for kind in kinds]
        return {
            "id": [kind.name for kind in kinds],
            "label": [clean(kind.label) for kind in kinds],
            "family": [families[root] if root else _NONE for root in roots],
            "symmetric": [int(kind.symmetric) for kind in kinds],
        }

    def bounds_columns(self) -> Columns:
        """The earliest begin in days since 0000-12-31; how many days later the other three are."""
        return columns(_days(bounds) for bounds in self.bounds.values)

    def disputes(self) -> list[Dispute]:
        """The conflicts that concern what the page shows."""
        return [self._known.conflicts[i] for i in self._disputes.values]

    def evidence_columns(self) -> Columns:
        """Where in which source; a paragraph of 0 says that there is a row or a locator instead."""
        return columns(self._piece(piece) for piece in self.evidence.values)

    def _piece(self, piece: Evidence) -> dict[str, int]:
        """``text``, ``from`` and ``to`` are the passage in a page that carries text of the sources, -1 where it has none."""
        known = self.ranges.get(piece)
        return {
            "source": self.sources.add(piece.source),
            "paragraph": piece.paragraph,
            "start": piece.chars[0],
            "length": piece.chars[1] - piece.chars[0],
            "row": piece.row,
            "locator": self._text(piece.locator),
            "text": known.paragraph if known else _NONE,
            "from": known.start if known else _NONE,
            "to": known.end if known else _NONE,
        }

    def source_columns(self) -> dict[str, list[str]]:
        """Label and address of every source cited."""
        found = [(name, self.records.by_id.get(name)) for name in self.sources.values]
        return {
            "label": [clean(self.records.label(name)) for name, _ in found],
            "url": [safe_url(clean(source.url or "")) if isinstance(source, Source) else "" for _, source in found],
        }

    def _fact(self, fact: Fact) -> dict[str, int]:
        """``further`` are the viewers beside the holders."""
        s, holders = fact.statement, tuple(name for name in fact.statement.according_to if name != UNDISPUTED)
        return {
            "subject": self.places.add(s.subject),
            "relation": self.relations.add(s.relation),
            "object": self.places.add(s.object),
            "leaning": self.kinds[s.relation].leaning(s),
            "flags": self._flags(s),
            "bounds": self.bounds.add(fact.bounds),
            "holders": self._some(map(self.people.add, holders)),
            "further": self._some(self.people.add(name) for name in fact.viewers if name not in holders),
            "when": self._text(words.when(self.records, s)),
            "reports": self._texts(words.reporters(self.records, s)),
            "status": list(STATUSES).index(s.status.value),
            "wording": list(Wording).index(s.wording),
            "derived": self._derived(s),
            "event": self._event(s),
            "because": self._texts(words.because(self.resolved, self.kinds, s)),
            "figures": self._texts(words.figures(s.quantities)),
            "evidence": self._some(map(self.evidence.add, s.evidence)),
            "disputes": self._disputed(s.id),
        }

    def _derived(self, s: Statement) -> int:
        """From which entity the build made the statement; from what else, as the place of a text, counted downwards from -2."""
        parent = self.records.by_id.get(s.derived_from or "")
        if isinstance(parent, Entity):
            return self.places.add(parent.id)
        return _NONE - 1 - self._text(words.derived(self.resolved, self.kinds, s)) if s.derived_from else _NONE

    def _disputed(self, name: str) -> int:
        return self._some(map(self._disputes.add, self._known.of_record.get(name, ())))

    def _flags(self, s: Statement) -> int:
        real = s.status is Status.ACTUAL and not s.negated
        disputed = s.id in self.resolved.disputed
        return REAL * real | NEGATED * s.negated | DISPUTED * disputed | UNCONTESTED * (UNDISPUTED in s.according_to)

    def _event(self, s: Statement) -> int:
        """The event that a statement realises or is derived from."""
        name = s.event or s.derived_from or ""
        return self.places.add(name) if isinstance(self.records.by_id.get(name), Event) else _NONE

    def _node(self, name: str) -> dict[str, int]:
        entity = self.records.by_id[name]
        assert isinstance(entity, Entity)
        dated = isinstance(entity, DatedEntity)
        kind = kind_of(entity)
        label, lines = clean(entity.label), box_of(kind, entity.label).label
        return {
            "id": self._text(name),
            "label": self._text(lines if lines.replace("\n", " ") == label else label),  # in lines, where those hold all of it
            "lines": self._text(lines),
            "kind": list(KINDS).index(kind),
            "names": self._texts(entity.aliases),
            "about": self._text(entity.definition or ""),
            "when": self._text(words.spell(self.records, entity)) if isinstance(entity, DatedEntity) else _NONE,
            "bounds": self.bounds.add(self.resolved.bounds[name]) if dated else _NONE,
            "parts": self._texts(words.parts(self.records, entity)),
            "evidence": self._some(map(self.evidence.add, _pieces(entity))),
            "disputes": self._disputed(name),
        }

    def _text(self, text: str) -> int:
        return self.strings.add(clean(text))

    def _texts(self, texts: Iterable[str]) -> int:
        return self._some(map(self._text, texts))

    def _some(self, items: Iterable[int]) -> int:
        """One item as itself; none or several as the place of their list, counted downwards from -1."""
        found = tuple(items)
        return found[0] if len(found) == 1 else _NONE - self.lists.add(found)


def _short(s: Statement) -> str:
    """The statement's id with S, R and O for its subject, relation and object; after "=" where it could not be read back.

    >>> _short(Statement(id="russia-courts-china-2", subject="russia", relation="courts", object="china", according_to=()))
    'S-R-O-2'
    """
    name, parts = clean(s.id), {"S": clean(s.subject), "R": s.relation, "O": clean(s.object)}
    short = name
    for letter, part in parts.items():
        short = short.replace(part, letter, 1)
    back = short
    for letter, part in parts.items():
        back = back.replace(letter, part, 1)
    return short if back == name and not short.startswith("=") else f"={name}"


def _days(bounds: Bounds) -> dict[str, int]:
    first = bounds.earliest_begin.toordinal()
    later = {name: getattr(bounds, name).toordinal() - first for name in ("latest_begin", "earliest_end", "latest_end")}
    return {"earliest_begin": first, **later}


def _pieces(entity: Entity) -> Iterator[Evidence]:
    """What proves the entity itself, and each of its datings."""
    yield from entity.evidence
    for dating in entity.datings if isinstance(entity, DatedEntity) else ():
        yield from dating.evidence
