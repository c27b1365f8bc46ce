"""Records as compact JSON columns: every string and every list once, statements as columns of integers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from kg.model.entities import Source
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED
from kg.model.vocabulary import Status
from kg.views import words
from kg.views.boxes import clean
from kg.views.request import PageRequest
from kg.views.scene import Fact, Scene
from kg.views.style import FAMILIES, KINDS, UNREAL, Family, Kind

__all__ = ["DISPUTED", "NEGATED", "REAL", "default_span", "encode", "safe_url"]

# Bits of a statement's flags.
REAL, NEGATED, DISPUTED = 1, 2, 4
K = TypeVar("K", bound=Hashable)
Columns = dict[str, list[int]]


class _Pool(Generic[K]):
    """Values in the order of their first use, each known by its place."""

    def __init__(self) -> None:
        self.values: dict[K, int] = {}

    def add(self, value: K) -> int:
        return self.values.setdefault(value, len(self.values))


def safe_url(url: str | None) -> str:
    """The address if a browser may open it; anything but http and https is dropped.

    >>> safe_url("javascript:alert(1)")
    ''
    """
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def default_span(scene: Scene, request: PageRequest) -> int:
    """The span shown first: the one asked for, else the one with most statements that are so."""
    if request.default is not None:
        return next(i for i, span in enumerate(scene.spans) if span.id == request.default)
    counts = [sum(i in f.possible and scene.lines[f.line].real for f in scene.facts) for i in range(len(scene.spans))]
    return counts.index(max(counts))


def encode(resolved: Resolved, relations: Mapping[str, Relation], scene: Scene, request: PageRequest) -> dict[str, object]:
    """Everything the page's script needs, ready for JSON."""
    writer = _Writer(resolved, scene)
    facts = writer.facts()
    names = list(writer.kinds.values)
    return {
        "title": clean(request.title),
        "periodisation": clean(request.periodisation),
        "spans": [{"id": clean(span.id), "label": clean(span.label)} for span in scene.spans],
        "open": {
            "era": clean(scene.spans[default_span(scene, request)].id),
            "certain": request.certain,
            "as": request.as_seen_by or "everybody",
        },
        "families": [_family(family) for family in (*FAMILIES, UNREAL)],
        "kinds": [_kind(kind) for kind in KINDS.values()],
        "relations": {"id": names, "label": [clean(relations[n].label) if n in relations else n for n in names]},
        "nodes": writer.nodes(),
        "lines": writer.lines(),
        "facts": facts,
        "evidence": {"source": [e[0] for e in writer.evidence.values], "where": [e[1] for e in writer.evidence.values]},
        "sources": writer.source_columns(),
        "people": writer.people_columns(request),
        "lists": [list(items) for items in writer.lists.values],
        "strings": list(writer.strings.values),
    }


def _family(family: Family) -> dict[str, object]:
    return {
        "id": family.id,
        "label": family.label,
        "light": family.light,
        "dark": family.dark,
        "dash": list(family.dash),
        "head": family.head,
        "width": family.width,
        "shown": family.shown,
    }


def _kind(kind: Kind) -> dict[str, object]:
    return {
        "id": kind.id,
        "label": kind.label,
        "shape": kind.shape,
        "light": kind.light,
        "dark": kind.dark,
        "font": kind.font,
        "shown": kind.shown,
    }


class _Writer:
    """Fills the pools while it writes the columns."""

    def __init__(self, resolved: Resolved, scene: Scene) -> None:
        self.resolved, self.records, self.scene = resolved, resolved.records, scene
        self.strings: _Pool[str] = _Pool()
        self.lists: _Pool[tuple[int, ...]] = _Pool()
        self.kinds: _Pool[str] = _Pool()
        self.evidence: _Pool[tuple[int, int]] = _Pool()
        self.sources: _Pool[str] = _Pool()
        self.people: _Pool[str] = _Pool()
        self.places = {name: i for i, name in enumerate(scene.nodes)}

    def _text(self, text: str) -> int:
        return self.strings.add(clean(text))

    def _texts(self, texts: tuple[str, ...]) -> int:
        return self.lists.add(tuple(self._text(text) for text in texts))

    def _people(self, names: tuple[str, ...]) -> int:
        return self.lists.add(tuple(self.people.add(name) for name in names if name != UNDISPUTED))

    def facts(self) -> Columns:
        rows = [self._fact(fact) for fact in self.scene.facts]
        return {name: [row[name] for row in rows] for name in rows[0]}

    def _fact(self, fact: Fact) -> dict[str, int]:
        s = fact.statement
        flags = REAL * (s.status is Status.ACTUAL and not s.negated) | NEGATED * s.negated
        cited = tuple(self.evidence.add((self.sources.add(e.source), self._text(words.where(e)))) for e in s.evidence)
        return {
            "id": self._text(s.id),
            "subject": self.places[s.subject],
            "relation": self.kinds.add(s.relation),
            "object": self.places[s.object],
            "line": fact.line,
            "sign": fact.sign,
            "flags": flags | DISPUTED * (s.id in self.resolved.disputed),
            "possible": self.lists.add(fact.possible),
            "certain": self.lists.add(fact.certain),
            "holders": self._people(s.according_to),
            "viewers": self._people(fact.viewers),
            "undisputed": int(UNDISPUTED in s.according_to),
            "when": self._text(words.when(self.records, s)),
            "reports": self._texts(words.reporters(self.records, s)),
            "status": self._text(s.status.value),
            "wording": self._text(s.wording.value),
            "derived": self._text(words.derived(self.records, s)),
            "event": self._text(self.records.label(s.event) if s.event else ""),
            "because": self._texts(words.because(self.records, s)),
            "figures": self._texts(words.figures(s.quantities)),
            "evidence": self.lists.add(cited),
        }

    def nodes(self) -> Columns:
        kinds = {name: i for i, name in enumerate(KINDS)}
        rows = [
            {
                "id": self._text(name),
                "label": self._text(node.entity.label),
                "kind": kinds[node.kind],
                "names": self._texts(node.entity.aliases),
                "about": self._text(node.entity.definition or ""),
            }
            for name, node in self.scene.nodes.items()
        ]
        return {name: [row[name] for row in rows] for name in rows[0]}

    def lines(self) -> Columns:
        families = {family.id: i for i, family in enumerate(FAMILIES)}
        return {
            "from": [self.places[line.source] for line in self.scene.lines],
            "to": [self.places[line.target] for line in self.scene.lines],
            "family": [families[line.family] for line in self.scene.lines],
            "real": [int(line.real) for line in self.scene.lines],
            "directed": [int(line.directed) for line in self.scene.lines],
        }

    def source_columns(self) -> dict[str, list[str]]:
        records = [(name, self.records.by_id.get(name)) for name in self.sources.values]
        return {
            "label": [clean(r.label) if isinstance(r, Source) else clean(name) for name, r in records],
            "url": [safe_url(clean(r.url or "")) if isinstance(r, Source) else "" for _, r in records],
        }

    def people_columns(self, request: PageRequest) -> dict[str, list[str]]:
        if request.as_seen_by:
            self.people.add(request.as_seen_by)
        names = list(self.people.values)
        return {"id": names, "label": [clean(self.records.label(name)) for name in names]}
