"""Where states stand: rough geography seen from the Korean peninsula, far apart, no three in a row."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

from kg.model.entities import Actor

__all__ = ["HEIGHT", "WIDTH", "Point", "anchored"]

# World units: what a canvas of 890 by 630 CSS px shows with letters of 15 units at 11 px.
WIDTH, HEIGHT = 1200, 860
_RING = 8  # so many states stand on an ellipse where none has an anchor

_BY_COUNTRY = {
    "RU": (318, 146),
    "CN": (123, 508),
    "KP": (615, 450),
    "KR": (513, 723),
    "JP": (1005, 664),
    "US": (1046, 216),
    "MN": (174, 293),
    "UA": (72, 127),
    "BY": (72, 49),
    "DE": (72, 205),
    "FR": (72, 284),
    "GB": (205, 39),
    "IR": (72, 410),
    "SY": (72, 342),
    "IN": (92, 675),
    "VN": (225, 801),
    "TW": (359, 821),
    "CA": (1128, 59),
    "CU": (1128, 421),
    "AU": (841, 821),
}
_BY_ID = {"soviet-union": (744, 40), "ussr": (744, 40), "european-union": (82, 196), "united-nations": (738, 117)}

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
