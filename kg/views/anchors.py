"""Where states stand: rough geography seen from the Korean peninsula, far apart, no three in a row."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

from kg.model.entities import Actor

__all__ = ["HEIGHT", "WIDTH", "Point", "anchored"]

# World units: what a canvas of 910 by 610 CSS px shows with letters of 15 units at 11 px.
WIDTH, HEIGHT = 1240, 830
_RING = 8  # so many states stand on an ellipse where none has an anchor

_BY_COUNTRY = {
    "RU": (329, 141),
    "CN": (127, 490),
    "KP": (636, 434),
    "KR": (530, 698),
    "JP": (1039, 641),
    "US": (1081, 208),
    "MN": (180, 283),
    "UA": (74, 123),
    "BY": (74, 47),
    "DE": (74, 198),
    "FR": (74, 274),
    "GB": (212, 38),
    "IR": (74, 396),
    "SY": (74, 330),
    "IN": (95, 651),
    "VN": (233, 773),
    "TW": (371, 792),
    "CA": (1166, 57),
    "CU": (1166, 406),
    "AU": (869, 792),
}
_BY_ID = {"soviet-union": (572, 40), "ussr": (572, 40), "european-union": (85, 189), "united-nations": (763, 113)}

Point = tuple[int, int]


def anchored(states: Iterable[Actor]) -> dict[str, Point]:
    """The anchors of the states that have one, by id; where none has, the first of them stand on an ellipse.

    The others have no place yet.
    """
    waiting = list(states)
    places = {s.id: spot for s in waiting if (spot := _BY_COUNTRY.get((s.iso3166 or "").upper()) or _BY_ID.get(s.id))}
    return places or _ellipse([s.id for s in waiting[:_RING]])


def _ellipse(names: list[str]) -> dict[str, Point]:
    step = 2 * pi / max(len(names), 1)
    return {
        name: (round(WIDTH / 2 - 0.32 * WIDTH * sin(i * step)), round(HEIGHT / 2 - 0.32 * HEIGHT * cos(i * step)))
        for i, name in enumerate(names)
    }
