"""Large invented networks: so many actors and statements over twenty years, the same on every run."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate
from random import Random

from kg.model.dated import When
from kg.model.entities import Actor, Source
from kg.model.evidence import Evidence
from kg.model.period import Period
from kg.model.records import Record
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, SourceKind
from kg.views import PageRequest
from kg.views.request import Group, Span
from tests.views.invented import resolved_of

__all__ = ["FIRST_YEAR", "LAST_YEAR", "large", "request_of_eras"]

FIRST_YEAR, LAST_YEAR = 2001, 2020
_ERA = 4  # years
_RELATIONS = ("friendlyTo", "supports", "courts", "unfriendlyTo", "criticises", "threatens", "sanctions", "metWith", "tradesWith")
_KINDS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP)


def large(actors: int, statements: int, seed: int = 0) -> Resolved:
    """Actors of whom few have most statements, as is usual; each statement lasts from a day to four years."""
    random = Random(seed)
    names = [f"actor-{i:05}" for i in range(actors)]
    reach = list(accumulate(1 / (rank + 8) for rank in range(actors)))
    made: dict[str, Record] = {"events": Source(id="events", label="Table of events", kind=SourceKind.RECORD, recorded="2021-01-01")}
    for i, name in enumerate(names):
        kind = _KINDS[0] if i % 12 == 0 else _KINDS[1 + i % 3]
        made[name] = Actor(id=name, label=f"{kind.value.capitalize()} {i}", kind=kind)
    first, days = date(FIRST_YEAR, 1, 1), 365 * (LAST_YEAR - FIRST_YEAR)
    for row in range(1, statements + 1):
        subject, object_ = random.choices(names, cum_weights=reach, k=2)
        begin = first + timedelta(random.randrange(days))
        end = begin + timedelta(random.choice((0, 0, 30, 365, 1460)))
        made[f"event-{row}"] = Statement(
            id=f"event-{row}",
            subject=subject,
            relation=random.choice(_RELATIONS),
            object=object_,
            when=When(f"{begin}/{min(end, date(LAST_YEAR, 12, 31))}" if end > begin else str(begin)),
            according_to=("undisputed",),
            evidence=(Evidence(source="events", row=row),),
        )
    return resolved_of(made)


def request_of_eras(title: str = "Large") -> PageRequest:
    """Five eras of four years each."""
    starts = range(FIRST_YEAR, LAST_YEAR, _ERA)
    spans = tuple(Span(f"era-{y}", f"{y}\u2013{y + _ERA - 1}", Period.parse(f"{y}/{y + _ERA - 1}")) for y in starts)
    return PageRequest(groups=(Group("eras", "Era", spans),), title=title)
