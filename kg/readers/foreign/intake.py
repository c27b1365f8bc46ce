"""Facts to statements: checked, their parties found, and written; a row is taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model.entities import Entity
from kg.model.relations import Relation
from kg.model.rules.statements import classes
from kg.readers.foreign.facts import Fact, Party, Reject, checked_date
from kg.readers.foreign.roster import Roster
from kg.readers.foreign.statements import Line, StatementTable

__all__ = ["Intake"]


class Intake:
    """Takes the facts of one row after the other; ``made`` are the entities, by id, that the format itself makes."""

    def __init__(self, kinds: Mapping[str, Relation], roster: Roster, made: Mapping[str, Entity], table: StatementTable) -> None:
        self._kinds = kinds
        self._roster = roster
        self._made = made
        self._table = table
        self._classes: dict[str, frozenset[str]] = {}

    def take(self, facts: Iterable[Fact], source: str, row: int) -> None:
        """Write what a row says. Raises `Reject`, and has written nothing then."""
        lines = [self._line(fact, source, row, number) for number, fact in enumerate(facts, 1)]
        for line in lines:
            for name in (line.subject, line.object, *line.according_to):
                if name not in self._made:
                    self._roster.count(name)
            self._table.add(line)

    def _line(self, fact: Fact, source: str, row: int, number: int) -> Line:
        kind = self._kinds.get(fact.relation)
        if kind is None or kind.derived:
            why = "no kind of relation" if kind is None else "the build derives, nobody writes,"
            raise Reject("a relation", f"{why} {fact.relation[:40]!r}: kinds are defined in ontology/relations.ttl")
        if fact.polarity and (fact.polarity not in (1, -1) or kind.polarity or fact.negated):
            raise Reject("a sign", f"the sign {fact.polarity} can't stand with {fact.relation}: {_sign(kind, fact)}")
        subject, object = self._end(fact.subject), self._end(fact.object)
        if subject == object:
            raise Reject("a loop", f"{subject} stands on both sides")
        self._check_fit(kind, subject, object)
        cited = fact.cited
        return Line(
            id=f"{source}-{row:06d}" if number == 1 else f"{source}-{row:06d}-{number}",
            subject=subject,
            relation=fact.relation,
            object=object,
            when=checked_date(fact.when),
            source=cited.source if cited else source,
            row=cited.row if cited else row,
            according_to=sorted({self._roster.id(party) for party in fact.according_to}) if fact.according_to else (),
            said=checked_date(fact.said) if fact.said else None,
            status=fact.status,
            negated=fact.negated,
            polarity=fact.polarity or None,
            quantities=fact.quantities,
        )

    def _end(self, end: Party | str) -> str:
        if isinstance(end, Party):
            return self._roster.id(end)
        assert end in self._made, f"the format has not made {end}"
        return end

    def _check_fit(self, kind: Relation, subject: str, object: str) -> None:
        for side, name, fits in (("subject", subject, kind.subjects), ("object", object, kind.objects)):
            if fits and not fits & (self._classes.get(name) or self._classes_of(name)):
                raise Reject("a relation", f"{name} is no {side} for {kind.name}, which takes {' or '.join(sorted(fits))} there")

    def _classes_of(self, name: str) -> frozenset[str]:
        found = self._classes[name] = classes(self._made.get(name) or self._roster.actor(name))
        return found


def _sign(kind: Relation, fact: Fact) -> str:
    if fact.polarity not in (1, -1):
        return "signs are 1 and -1"
    return f"it has its own, {kind.polarity}" if kind.polarity else "what is denied has no sign"
