"""What the encoder of records makes of a statement, with places left open for what differs from row to row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from kg.model.bounds import Bounds
from kg.model.dated import When
from kg.model.entities import Actor, Source
from kg.model.evidence import Evidence, Quantity
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED, Statement
from kg.model.vocabulary import ActorKind, Comparator, SourceKind
from kg.rdf.encode import Encoder
from kg.rdf.filling import Pattern

__all__ = ["Patterns"]

# Values that stand for places: no statement says this.
_FOUR = {name: date(1111, 1, number) for number, name in enumerate(Bounds.__dataclass_fields__, 1)}
_SAID = {"said_earliest": date(1111, 2, 1), "said_latest": date(1111, 2, 2)}
_ROW, _VALUE = 11111111111, Decimal("-1.1111111")
_LITERALS = {**{f'"{day}"': f'"{{{name}}}"' for name, day in (_FOUR | _SAID).items()}, f'"{_ROW}"': '"{row}"', f'"{_VALUE}"': '"{value}"'}
_BOUNDS = Bounds(**_FOUR)
_VOICED = Bounds(*(_SAID[name] for name in ("said_earliest", "said_earliest", "said_latest", "said_latest")))
_ID = "{id}"
_BASE = "\0"  # in place of the true one, in which anything may stand
_REPORT = f"{_ID}/report/"
_CITED = (Evidence("{source}", row=_ROW),)


class Patterns:
    """Patterns of N-Quads for the statements of one corpus.

    `statement` has all but what hangs on lists: `holder` or `undisputed`, `citation` of a passage, `derivation` from a source,
    `attribution` to an author and their `report`, `quantity`. `passage` is what is said of a row of a source, whoever cites it.

    Places: ``id``, ``when``, ``said`` and the names of days as they are; ``subject``, ``object``: IRIs; ``holder``, ``author``,
    ``source``: ids; ``row``, ``step`` numbers; ``dated``: a source's date; ``measure``, ``unit``, ``value``.
    """

    def __init__(self, corpus: Corpus, relations: Mapping[str, Relation]) -> None:
        self._base, self._relations = corpus.base, relations
        self._corpus = replace(corpus, base=_BASE)
        self.statement = cache(self._statement)
        self.report = cache(self._report)
        self.quantity = cache(self._quantity)
        plain = self._lines()
        passage = [line for line in self._cited((), None) if line not in plain]
        own = [line for line in passage if _ID in line]
        self.holder = self._beyond(self._lines(according_to=("{holder}",)), plain)
        self.undisputed = self._beyond(self._lines(according_to=(UNDISPUTED,)), plain)
        self.citation = self._pattern(line for line in own if str(_ROW) in line)
        self.derivation = self._pattern(line for line in own if str(_ROW) not in line)
        less = self._cited((), None)
        self.attribution = self._pattern(line for line in self._cited(("{author}",), None) if line not in less and _REPORT not in line)
        self.passage = self._pattern(line for line in passage if _ID not in line)

    def _statement(self, relation: str, origin: Any, endless: bool, voiced: bool, **fields: Any) -> Pattern:
        """``endless`` where the end is not known (``A/``), ``voiced`` where the days are known on which it was said."""
        when = When("{when}/" if endless else "{when}", origin=origin)
        return self._pattern(self._lines(relation=relation, when=when, voiced=voiced, **fields))

    def _report(self, step: int, dated: bool) -> Pattern:
        """The report of an author of a source, as the one that comes at that step."""
        before = tuple(f"author-{number}" for number in range(1, step))
        when = "{dated}" if dated else None
        less = self._cited(before, when)
        return self._pattern(line for line in self._cited((*before, "{author}"), when) if line not in less and _REPORT in line)

    def _quantity(self, comparator: Comparator) -> Pattern:
        """A figure."""
        return self._beyond(self._lines(quantities=(Quantity("{measure}", _VALUE, "{unit}", comparator),)), self._lines())

    def _cited(self, authors: tuple[str, ...], when: str | None) -> dict[str, None]:
        source = Source(id="{source}", label="", kind=SourceKind.DATASET, authors=authors, date=when)
        return self._lines(*map(_actor, authors), source, evidence=_CITED)

    def _lines(self, *others: Record, voiced: bool = False, **fields: Any) -> dict[str, None]:
        """The lines of a statement, in the encoder's order."""
        given: dict[str, Any] = {
            "subject": "{subject}",
            "relation": min(self._relations),
            "object": "{object}",
            "when": When("{when}"),
            "according_to": (),
        }
        statement = Statement(id=_ID, **(given | fields))
        known = {record.id: record for record in (*map(_actor, ("{subject}", "{object}", "{holder}")), *others)}
        said = {_ID: _VOICED} if voiced else {}
        resolved = Resolved(Records(self._corpus, known), {_ID: statement}, {_ID: _BOUNDS}, said, frozenset())
        return dict.fromkeys(quad.n3 for quad in Encoder(resolved, self._relations).of(statement))

    def _beyond(self, more: Iterable[str], less: Mapping[str, None]) -> Pattern:
        return self._pattern(line for line in more if line not in less)

    def _pattern(self, lines: Iterable[str]) -> Pattern:
        text = "".join(lines).replace('"{when}/"', '"{when}"').replace(f"/row/{_ROW}>", "/row/{row}>")
        for literal, place in _LITERALS.items():
            text = text.replace(literal, place)
        for end in ("{subject}", "{object}"):
            text = text.replace(f"{_BASE}actor/{end}", end)
        return tuple(piece.replace(_BASE, self._base) for piece in re.split(r"\{(\w+)\}", text))


def _actor(name: str) -> Record:
    return Actor(id=name, label="", kind=ActorKind.STATE)
