"""Questions of the shipped corpus, in periods and views of many kinds, whoever answers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.index import Index
from kg.lake import Lake
from kg.model.bounds import bounds
from kg.model.period import Period

__all__ = ["VIEWS", "answers"]

_VAGUE = bounds("2018/2022")  # as an era of which only the years are known
VIEWS = ((False, None), (True, None), (False, "russia"), (True, "us-allies"))  # Abe speaks for the last, through Japan


def answers(asked: Index | Lake, views: Sequence[tuple[bool, str | None]] = VIEWS) -> dict[str, Any]:
    """Every answer by what was asked: at a day and in an era that is vague."""
    found: dict[str, Any] = {
        "extent": asked.extent("russia"),
        "extent of two": asked.extent("russia", "china"),
        "history": asked.history("russia", "north-korea").in_time(),
    }
    for certain, viewer in views:
        time: dict[str, Any] = {"certain": certain, "as_seen_by": viewer}
        found |= {
            f"counts {time}": asked.counts(1990, 2022, **time),
            f"change {time}": asked.change(Period.parse("2014"), Period.parse("2018"), **time),
        }
        for period in (Period.on("2016-07-08"), _VAGUE):
            found |= {
                f"holding {period} {time}": asked.holding(period, **time).ids(),
                f"pairs {period} {time}": asked.pairs(period, **time),
                f"neighbours {period} {time}": asked.neighbours("russia", period, **time),
                f"triangles {period} {time}": asked.triangles(period, **time),
            }
    return found
