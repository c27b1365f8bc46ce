"""The curve that vis-network draws between two places for a signed roundness."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["CURVES", "FEW", "bulge", "paths", "via"]


def _both_ways(*roundness: int) -> tuple[float, ...]:
    return tuple(sign * r / 100 for r in roundness for sign in ((1, -1) if r else (1,)))


# Signed roundness, flattest first: positive is vis-network's curvedCW, negative its curvedCCW.
CURVES = _both_ways(0, 5, 10, 15, 20, 26, 32, 38, 46, 54, 62, 72, 84)
FEW = _both_ways(0, 12, 26, 42)
Place = tuple[float, float]


@cache
def _turn(curve: float) -> tuple[float, float, float]:
    reach = 0.5 * abs(curve) + 0.5
    return reach * cos(curve * pi / 2), reach * sin(curve * pi / 2), reach


def via(start: Place, end: Place, curve: float) -> Place:
    """The control point, by the formula in vis-network 9.1.2 (`_getViaCoordinates`), without its angles.

    >>> via((0, 0), (100, 0), 0)
    (50.0, 0.0)
    """
    dx, dy = end[0] - start[0], start[1] - end[1]
    along, across, _ = _turn(curve)
    return start[0] + dx * along - dy * across, start[1] - dy * along - dx * across


def bulge(start: Sequence[float] | NDArray[Any], end: Sequence[float] | NDArray[Any], curve: float) -> float:
    """How far the middle of the curve lies off the straight line, in world units, signed."""
    return 0.5 * _turn(curve)[1] * hypot(end[0] - start[0], end[1] - start[1])


def paths(start: NDArray[Any], end: NDArray[Any], curves: Sequence[float] | NDArray[Any], samples: int) -> NDArray[Any]:
    """Points on the quadratic Beziers: from (..., 2), (..., 2) and curves (...), all broadcast, to (..., samples, 2)."""
    import numpy as np

    # Only sums and products of whole places and these constants: the same bits on every machine.
    turns = np.array([_turn(c)[:2] for c in np.asarray(curves).ravel().tolist()]).reshape((*np.shape(curves), 2))
    dx, dy = end[..., 0] - start[..., 0], start[..., 1] - end[..., 1]
    along, across = turns[..., 0], turns[..., 1]
    control = np.stack([start[..., 0] + dx * along - dy * across, start[..., 1] - dy * along - dx * across], axis=-1)
    t = (np.arange(samples) / (samples - 1))[:, None]
    points: NDArray[Any] = (1 - t) ** 2 * start[..., None, :] + 2 * t * (1 - t) * control[..., None, :] + t * t * end[..., None, :]
    return points
