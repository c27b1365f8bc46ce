"""How two eras differ: which pairs began, ended, changed sign or kept it, by which statements, and where it says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.analysis.pairs import Pair, Sign, Standing, standings
from kg.analysis.words import holders, manner, phrase, when_held
from kg.errors import UnknownName
from kg.index import Index
from kg.model.entities import Era
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved

__all__ = ["Change", "Difference", "PairChange", "Told", "difference", "sign_in_words"]

_NAMED = 3  # so many pairs of another sign stand in the sentence by name


class Change(StrEnum):
    """What became of a pair from the first era to the second."""

    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class PairChange:
    """A pair in both eras: sign before and after, None where there is no statement, and the ids of its statements, sorted."""

    between: Pair
    labels: tuple[str, str]
    before: Sign | None
    after: Sign | None
    began: tuple[str, ...]
    ended: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def change(self) -> Change:
        """Whether the pair is only in the second era, only in the first, or in both with another or the same sign."""
        if self.before is None:
            return Change.BEGAN
        if self.after is None:
            return Change.ENDED
        return Change.KEPT if self.before == self.after else Change.CHANGED


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in words: what it says, when, in whose view, how it is put, and the places of its passages."""

    text: str
    when: str
    according_to: str
    how: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The second era against the first: every pair that has a statement in either, in order, and those statements by id."""

    first: Era
    second: Era
    certain: bool
    as_seen_by: str | None
    pairs: tuple[PairChange, ...]
    statements: Mapping[str, Told]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many pairs began, ended, changed and are kept, and how many statements began, ended and are kept."""
        changes = [pair.change for pair in self.pairs]
        return {
            "pairs": {str(change): changes.count(change) for change in Change},
            "statements": {
                "began": sum(len(pair.began) for pair in self.pairs),
                "ended": sum(len(pair.ended) for pair in self.pairs),
                "kept": sum(len(pair.kept) for pair in self.pairs),
            },
        }

    @property
    def sentence(self) -> str:
        """The counts of pairs in words, and the first pairs of another sign by name."""
        pairs = self.counts["pairs"]
        counted = (
            f"{self.second.label} against {self.first.label}: {pairs['began']} pair{'s' * (pairs['began'] != 1)} began, "
            f"{pairs['ended']} ended, {pairs['changed']} changed sign, {pairs['kept']} kept theirs."
        )
        changed = [pair for pair in self.pairs if pair.change is Change.CHANGED]
        named = ", ".join(f"{' – '.join(p.labels)} ({sign_in_words(p.before)} to {sign_in_words(p.after)})" for p in changed[:_NAMED])
        more = f" and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
        return f"{counted} Changed sign: {named}{more}." if changed else counted

    def applied(self, statements: Iterable[str], signs: Mapping[Pair, Sign]) -> tuple[frozenset[str], dict[Pair, Sign]]:
        """The statement ids and the signs of pairs of the second era, from those of the first."""
        ended = {name for pair in self.pairs for name in pair.ended}
        began = {name for pair in self.pairs for name in pair.began}
        after = {**signs, **{pair.between: pair.after for pair in self.pairs if pair.change is not Change.KEPT}}
        return frozenset(statements) - ended | began, {pair: sign for pair, sign in after.items() if sign is not None}

    def to_json(self) -> bytes:
        """Everything in it, with the passages of every statement, as UTF-8; the same bytes on every run."""
        data = {
            "first": {"id": self.first.id, "label": self.first.label},
            "second": {"id": self.second.id, "label": self.second.label},
            "certain": self.certain,
            "as-seen-by": self.as_seen_by,
            "sentence": self.sentence,
            "counts": self.counts,
            "pairs": [_plain(pair) for pair in self.pairs],
            "evidence": {name: told.places for name, told in self.statements.items()},
        }
        return f"{json.dumps(data, indent=2, ensure_ascii=False)}\n".encode()


def difference(
    resolved: Resolved,
    relations: Mapping[str, Relation],
    index: Index,
    first: str,
    second: str,
    *,
    certain: bool = False,
    as_seen_by: str | None = None,
) -> Difference:
    """What changed from one era to another, both named by id, among all that is actual and not negated. Raises `UnknownName`."""
    eras = _era(resolved.records, first), _era(resolved.records, second)
    before, after = (standings(resolved, relations, index, index.eras[era.id], certain=certain, as_seen_by=as_seen_by) for era in eras)
    none = Standing()
    pairs = tuple(_change(resolved.records, pair, before.get(pair, none), after.get(pair, none)) for pair in sorted({*before, *after}))
    names = sorted(name for pair in pairs for name in (*pair.began, *pair.ended, *pair.kept))
    return Difference(*eras, certain, as_seen_by, pairs, {name: _told(resolved, relations, name) for name in names})


def sign_in_words(sign: Sign | None) -> str:
    """The sign as tables and sentences show it."""
    return "no statement" if sign is None else sign.replace("-", "−")


def _era(records: Records, name: str) -> Era:
    if isinstance(era := records.by_id.get(name), Era):
        return era
    raise UnknownName("era", name, (known.id for known in records.of(Era)))


def _change(records: Records, pair: Pair, before: Standing, after: Standing) -> PairChange:
    return PairChange(
        between=pair,
        labels=(records.label(pair[0]), records.label(pair[1])),
        before=before.sign,
        after=after.sign,
        began=tuple(sorted(after.statements - before.statements)),
        ended=tuple(sorted(before.statements - after.statements)),
        kept=tuple(sorted(before.statements & after.statements)),
    )


def _told(resolved: Resolved, relations: Mapping[str, Relation], name: str) -> Told:
    statement = resolved.statements[name]
    return Told(
        text=phrase(resolved, relations, name),
        when=when_held(resolved, statement),
        according_to=holders(resolved, statement),
        how=manner(resolved, statement),
        places=tuple(piece.place for piece in sorted(statement.evidence)),
    )


def _plain(pair: PairChange) -> dict[str, object]:
    lists = {"began": pair.began, "ended": pair.ended, "kept": pair.kept}
    return {"between": pair.between, "before": pair.before, "after": pair.after, "change": pair.change, **lists}
