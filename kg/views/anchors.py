"""Where states stand: rough geography seen from the Korean peninsula; a state that is not here gets a free place."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, pi, sin

from kg.model.entities import Actor

__all__ = ["HEIGHT", "WIDTH", "anchored"]

# World units; at 1440x900 one unit is about 0.82 CSS px.
WIDTH, HEIGHT = 1080, 940
_MARGIN = 80

_BY_COUNTRY = {
    "RU": (310, 130),
    "CN": (140, 480),
    "KP": (590, 420),
    "KR": (540, 760),
    "JP": (910, 700),
    "US": (950, 210),
    "MN": (170, 280),
    "UA": (80, 110),
    "BY": (170, 50),
    "DE": (60, 210),
    "FR": (60, 290),
    "GB": (60, 40),
    "IR": (60, 560),
    "SY": (60, 340),
    "IN": (110, 690),
    "VN": (220, 850),
    "TW": (350, 840),
    "CA": (1010, 100),
    "CU": (1010, 400),
    "AU": (820, 880),
}
_BY_ID = {"soviet-union": (540, 60), "ussr": (540, 60), "european-union": (80, 200), "united-nations": (720, 120)}

Point = tuple[int, int]


def anchored(states: Iterable[Actor]) -> dict[str, Point]:
    """A place for every state, by id: its anchor, else one far from all others.

    Where no state is known they stand on an ellipse, in the order given.
    """
    waiting = list(states)
    places = {s.id: spot for s in waiting if (spot := _known(s))}
    unknown = [s.id for s in waiting if s.id not in places]
    if not places:
        return _ellipse(unknown)
    for name in unknown:
        places[name] = _far_from(list(places.values()))
    return places


def _known(state: Actor) -> Point | None:
    return _BY_COUNTRY.get((state.iso3166 or "").upper()) or _BY_ID.get(state.id)


def _ellipse(names: list[str]) -> dict[str, Point]:
    step = 2 * pi / max(len(names), 1)
    return {
        name: (round(WIDTH / 2 - 0.36 * WIDTH * sin(i * step)), round(HEIGHT / 2 - 0.34 * HEIGHT * cos(i * step)))
        for i, name in enumerate(names)
    }


def _far_from(taken: list[Point]) -> Point:
    spots = [(x, y) for y in range(_MARGIN, HEIGHT - _MARGIN + 1, 40) for x in range(_MARGIN, WIDTH - _MARGIN + 1, 40)]
    return max(spots, key=lambda p: (min(hypot(p[0] - q[0], p[1] - q[1]) for q in taken), -p[1], -p[0]))
