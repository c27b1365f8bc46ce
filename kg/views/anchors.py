"""Where states stand: rough geography seen from the Korean peninsula, far apart, no three in a row."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

from kg.model.entities import Actor

__all__ = ["HEIGHT", "WIDTH", "Point", "anchored"]

# World units: what a canvas of 880 by 680 CSS px shows with letters of 15 units at 11 px.
WIDTH, HEIGHT = 1170, 880
_RING = 8  # so many states stand on an ellipse where none has an anchor

_BY_COUNTRY = {
    "RU": (310, 150),
    "CN": (120, 520),
    "KP": (600, 460),
    "KR": (500, 740),
    "JP": (980, 680),
    "US": (1020, 220),
    "MN": (170, 300),
    "UA": (70, 130),
    "BY": (70, 50),
    "DE": (70, 210),
    "FR": (70, 290),
    "GB": (200, 40),
    "IR": (70, 420),
    "SY": (70, 350),
    "IN": (90, 690),
    "VN": (220, 820),
    "TW": (350, 840),
    "CA": (1100, 60),
    "CU": (1100, 430),
    "AU": (820, 840),
}
_BY_ID = {"soviet-union": (640, 50), "ussr": (640, 50), "european-union": (80, 200), "united-nations": (720, 120)}

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
