"""What meets what: straight lines, points on curves and boxes, in world units; all arguments are broadcast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["cross", "length", "pass_through"]


def length(steps: NDArray[Any]) -> NDArray[Any]:
    """The lengths of the steps (..., 2)."""
    import numpy as np

    found: NDArray[Any] = np.sqrt(steps[..., 0] * steps[..., 0] + steps[..., 1] * steps[..., 1])
    return found


def pass_through(start: NDArray[Any], end: NDArray[Any], left: Any, top: Any, right: Any, bottom: Any) -> NDArray[Any]:
    """Whether the straight line from start to end, (..., 2), has a point in the rectangle."""
    import numpy as np

    x, y = start[..., 0], start[..., 1]
    dx, dy = end[..., 0] - x + 1e-6, end[..., 1] - y + 1e-6
    across, across_too = (left - x) / dx, (right - x) / dx
    down, down_too = (top - y) / dy, (bottom - y) / dy
    enter = np.maximum(np.minimum(across, across_too), np.minimum(down, down_too))
    leave = np.minimum(np.maximum(across, across_too), np.maximum(down, down_too))
    met: NDArray[Any] = np.maximum(enter, 0) < np.minimum(leave, 1)
    return met


def cross(a: NDArray[Any], b: NDArray[Any], c: NDArray[Any], d: NDArray[Any]) -> NDArray[Any]:
    """Whether the straight lines a-b and c-d, (..., 2) each, cross between their ends."""
    ab, cd, ac = b - a, d - c, c - a
    turn = ab[..., 0] * cd[..., 1] - ab[..., 1] * cd[..., 0]
    s = ac[..., 0] * cd[..., 1] - ac[..., 1] * cd[..., 0]
    t = ac[..., 0] * ab[..., 1] - ac[..., 1] * ab[..., 0]
    same = turn * turn
    crossed: NDArray[Any] = (s * turn > 0) & (s * turn < same) & (t * turn > 0) & (t * turn < same)
    return crossed
