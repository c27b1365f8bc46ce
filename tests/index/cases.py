"""Random statements, periods and views, and the index of the statements beside its oracle."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import NamedTuple

from kg.index import Index, Link, Row, Speakers
from kg.model.bounds import Bounds
from kg.model.period import Period
from tests.index.naive import Naive

__all__ = ["ENTITIES", "Case", "Question", "bounds_at_random"]

ENTITIES = ("actor/a", "actor/b", "actor/c", "actor/d", "event/e", "policy/a-b", "actor/f")
HOLDERS = ("a", "b", "c", "d")
FIRST, DAYS = date(1999, 11, 1), 800


class Question(NamedTuple):
    """A period, vague or not, and how it is asked about."""

    period: Period | Bounds
    certain: bool
    as_seen_by: str | None


class Case:
    """So many random statements; the same for the same seed."""

    def __init__(self, seed: int, many: int) -> None:
        self._chance = random.Random(seed)
        rows = [self._row(f"s{n}-{self._chance.randrange(100)}") for n in range(many)]
        links = [self._link() for _ in range(self._chance.randrange(4))]
        self.speakers, self.rows = Speakers(links), rows
        self.index, self.naive = Index.of_rows(rows, self.speakers, {}), Naive(rows, self.speakers)

    def question(self) -> Question:
        """Any period, certain or not, in any view or none."""
        vague = self._chance.random() < 0.3
        viewer = self._chance.choice((None, None, *HOLDERS, "f"))
        return Question(bounds_at_random(self._chance) if vague else self.period(), self._chance.random() < 0.4, viewer)

    def period(self) -> Period:
        """A day or more."""
        start, end = sorted(self._day() for _ in range(2))
        return Period(start, start if self._chance.random() < 0.4 else end)

    def entity(self) -> str:
        """The id of an entity that some statement names."""
        row = self._chance.choice(self.rows)
        return self._chance.choice((row.subject, row.object)).partition("/")[2]

    def _row(self, name: str) -> Row:
        chance = self._chance
        direct = chance.random() < 0.8
        subject, object_ = chance.choice(ENTITIES), chance.choice(ENTITIES)  # one and the same now and then
        return Row(
            id=name,
            subject=subject,
            relation=chance.choice(("courts", "criticises", "tradesWith")),
            object=object_,
            sign=chance.choice((1, -1, 0)) if direct else 0,
            direct=direct,
            holders=tuple(chance.sample(HOLDERS, chance.choice((0, 0, 1, 2)))),
            said=chance.choice((None, self._day(), FIRST)),
            bounds=bounds_at_random(chance),
        )

    def _link(self) -> Link:
        member, body = self._chance.sample(HOLDERS, 2)
        return Link(member, body, bounds_at_random(self._chance))

    def _day(self) -> date:
        return FIRST + timedelta(self._chance.randrange(DAYS))


def bounds_at_random(chance: random.Random) -> Bounds:
    """Four days, some of them one and the same, the last one open now and then."""
    days = sorted(FIRST + timedelta(chance.randrange(DAYS)) for _ in range(4))
    kind = chance.randrange(5)
    if kind == 0:
        return Bounds(days[0], days[0], days[0], days[0])
    if kind == 1:
        return Bounds(days[0], days[0], days[1], days[1])
    if kind == 2:
        return Bounds(days[0], days[2], days[1], days[3])  # may begin after it must have ended, were the other side not bound to it
    if kind == 3:
        return Bounds(days[0], days[1], days[0], date.max)
    return Bounds(*days)
