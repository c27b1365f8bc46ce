"""The curve of a line: its pair's spine, a cubic Bezier, moved sideways by the line's lane.

With A and B the centres of the pair's entities in the order of their ids, n = (-dy, dx) / |d| the unit normal of
d = B - A, (h1, h2) the spine, o the lane, and o_A, o_B the lane cut down to what fits inside each end's shape:

    P0 = A + n o_A    P1 = A + d/3 + n (h1 + o)    P2 = A + 2d/3 + n (h2 + o)    P3 = B + n o_B
"""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Place", "control_points", "sampled"]

Place = tuple[float, float]


def control_points(
    a: Place, b: Place, spine: tuple[int, int], lane: int, reach_a: float, reach_b: float
) -> tuple[Place, Place, Place, Place]:
    """P0 to P3, from a to b, in world units; a line from b to a takes them backwards.

    >>> control_points((0, 0), (90, 0), (12, 12), 10, 6, 13)
    ((0.0, 6.0), (30.0, 22.0), (60.0, 22.0), (90.0, 10.0))
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = sqrt(dx * dx + dy * dy) or 1.0
    nx, ny = -dy / length, dx / length
    aside = _within(lane, reach_a), spine[0] + lane, spine[1] + lane, _within(lane, reach_b)
    p0, p1, p2, p3 = ((a[0] + dx * k / 3 + nx * off, a[1] + dy * k / 3 + ny * off) for k, off in enumerate(aside))
    return p0, p1, p2, p3


def sampled(a: NDArray[Any], b: NDArray[Any], spine: NDArray[Any], lane: Any, reach_a: Any, reach_b: Any, samples: int) -> NDArray[Any]:
    """Points evenly in the Bezier's parameter: from (..., 2) for a, b and spine, (...) else, all broadcast, to (..., samples, 2).

    As P1 and P2 lie at thirds of the way, that is A + d t + n times the cubic of the four offsets; only sums,
    products, quotients and roots of whole numbers, so that every machine finds the same bits.
    """
    import numpy as np

    d = b - a
    length = np.sqrt(d[..., :1] * d[..., :1] + d[..., 1:] * d[..., 1:])
    n = d[..., ::-1] * (-1.0, 1.0) / np.maximum(length, 1.0)
    t, w0, w1, w2, w3 = _weights(samples)
    if isinstance(lane, int) and not lane:
        aside = spine[..., :1] * w1 + spine[..., 1:] * w2
    else:
        lane = np.asarray(lane)
        aside = (spine[..., 0] + lane)[..., None] * w1 + (spine[..., 1] + lane)[..., None] * w2
        aside = aside + _within(lane, reach_a)[..., None] * w0 + _within(lane, reach_b)[..., None] * w3
    points: NDArray[Any] = n[..., None, :] * aside[..., None]
    points += a[..., None, :] + d[..., None, :] * t[:, None]
    return points


@cache
def _weights(samples: int) -> tuple[NDArray[Any], ...]:
    """The parameter at so many points, and what each control point weighs there."""
    import numpy as np

    t = np.arange(samples) / (samples - 1)
    s = 1 - t
    return t, s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t


def _within(lane: Any, reach: Any) -> Any:
    """The lane, cut down to the reach at either side."""
    if isinstance(lane, int):
        return max(-reach, min(reach, lane))
    import numpy as np

    return np.clip(lane, -reach, reach)
